import { z } from 'zod'
import { languageOfVisit, type Command } from '../src/app/command.js'
import { noTermView, termView } from '../src/compose/term-view.js'
import { language } from './read-input.js'

const schema = z.object({ term: z.string().default(''), in: language })

/** `/define term:` and a button: a word in one sentence, and the card that explains more. */
export const define: Command = {
  name: 'define',
  reach: 'slash',
  localName: 'nameDefine',
  describe: 'commandDefine',
  options: [
    {
      name: 'term',
      kind: 'text',
      required: true,
      suggests: true,
      localName: 'nameTerm',
      describe: 'optionTerm',
    },
  ],
  run: (input, visit, house) => {
    const { term: typed, in: wished } = schema.parse(input)
    const { library, glossary } = house.desk()
    const spoken = wished ?? languageOfVisit(visit)
    // A chosen value is an id, the same in each language; typed text is a name.
    const chosen = library.terms.filter(({ id }) => id === typed)
    const term =
      chosen.find((one) => one.language === spoken) ??
      chosen.find((one) => one.language === 'en') ??
      (typed.trim() ? glossary().find(typed, spoken) : undefined)
    return term ? termView(library, term, spoken) : noTermView(glossary().suggest('', spoken), spoken)
  },
  suggest: (typed, visit, house) =>
    house
      .desk()
      .glossary()
      .suggest(typed, languageOfVisit(visit))
      .map(({ id, term }) => ({ label: term, value: id })),
}
