import { z } from 'zod'
import { languageOfVisit, type Command } from '../src/app/command.js'
import { say } from '../src/i18n/say.js'

const schema = z.object({
  card: z.string(),
  version: z.coerce.number().int(),
  is: z.enum(['useful', 'notUseful']),
})

/** A button: counts an opinion on a card, without who gave it. */
export const rate: Command = {
  name: 'rate',
  reach: 'button',
  run: (input, visit, house) => {
    const { card, version, is } = schema.parse(input)
    const language = languageOfVisit(visit)
    if (house.desk().library.cards.some(({ id }) => id === card)) house.opinions.count(card, version, is)
    return {
      tone: 'plain',
      language,
      parts: [{ kind: 'notice', text: say(language, 'thanks'), language }],
      actions: [],
    }
  },
}
