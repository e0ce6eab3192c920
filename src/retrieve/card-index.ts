import { packPostings, type Postings } from './postings.js'

/** The three fields of a card that are searched as a whole. */
export interface Fields<Value> {
  /** Title and aliases. */
  readonly names: Value
  /** Short answer and sections. */
  readonly body: Value
  /** The ways in which people ask for it. */
  readonly asked: Value
}

/** How BM25F weighs the fields. */
export interface FieldWeights extends Fields<number> {
  /** How soon repetition stops to count. */
  readonly k1: number
  /** How much a field's length counts against it, 0..1. */
  readonly b: Fields<number>
}

/** Term -> the cards that hold it, with BM25F's weight of the term in each. */
export type CardIndex = (term: number) => Postings | undefined

type FieldName = keyof Fields<unknown>
const fieldNames: readonly FieldName[] = ['names', 'body', 'asked']

/**
 * An inverted index of cards by BM25F: term frequencies of the fields are weighted and length-normalised, added, then saturated once
 * (Robertson, Zaragoza and Taylor 2004, doi:10.1145/1031171.1031181).
 * @param cards each card's terms, by field
 */
export const createCardIndex = (
  cards: readonly Fields<readonly number[]>[],
  weights: FieldWeights,
): CardIndex => {
  const averageOf = (field: FieldName) =>
    cards.reduce((sum, card) => sum + card[field].length, 0) / Math.max(1, cards.length) || 1
  const average: Fields<number> = {
    names: averageOf('names'),
    body: averageOf('body'),
    asked: averageOf('asked'),
  }
  const entries = { terms: [] as number[], cards: [] as number[], values: [] as number[] }
  for (const [number, card] of cards.entries()) {
    const counted = new Map<number, number>()
    for (const field of fieldNames) {
      const length = card[field].length / average[field]
      const each = weights[field] / (1 - weights.b[field] + weights.b[field] * length)
      for (const term of card[field]) counted.set(term, (counted.get(term) ?? 0) + each)
    }
    for (const [term, count] of counted) {
      entries.terms.push(term)
      entries.cards.push(number)
      entries.values.push((count * (weights.k1 + 1)) / (count + weights.k1))
    }
  }
  return packPostings(entries)
}
