import { z } from 'zod'
import { languageOfVisit, type Command } from '../src/app/command.js'
import { shortView } from '../src/compose/card-views.js'
import { cardIn } from '../src/domain/library.js'
import { language } from './read-input.js'
import { topicsView } from './topics.js'

const schema = z.object({ card: z.string().default(''), in: language })

/** A button: posts a card where everyone sees it. The question stays private: it may tell about the asker. */
export const share: Command = {
  name: 'share',
  reach: 'button',
  run: (input, visit, house) => {
    const { card: id, in: wished } = schema.parse(input)
    const { library } = house.desk()
    const spoken = wished ?? languageOfVisit(visit)
    const card = cardIn(library, id, spoken)
    return card
      ? shortView(library, { card, language: spoken, audience: 'everyone' })
      : topicsView(library, spoken, 'noSuchCard')
  },
}
