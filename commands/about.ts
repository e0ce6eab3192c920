import { languageOfVisit, type Command } from '../src/app/command.js'
import { say } from '../src/i18n/say.js'
import type { WordKey } from '../src/i18n/words.js'
import type { Part } from '../src/view/view.js'

/** `/about`: what Hakim is, how answers are reviewed, what it holds, privacy. */
export const about: Command = {
  name: 'about',
  reach: 'slash',
  localName: 'nameAbout',
  describe: 'commandAbout',
  run: (_, visit, house) => {
    const { library } = house.desk()
    const language = languageOfVisit(visit)
    const counts = {
      cards: library.cards.length,
      translations: library.translations.size,
      questions: library.variants.length,
      references: library.references.size,
      knowledge: library.version,
      version: house.version,
    }
    const line = (key: WordKey): Part => ({
      kind: 'paragraph',
      rich: [{ kind: 'text', text: say(language, key, counts) }],
      language,
    })
    return {
      tone: 'plain',
      language,
      title: say(language, 'aboutTitle'),
      parts: [
        line('about'),
        line('aboutAsk'),
        line('aboutReview'),
        line('aboutPrivacy'),
        line('aboutCounts'),
      ],
      footer: say(language, 'notice'),
      actions: [
        [
          {
            kind: 'button',
            label: say(language, 'browse'),
            style: 'primary',
            call: { command: 'topics', input: {} },
          },
        ],
      ],
    }
  },
}
