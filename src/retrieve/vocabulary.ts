import type { Language } from '../domain/language.js'
import { isStopWord } from '../text/stop-words.js'
import { stem } from '../text/stem.js'
import { asCompared, hasDigit, words, type Word } from '../text/words.js'

/** The stems of a library, numbered, with what each tells. */
export interface Vocabulary {
  /** The numbers of a text's content words, in order; words that are new get a number while the vocabulary is open. */
  readonly read: (text: string, language: Language) => number[]
  /** The same without the parts of joined words: the run that makes up a name. */
  readonly readName: (text: string, language: Language) => number[]
  /**
   * The terms as which a folded word of a question can be read: those of its language and of English, which people mix into any other.
   * Empty where neither knows it.
   */
  readonly termsIn: (word: string, language: Language) => number[]
  /**
   * The language whose words a question's are: the one that was guessed, unless another knows more of them. Short questions ("sel
   * stem") show no language by their function words.
   */
  readonly languageOf: (words: readonly string[], guess: Language) => Language
  /** The same in all languages, for when the language of the question was guessed wrong. */
  readonly termsAnywhere: (word: string) => number[]
  /** Inverse document frequency, in nats, of a term over the cards. */
  readonly weight: (term: number) => number
  /** The weight of a word that no card holds: the most a word can tell. */
  readonly most: () => number
  /** Whether a folded word stands in the library as it is. */
  readonly has: (word: string) => boolean
  /** Folded word -> how many times it was read, for spelling. */
  readonly words: ReadonlyMap<string, number>
  /** Ends reading: from here on weights are known. `cardsWith` counts the cards that hold a term. */
  readonly close: (cardsWith: (term: number) => number, cards: number) => void
}

/** Words of one language family: languages that are not told apart share one. */
interface Family {
  /** A language of the family, whose stemmer serves all of them. */
  readonly language: Language
  /** Stem -> its number. */
  readonly stems: Map<string, number>
  /** Folded word -> the number of its stem. */
  readonly words: Map<string, number>
}

const arabicScript = /^[\u0600-\u06FF]/

/**
 * The language under which a word is kept. Names with digits and Latin words in texts of other scripts are international and stay with the
 * English ones; Malay stays with Indonesian, which shares most words. So no Turkish or French word answers for an English one.
 */
const familyOf = (word: string, language: Language): Language => {
  if (hasDigit(word)) return 'en'
  const isArabic = arabicScript.test(word)
  if (isArabic) return language === 'fa' || language === 'ur' ? language : 'ar'
  return language === 'ms'
    ? 'id'
    : language === 'tr' || language === 'fr' || language === 'id'
      ? language
      : 'en'
}

/** An empty vocabulary. */
export const createVocabulary = (): Vocabulary => {
  const counts = new Map<string, number>()
  const families = new Map<Language, Family>()
  let size = 0
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
  const familyFor = (word: string, language: Language): Family => {
    const key = familyOf(word, language)
    const family = families.get(key) ?? { language: key, stems: new Map(), words: new Map() }
    families.set(key, family)
    return family
  }
  const numberOf = ({ stems }: Family, stemmed: string): number => {
    const number = stems.get(stemmed) ?? size
    if (number === size) size += 1
    stems.set(stemmed, number)
    return number
  }
  const termIn = (family: Family | undefined, word: string): number | undefined =>
    family && (family.words.get(word) ?? family.stems.get(stem(word, family.language)))
  /** The number of a word's stem in a language, -1 for a stop word. */
  const numberIn = (known: Map<string, number>, word: string, language: Language): number => {
    const before = known.get(word)
    if (before !== undefined) return before
    const family = familyFor(word, language)
    const number = isStopWord(word, language) ? -1 : numberOf(family, stem(word, family.language))
    known.set(word, number)
    if (number >= 0) family.words.set(word, number)
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
  const termsIn: Vocabulary['termsIn'] = (word, language) =>
    [...new Set([familyOf(word, language), 'en' as const])].flatMap(
      (key) => termIn(families.get(key), word) ?? [],
    )
  return {
    read: (text, language) => read(words(text, compare), language),
    readName: (text, language) =>
      read(
        words(text, compare).filter(({ isPart }) => !isPart),
        language,
      ),
    termsIn,
    languageOf: (list, guess) => {
      const knownIn = (language: Language) => list.filter((word) => termsIn(word, language).length > 0).length
      let best = { language: guess, known: knownIn(guess) }
      for (const language of best.known < list.length ? families.keys() : []) {
        const known = knownIn(language)
        if (known > best.known) best = { language, known }
      }
      return best.language
    },
    termsAnywhere: (word) => [...families.values()].flatMap((family) => termIn(family, word) ?? []),
    weight: (term) => weights[term] ?? most,
    most: () => most,
    has: (word) => counts.has(word),
    words: counts,
    close: (cardsWith, cards) => {
      // Robertson and Sparck Jones (1976, doi:10.1002/asi.4630270302), with 1 added so that no weight is negative.
      const idf = (held: number) => Math.log(1 + (cards - held + 0.5) / (held + 0.5))
      weights = Float32Array.from({ length: size }, (_, term) => idf(cardsWith(term)))
      most = idf(0)
      compared.clear()
      met.clear()
    },
  }
}
