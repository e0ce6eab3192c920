import { fold } from './fold.js'
import { isStopWord } from './stop-words.js'

export interface Word {
  /** As it stands in the text. */
  readonly typed: string
  /** As it is compared. */
  readonly text: string
  /** Where it begins in the text. */
  readonly at: number
  /** Whether it is also told as part of a joined word beside it: the `car` of `cart`. */
  readonly isPart?: boolean
}

const wordPattern = /[\p{L}\p{M}\p{N}\u0640]+(?:['’][\p{L}\p{M}]+)?/gu
const roman: ReadonlyMap<string, string> = new Map([
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
  ['vi', '6'],
  ['vii', '7'],
  ['viii', '8'],
  ['ix', '9'],
])
const number = /^\p{N}+$/u
/** What an apostrophe sets apart from a word: the English 's and its like, French elisions ("l'ADN"), Turkish endings of names ("Türkiye'nin"); not the hamza of "Qur'an". */
const apart =
  /^(?:qu|[cdjlmnst])'(?=\p{L}{2})|'(?:s|ll|ve|re|d|m|n?[iu]n|y[aeiu]|[dt][ae]n?|[dt][ae]ki|yl[ae]|l[ae]r)?$/gu

/** Whether a word holds a digit of any script. */
export const hasDigit = (word: string): boolean =>
  /[0-9]/.test(word) || (/[^\x20-\x7e]/.test(word) && /\p{N}/u.test(word))

/** A single word as it is compared; empty where nothing is left of it. */
export const asCompared = (typed: string): string => {
  const folded = fold(typed)
  const bare = folded.includes("'") ? folded.replace(apart, '').replaceAll("'", '') : folded
  return roman.get(bare) ?? bare
}

/**
 * The words of a text in order. What belongs together is joined, however it is typed: "IL-6", "IL 6" and "IL6" all hold `il6`,
 * "CAR-T" and "CAR T" hold `cart`, "57:01" holds `5701`; of the parts only words of three letters and more are told beside it.
 * Roman numerals become digits; an English `'s`, a French `l'` and a Turkish `'nin` fall away.
 * @param compare a word as it is compared; who reads a library keeps what it gave
 */
export const words = (text: string, compare: (typed: string) => string = asCompared): Word[] => {
  const found: Word[] = []
  let previous: { word: Word; end: number } | undefined
  for (const match of text.matchAll(wordPattern)) {
    const compared = compare(match[0])
    if (!compared) continue
    const word: Word = { typed: match[0], text: compared, at: match.index }
    const end = match.index + match[0].length
    const gap = previous ? text.slice(previous.end, match.index) : ''
    if (previous && joins(previous.word.text, word.text, gap)) {
      const left = previous.word
      if (found.at(-1) === left) found.pop()
      const parts = [left, word].filter((part) => part.text.length >= 3 && !number.test(part.text))
      found.push(...parts.map((part): Word => ({ ...part, isPart: true })), {
        typed: left.typed + gap + word.typed,
        text: left.text + word.text,
        at: left.at,
      })
    } else found.push(word)
    previous = { word, end }
  }
  return found
}

/** Whether two words beside each other are one name: "IL-6", "CAR T", "57:01"; but not "is a", "in 2003" or "after 120". */
const joins = (left: string, right: string, gap: string): boolean => {
  if (!/^[\s\-‐-―:*/]$/u.test(gap)) return false
  // `isStopWord` of any language holds the English ones too.
  if (/\s/u.test(gap) && (isStopWord(left, 'ar') || /^[ai]$/.test(right) || /^\p{N}{4}/u.test(right)))
    return false
  return (
    (left.length <= 5 && !hasDigit(left) && number.test(right)) ||
    (left.length <= 4 && /^[a-z]$/.test(right) && /^[a-z]{2,}$/.test(left)) ||
    (number.test(left) && number.test(right) && gap === ':')
  )
}

/**
 * Whether a word is written like a name: in capitals, or with a capital elsewhere than at a sentence's start. A single letter ("I") and
 * texts without lower case (shouting) tell nothing.
 */
export const isName = ({ typed, at }: Word, text: string): boolean => {
  // The cheap test first: most words begin small.
  if (typed.length < 2 || typed.charAt(0) === typed.charAt(0).toLowerCase()) return false
  if (/^[\p{Lu}\p{N}\s-]+$/u.test(typed)) return /\p{Ll}/u.test(text) || !/\s/.test(text.trim())
  return !/(?:^|[.!?:"“(])\s*$/u.test(text.slice(0, at))
}
