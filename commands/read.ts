import { z } from 'zod'
import { languageOfVisit, type Command } from '../src/app/command.js'
import { moreView, shortView } from '../src/compose/card-views.js'
import { cardIn } from '../src/domain/library.js'
import { language, page } from './read-input.js'
import { topicsView } from './topics.js'

const schema = z.object({
  card: z.string().default(''),
  in: language,
  part: z.enum(['short', 'more']).catch('short'),
  page,
})

/** A button: reads a card, its short answer or its sections. */
export const read: Command = {
  name: 'read',
  reach: 'button',
  run: (input, visit, house) => {
    const { card: id, in: wished, part, page: at } = schema.parse(input)
    const { library } = house.desk()
    const spoken = wished ?? languageOfVisit(visit)
    const card = cardIn(library, id, spoken)
    if (!card) return topicsView(library, spoken, 'noSuchCard')
    return part === 'more'
      ? moreView(library, card, spoken, at)
      : {
          ...shortView(library, { card, language: spoken, audience: visit.alone ? 'everyone' : 'asker' }),
          replaces: true,
        }
  },
}
