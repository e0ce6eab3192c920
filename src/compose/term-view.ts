import type { Language } from '../domain/language.js'
import { titleIn, type Library, type Term } from '../domain/library.js'
import { say } from '../i18n/say.js'
import type { Action, View } from '../view/view.js'
import { createNumbering } from './numbering.js'

/** A button of Discord holds 80 characters. */
const labelLimit = 80

/** A term in one sentence with its source, and the card that explains more. */
export const termView = (library: Library, term: Term, language: Language): View => {
  const numbering = createNumbering(library)
  const card = library.cards.find(({ id }) => id === term.card)
  const others = library.terms.filter(({ id, language: other }) => id === term.id && other !== term.language)
  const rich = numbering.richOf([term.means])
  return {
    tone: 'answer',
    language,
    title: [term.term, ...term.also.slice(0, 2)].join(' · '),
    titleLanguage: term.language,
    parts: [{ kind: 'paragraph', rich, language: term.language }, ...numbering.sources(language, 3)],
    footer: say(language, 'notice').replace(/[.。]$/u, ''),
    actions: [
      [
        ...(card
          ? [
              {
                kind: 'button',
                label: titleIn(library, card, language).title.slice(0, labelLimit),
                style: 'primary',
                call: { command: 'read', input: { card: card.id, in: language } },
              } as const,
            ]
          : []),
        ...others.map((other): Action => ({
          kind: 'button',
          label: say(other.language, 'inLanguage'),
          style: 'plain',
          call: { command: 'define', input: { term: term.id, in: other.language } },
        })),
      ],
    ],
  }
}

/** That there is no such term, with the nearest to choose from. */
export const noTermView = (terms: readonly Term[], language: Language): View => ({
  tone: 'unknown',
  language,
  title: say(language, 'unknownTitle'),
  parts: [{ kind: 'paragraph', rich: [{ kind: 'text', text: say(language, 'noSuchTerm') }], language }],
  actions: terms.length
    ? [
        [
          {
            kind: 'select',
            placeholder: say(language, 'chooseTerm'),
            call: { command: 'define', input: { in: language } },
            key: 'term',
            options: terms.map(({ id, term }) => ({ label: term, value: id })),
          },
        ],
      ]
    : [],
})
