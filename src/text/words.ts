import { fold } from './fold.js'

export interface Word {
  /** As it stands in the text. */
  readonly typed: string
  /** As it is compared. */
  readonly text: string
  /** Whether it stands in capitals, or begins with one elsewhere than at the start of a sentence. */
  readonly isName?: boolean
  /** Whether it is also told as part of a joined word beside it: the `car` of `cart`. */
  readonly isPart?: boolean
}

const wordPattern = /[\p{L}\p{M}\p{N}\u0640]+(?:['’][\p{L}\p{M}]+)?/gu
const roman: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
}
const number = /^\p{N}+$/u

export const hasDigit = (word: string): boolean => /\p{N}/u.test(word)

/**
 * The words of a text in order. What belongs together is joined, however it is typed: "IL-6", "IL 6" and "IL6" all hold `il6`,
 * "CAR-T" and "CAR T" hold `cart`, "57:01" holds `5701`; of the parts only words of three letters and more are told beside it.
 * Roman numerals become digits, an English `'s` falls away.
 */
export const words = (text: string): Word[] => {
  const found: Word[] = []
  let previous: { word: Word; end: number } | undefined
  for (const match of text.matchAll(wordPattern)) {
    const folded = fold(match[0])
      .replace(/'(s|ll|ve|re|d|m|t)?$/u, '')
      .replaceAll("'", '')
    if (!folded) continue
    const word: Word = {
      typed: match[0],
      text: roman[folded] ?? folded,
      isName: isName(match[0], text, match.index),
    }
    const end = match.index + match[0].length
    const gap = previous ? text.slice(previous.end, match.index) : ''
    if (previous && joins(previous.word.text, word.text, gap)) {
      const left = previous.word
      if (found.at(-1) === left) found.pop()
      const parts = [left, word].filter((part) => part.text.length >= 3 && !number.test(part.text))
      found.push(...parts.map((part): Word => ({ ...part, isPart: true })), {
        typed: left.typed + gap + word.typed,
        text: left.text + word.text,
      })
    } else found.push(word)
    previous = { word, end }
  }
  return found
}

/** Words of one letter ("I") and texts without lower case (shouting) tell nothing. */
const isName = (typed: string, text: string, at: number): boolean =>
  /^\p{Lu}/u.test(typed) &&
  typed.length > 1 &&
  (/^\p{Lu}[\p{Lu}\p{N}]+$/u.test(typed)
    ? /\p{Ll}/u.test(text) || !/\s/.test(text.trim())
    : !/(?:^|[.!?:"“(])\s*$/u.test(text.slice(0, at)))

const joins = (left: string, right: string, gap: string): boolean =>
  /^[\s\-‐-―:*/]$/u.test(gap) &&
  ((left.length <= 5 && !hasDigit(left) && number.test(right)) ||
    (left.length <= 4 && /^[a-z]$/.test(right) && /^[a-z]{2,}$/.test(left)) ||
    (number.test(left) && number.test(right) && gap === ':'))
