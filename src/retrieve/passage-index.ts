import type { Aspect } from '../domain/question.js'
import type { PassageRef } from '../domain/ranking.js'
import type { Asked } from './terms.js'

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
  /** How much of the question's weight each passage holds, by its number. */
  readonly shared: (asked: readonly Asked[]) => Float32Array
}

/** Indexes a card's passages by term, so that a question is compared only with those that hold one of its words. */
export const createPassageIndex = (
  passages: readonly {
    readonly ref: PassageRef
    readonly terms: readonly number[]
    readonly about: readonly Aspect[]
  }[],
  weightOf: (term: number) => number,
): PassageIndex => {
  const holders = new Map<number, number[]>()
  const list = passages.map(({ ref, terms, about }, number): Passage => {
    let weight = 0
    for (const term of new Set(terms)) {
      weight += weightOf(term)
      const held = holders.get(term)
      if (held) held.push(number)
      else holders.set(term, [number])
    }
    return { ref, weight, about, isText: isText(ref) }
  })
  return {
    passages: list,
    shared: (asked) => {
      const shared = new Float32Array(list.length)
      for (const { readings, weight } of asked) {
        // A word counts once in a passage, in the reading that is trusted most, which comes first.
        const counted = readings.length > 1 ? new Set<number>() : undefined
        for (const { term, trust } of readings) {
          for (const number of holders.get(term) ?? []) {
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
