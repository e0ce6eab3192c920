import { z } from 'zod'
import { languageOfVisit, type Command } from '../src/app/command.js'
import { sourcesView } from '../src/compose/card-views.js'
import { cardIn } from '../src/domain/library.js'
import { language } from './read-input.js'
import { topicsView } from './topics.js'

const schema = z.object({
  card: z.string().default(''),
  in: language,
  page: z.coerce.number().int().min(0).max(999).catch(0),
})

/** `/sources card:` and a button: a card's references in full, and as files for reference managers. */
export const sources: Command = {
  name: 'sources',
  reach: 'slash',
  localName: 'nameSources',
  describe: 'commandSources',
  options: [
    {
      name: 'card',
      kind: 'text',
      required: true,
      suggests: true,
      localName: 'nameCard',
      describe: 'optionCard',
    },
  ],
  run: (input, visit, house) => {
    const { card: typed, in: wished, page } = schema.parse(input)
    const desk = house.desk()
    const spoken = wished ?? languageOfVisit(visit)
    // Discord also sends what was typed instead of a chosen value: then it is read as the first suggestion for it.
    const card =
      cardIn(desk.library, typed, spoken) ??
      cardIn(desk.library, typed.trim() ? (desk.suggest(typed, spoken)[0]?.card ?? '') : '', spoken)
    return card
      ? sourcesView(desk.library, card, spoken, page)
      : topicsView(desk.library, spoken, 'noSuchCard')
  },
  suggest: (typed, visit, house) => {
    const desk = house.desk()
    const spoken = languageOfVisit(visit)
    return desk
      .suggest(typed, spoken)
      .map(({ card, text }) => ({ label: cardIn(desk.library, card, spoken)?.title ?? text, value: card }))
  },
}
