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
/** Deletions are taken from this many letters at the front only, which bounds the dictionary. */
const prefix = 9

const deletions = (word: string, depth: number): Set<string> => {
  const all = new Set([word])
  let layer = [word]
  for (let round = 0; round < depth; round += 1) {
    layer = layer.flatMap((one) =>
      Array.from({ length: one.length }, (_, at) => one.slice(0, at) + one.slice(at + 1)),
    )
    layer.forEach((one) => all.add(one))
  }
  return all
}

/** Each word under what is left of its front when letters are dropped. */
const dictionaryOf = (words: Iterable<string>): Map<string, string[]> => {
  const dictionary = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < 4 || hasDigit(word)) continue
    for (const key of deletions(word.slice(0, prefix), allowed(word))) {
      const list = dictionary.get(key)
      if (list) list.push(word)
      else dictionary.set(key, [word])
    }
  }
  return dictionary
}

/**
 * Finds library words near a mistyped one by symmetric deletion (W. Garbe's method): the dictionary holds each word under what is left
 * when letters are dropped. Words with digits are names (brca1, il6): never corrected, never a correction.
 * @param counts folded word -> how often the library uses it
 */
export const createSpelling = (counts: ReadonlyMap<string, number>): Spelling => {
  let made: ReadonlyMap<string, readonly string[]> | undefined
  return (word, isKnown = () => true) => {
    const limit = allowed(word)
    if (!limit || word.length > 40 || hasDigit(word)) return []
    // Made for the first unknown word: one question in the terminal seldom needs it.
    const dictionary = (made ??= dictionaryOf(counts.keys()))
    const near = new Map<string, number>()
    for (const key of deletions(word.slice(0, prefix), limit)) {
      for (const candidate of dictionary.get(key) ?? []) {
        if (near.has(candidate)) continue
        const distance = editDistance(word, candidate, Math.min(limit, allowed(candidate)))
        if (distance <= Math.min(limit, allowed(candidate)) && isKnown(candidate))
          near.set(candidate, distance)
      }
    }
    return [...near]
      .map(([candidate, distance]) => ({
        word: candidate,
        trust: trustIn(word, candidate, distance, counts.get(candidate) ?? 0),
      }))
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
