import type { Language } from '../domain/language.js'
import { isStopWord } from '../text/stop-words.js'
import { stem } from '../text/stem.js'
import { words, type Word } from '../text/words.js'

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
  /** Language and word -> number: most words come again, and stemming is slow. */
  const met = new Map<string, number>()
  const numberOf = (stemmed: string): number => {
    const number = numbers.get(stemmed) ?? numbers.size
    numbers.set(stemmed, number)
    return number
  }
  const read = (list: readonly Word[], language: Language) =>
    list.flatMap(({ text: word }) => {
      if (isStopWord(word, language)) return []
      const known = `${language} ${word}`
      const number = met.get(known) ?? numberOf(stem(word, language))
      met.set(known, number)
      counts.set(word, (counts.get(word) ?? 0) + 1)
      if (!stems.has(word)) stems.set(word, number)
      return [number]
    })
  return {
    read: (text, language) => read(words(text), language),
    readName: (text, language) =>
      read(
        words(text).filter(({ isPart }) => !isPart),
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
    },
  }
}
