import type { Language } from '../domain/language.js'
import { isStopWord } from '../text/stop-words.js'
import { stem } from '../text/stem.js'
import { asCompared, words, type Word } from '../text/words.js'

/** The stems of a library, numbered, with what each tells. */
export interface Vocabulary {
  /** The numbers of a text's content words, in order; words that are new get a number while the vocabulary is open. */
  readonly read: (text: string, language: Language) => number[]
  /** The same without the parts of joined words: the run that makes up a name. */
  readonly readName: (text: string, language: Language) => number[]
  /** The number of a stem, if any card holds it. */
  readonly find: (stem: string) => number | undefined
  /** Inverse document frequency, in nats, of a term over the cards. */
  readonly weight: (term: number) => number
  /** The weight of a word that no card holds: the most a word can tell. */
  readonly most: () => number
  /** Whether a folded word stands in the library as it is. */
  readonly has: (word: string) => boolean
  /** Folded word -> how many times it was read, for spelling. */
  readonly words: ReadonlyMap<string, number>
  readonly stemOf: (word: string) => number | undefined
  /** Ends reading: from here on weights are known. `cardsWith` counts the cards that hold a term. */
  readonly close: (cardsWith: (term: number) => number, cards: number) => void
}

/** An empty vocabulary. */
export const createVocabulary = (): Vocabulary => {
  const numbers = new Map<string, number>()
  const counts = new Map<string, number>()
  const stems = new Map<string, number>()
  let weights = new Float32Array(0)
  let most = 0
  // Most words come again, and folding and stemming are slow: what came of each is kept while the library is read.
  const compared = new Map<string, string>()
  const met = new Map<Language, Map<string, number>>()
  const compare = (typed: string): string => {
    const known = compared.get(typed)
    if (known !== undefined) return known
    const text = asCompared(typed)
    compared.set(typed, text)
    return text
  }
  const numberOf = (stemmed: string): number => {
    const number = numbers.get(stemmed) ?? numbers.size
    numbers.set(stemmed, number)
    return number
  }
  /** The number of a word's stem in a language, -1 for a stop word. */
  const numberIn = (known: Map<string, number>, word: string, language: Language): number => {
    const before = known.get(word)
    if (before !== undefined) return before
    const number = isStopWord(word, language) ? -1 : numberOf(stem(word, language))
    known.set(word, number)
    if (number >= 0 && !stems.has(word)) stems.set(word, number)
    return number
  }
  const read = (list: readonly Word[], language: Language): number[] => {
    const known = met.get(language) ?? new Map<string, number>()
    met.set(language, known)
    const terms: number[] = []
    for (const { text: word } of list) {
      const number = numberIn(known, word, language)
      if (number < 0) continue
      counts.set(word, (counts.get(word) ?? 0) + 1)
      terms.push(number)
    }
    return terms
  }
  return {
    read: (text, language) => read(words(text, compare), language),
    readName: (text, language) =>
      read(
        words(text, compare).filter(({ isPart }) => !isPart),
        language,
      ),
    find: (stemmed) => numbers.get(stemmed),
    weight: (term) => weights[term] ?? most,
    most: () => most,
    has: (word) => counts.has(word),
    words: counts,
    stemOf: (word) => stems.get(word),
    close: (cardsWith, cards) => {
      // Robertson and Sparck Jones (1976, doi:10.1002/asi.4630270302), with 1 added so that no weight is negative.
      const idf = (held: number) => Math.log(1 + (cards - held + 0.5) / (held + 0.5))
      weights = Float32Array.from({ length: numbers.size }, (_, term) => idf(cardsWith(term)))
      most = idf(0)
      compared.clear()
      met.clear()
    },
  }
}
