import type { Aspect } from '../domain/question.js'
import type { PassageRef } from '../domain/ranking.js'
import { placeIn } from './postings.js'
import type { Asked } from './terms.js'

/** More passages than a card can have. */
const span = 2 ** 20

/** A passage without its words, which the index holds. */
export interface Passage {
  readonly ref: PassageRef
  /** What all its terms tell together. */
  readonly weight: number
  /** Whether it is text of the card, and not its names or a way of asking. */
  readonly isText: boolean
  /** What it is about, by its first words: "Cost and access." */
  readonly about: readonly Aspect[]
}

/** Whether a passage is text of the card, and not its names or a way of asking. */
export const isText = ({ kind }: PassageRef): boolean => kind !== 'question' && kind !== 'names'

/** The passages of one card and where its terms stand in them. */
export interface PassageIndex {
  readonly passages: readonly Passage[]
  /** The numbers of those that are text of the card: few beside its ways of asking. */
  readonly texts: readonly number[]
  /** How much of the question's weight each passage holds, by its number. */
  readonly shared: (asked: readonly Asked[]) => Float32Array
}

/**
 * Indexes a card's passages by term, so that a question is compared only with those that hold one of its words. Unlike the postings of all
 * cards, which have a place for every term of the library, it knows only the terms of its card.
 */
export const createPassageIndex = (
  passages: readonly {
    readonly ref: PassageRef
    readonly terms: readonly number[]
    readonly about: readonly Aspect[]
  }[],
  weightOf: (term: number) => number,
): PassageIndex => {
  // A pair of a term and a passage as one number, so that a plain sort brings the passages of a term together.
  const pairs: number[] = []
  const list = passages.map(({ ref, terms, about }, number): Passage => {
    let weight = 0
    for (const term of new Set(terms)) {
      weight += weightOf(term)
      pairs.push(term * span + number)
    }
    return { ref, weight, about, isText: isText(ref) }
  })
  const sorted = Float64Array.from(pairs).toSorted()
  const held = Int32Array.from(sorted, (pair) => pair % span)
  const terms: number[] = []
  const starts: number[] = []
  sorted.forEach((pair, at) => {
    const term = Math.floor(pair / span)
    if (terms.at(-1) === term) return
    terms.push(term)
    starts.push(at)
  })
  const known = Int32Array.from(terms)
  const from = Int32Array.from([...starts, sorted.length])
  return {
    passages: list,
    texts: list.flatMap((passage, number) => (passage.isText ? [number] : [])),
    shared: (asked) => {
      const shared = new Float32Array(list.length)
      for (const { readings, weight } of asked) {
        // A word counts once in a passage, in the reading that is trusted most, which comes first.
        const counted = readings.length > 1 ? new Set<number>() : undefined
        for (const { term, trust } of readings) {
          const place = placeIn(known, term)
          if (place < 0) continue
          for (let at = from[place] ?? 0; at < (from[place + 1] ?? 0); at += 1) {
            const number = held[at] ?? 0
            if (counted?.has(number)) continue
            counted?.add(number)
            shared[number] = (shared[number] ?? 0) + trust * weight
          }
        }
      }
      return shared
    },
  }
}
