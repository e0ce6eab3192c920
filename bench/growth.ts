import type { Card, Claim } from '../src/domain/card.js'
import type { Library, Variant } from '../src/domain/library.js'

/** Numbers in 0..1, the same ones for the same seed: `minstd_rand` of the C++ standard library, whose products a double holds exactly. */
const numbersFrom = (seed: number) => {
  const [multiplier, modulus] = [48_271, 2 ** 31 - 1]
  let state = (seed % (modulus - 1)) + 1
  return (): number => {
    state = (state * multiplier) % modulus
    return state / modulus
  }
}

const syllables =
  'ba ce di fo gu ha ki le mo nu pa ri se to vu xa yo ze chi dra fle gro phi sta tri vor nex lum cyt gen'.split(
    ' ',
  )
/** A made-up word, the same for the same number. */
const wordOf = (number: number): string => {
  let rest = number
  let word = ''
  do {
    word += syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length)
  } while (rest > 0)
  return word.length > 3 ? word : `${word}${word}`
}

const questionsOf = 6
const shared = 4_000

/** The two words that only one card has. */
const own = (at: number) => [wordOf(shared + 2 * at), wordOf(shared + 2 * at + 1)] as const

/**
 * A library of made-up cards, as large as is asked for: each has two words of its own, and draws the others from a vocabulary in which the
 * n-th word comes 1/n times as often as the first (Zipf), as in real texts. With one question a card that names its own words.
 */
export const madeUpLibrary = (
  size: number,
  library: Library,
): { readonly library: Library; readonly questions: readonly { text: string; expect: string[] }[] } => {
  const next = numbersFrom(size)
  const common = () => wordOf(Math.floor(shared ** next()))
  const text = (length: number) => Array.from({ length }, common).join(' ')
  const [key = ''] = library.references.keys()
  const claim = (words: string): Claim => ({
    inlines: [
      { kind: 'text', text: `${words}.` },
      { kind: 'cite', keys: [key] },
    ],
    sources: [key],
  })
  const cards = Array.from({ length: size }, (_, at): Card => {
    const [one, other] = own(at)
    return {
      id: `card-${at}`,
      topic: library.topics[0]?.id ?? 'topic',
      language: 'en',
      title: `${one} ${text(3)}`,
      aliases: [other],
      level: 'intro',
      evidence: 'news',
      reviewed: '2026-01-01',
      reviewEvery: 12,
      version: 1,
      related: [],
      retractions: [],
      answer: [claim(`${one} ${text(30)}`)],
      sections: [
        {
          kind: 'details',
          blocks: Array.from(
            { length: 4 },
            () => ({ kind: 'paragraph', claims: [claim(text(40))] }) as const,
          ),
        },
      ],
      file: '',
    }
  })
  const variants = cards.flatMap(({ id }, at) =>
    Array.from({ length: questionsOf }, (_, line): Variant => ({
      card: id,
      language: 'en',
      text: `${text(5)} ${own(at)[line % 2] ?? ''} ${text(2)}`,
      file: '',
      line,
    })),
  )
  return {
    library: { ...library, cards, variants, names: [], terms: [], translations: new Map() },
    questions: Array.from({ length: 200 }, () => {
      const at = Math.floor(next() * size)
      const [one, other] = own(at)
      return { text: `${text(3)} ${one} ${text(2)} ${other}`, expect: [`card-${at}`] }
    }),
  }
}
