import { editDistance } from '../text/edit-distance.js'
import { hasDigit } from '../text/words.js'

export interface Correction {
  readonly word: string
  /** How far it is trusted, 0..1. */
  readonly trust: number
}

/**
 * Up to three corrections of a mistyped folded word, most trusted first.
 * @param isKnown whether a word of the library may be meant at all
 */
export type Spelling = (word: string, isKnown?: (candidate: string) => boolean) => Correction[]

/** How many letters may differ: none below four letters, where any change makes another word. */
const allowed = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0)

/** The letters of a word as bits. Each slip changes two of them at most, so most words are passed over without a comparison. */
const lettersOf = (word: string): number => {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** How many bits are set. */
const bitsIn = (number: number): number => {
  let bits = number - ((number >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** Words of one length, with their letters. */
interface Shelf {
  readonly words: string[]
  readonly letters: Int32Array
}

const shelvesOf = (words: Iterable<string>): Map<number, Shelf> => {
  const byLength = new Map<number, string[]>()
  for (const word of words) {
    if (!allowed(word) || hasDigit(word)) continue
    const shelf = byLength.get(word.length)
    if (shelf) shelf.push(word)
    else byLength.set(word.length, [word])
  }
  return new Map(
    [...byLength].map(([length, list]) => [
      length,
      { words: list, letters: Int32Array.from(list, lettersOf) },
    ]),
  )
}

/**
 * Finds library words near a mistyped one: words of about its length and letters are compared one by one, which takes a fraction of a
 * millisecond and, unlike a dictionary of all slips, no memory. Words with digits are names (brca1, il6): never corrected, never a correction.
 * @param counts folded word -> how often the library uses it
 */
export const createSpelling = (counts: ReadonlyMap<string, number>): Spelling => {
  let made: ReadonlyMap<number, Shelf> | undefined
  return (word, isKnown = () => true) => {
    const limit = allowed(word)
    if (!limit || word.length > 40 || hasDigit(word)) return []
    // Made for the first unknown word: one question in the terminal seldom needs it.
    const shelves = (made ??= shelvesOf(counts.keys()))
    const letters = lettersOf(word)
    const near: Correction[] = []
    for (let length = word.length - limit; length <= word.length + limit; length += 1) {
      const shelf = shelves.get(length)
      shelf?.words.forEach((candidate, at) => {
        const slips = Math.min(limit, allowed(candidate))
        if (bitsIn(letters ^ (shelf.letters[at] ?? 0)) > 2 * slips) return
        const distance = editDistance(word, candidate, slips)
        if (distance > slips || !isKnown(candidate)) return
        near.push({ word: candidate, trust: trustIn(word, candidate, distance, counts.get(candidate) ?? 0) })
      })
    }
    return near
      .toSorted((left, right) => right.trust - left.trust || (left.word < right.word ? -1 : 1))
      .slice(0, 3)
  }
}

/** One slip is likelier than two, the first letter is seldom wrong, common words are likelier meant. */
const trustIn = (word: string, candidate: string, distance: number, count: number): number =>
  Math.min(
    1,
    (distance === 1 ? 0.85 : 0.5) * (word[0] === candidate[0] ? 1 : 0.85) * (1 + 0.02 * Math.log(1 + count)),
  )
