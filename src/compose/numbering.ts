import type { Block, Citekey, Claim } from '../domain/card.js'
import type { Language } from '../domain/language.js'
import type { Library } from '../domain/library.js'
import type { Reference } from '../domain/reference.js'
import { say } from '../i18n/say.js'
import type { Part, Rich, SourceLine } from '../view/view.js'
import { addressOf, vancouver } from './vancouver.js'

/** Numbers sources in the order in which they are first cited. */
export interface Numbering {
  readonly richOf: (claims: readonly Claim[]) => Rich[]
  readonly paragraphOf: (block: Block, language: Language) => Part
  /** The list of what was cited so far; nothing where nothing was. */
  readonly sources: (language: Language, authors: number) => Part[]
  readonly keys: () => Citekey[]
}

/** What a reader has to know of a reference before trusting it; empty where there is nothing. */
const remarkOf = ({ custom = {} }: Reference, language: Language): string =>
  [
    custom.retracted ? say(language, 'retracted', { date: custom.retracted.date }) : '',
    custom.corrected ? say(language, 'corrected', { date: custom.corrected.date }) : '',
    custom.status === 'recheck' ? say(language, 'recheck') : '',
  ]
    .filter(Boolean)
    .join('; ')

/** Starts at 1 with nothing cited. A citekey that the library does not hold gets no number and is not shown; such claims never leave the loader. */
export const createNumbering = (library: Library): Numbering => {
  const numbers = new Map<Citekey, number>()
  const markOf = (key: Citekey): Rich[] => {
    const reference = library.references.get(key)
    if (!reference) return []
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    return [{ kind: 'mark', number, url: addressOf(reference) }]
  }
  const richOf = (claims: readonly Claim[]): Rich[] =>
    claims.flatMap(({ inlines }, at) => [
      ...(at ? [{ kind: 'text', text: ' ' } as const] : []),
      ...inlines.flatMap((inline): Rich[] =>
        inline.kind === 'cite' ? inline.keys.flatMap(markOf) : [inline],
      ),
    ])
  return {
    richOf,
    paragraphOf: ({ kind, label, claims }, language) => ({
      kind: 'paragraph',
      ...(label ? { label } : {}),
      rich: richOf(claims),
      language,
      ...(kind === 'paragraph' ? {} : { bullet: true }),
    }),
    sources: (language, authors) => {
      const items = [...numbers].flatMap(([key, number]): SourceLine[] => {
        const reference = library.references.get(key)
        if (!reference) return []
        const remark = remarkOf(reference, language)
        return [
          {
            number,
            text: vancouver(reference, authors),
            url: addressOf(reference),
            ...(remark ? { remark } : {}),
          },
        ]
      })
      return items.length
        ? [{ kind: 'sources', heading: say(language, 'sources'), items, language: 'en' }]
        : []
    },
    keys: () => [...numbers.keys()],
  }
}
