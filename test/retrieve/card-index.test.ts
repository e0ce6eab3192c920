import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCardIndex, type Fields, type FieldWeights } from '../../src/retrieve/card-index.js'
import { placeIn } from '../../src/retrieve/postings.js'
import { fieldWeights } from '../../src/retrieve/weights.js'

type Terms = Fields<readonly number[]>
const fields = ['names', 'body', 'asked'] as const

/** BM25F as the paper writes it, for one term and one card, reading every card each time. */
const naive = (cards: readonly Terms[], weights: FieldWeights, term: number, card: Terms): number => {
  let frequency = 0
  for (const field of fields) {
    const all = cards.map((one) => one[field].length)
    const average = all.reduce((sum, length) => sum + length, 0) / all.length
    const times = card[field].filter((one) => one === term).length
    if (times === 0) continue
    const normal = 1 - weights.b[field] + weights.b[field] * (card[field].length / average)
    frequency += (weights[field] * times) / normal
  }
  return (frequency * (weights.k1 + 1)) / (weights.k1 + frequency)
}

const terms = fc.array(fc.nat(12), { maxLength: 15 })
const library: fc.Arbitrary<Terms[]> = fc.array(fc.record({ names: terms, body: terms, asked: terms }), {
  maxLength: 12,
})
const weight = fc.double({ min: 0.1, max: 4, noNaN: true })
const part = fc.double({ min: 0, max: 1, noNaN: true })
const anyWeights: fc.Arbitrary<FieldWeights> = fc.record({
  names: weight,
  body: weight,
  asked: weight,
  k1: weight,
  b: fc.record({ names: part, body: part, asked: part }),
})
const runs = { seed: 1, numRuns: 400 }

describe('the card index, beside BM25F written down', () => {
  test('holds each term with the cards that hold it, ascending, and their weights', () => {
    fc.assert(
      fc.property(library, anyWeights, (cards, weights) => {
        const index = createCardIndex(cards, weights)
        for (let term = 0; term <= 12; term += 1) {
          const holders = [...cards.entries()].filter(([, card]) =>
            fields.some((field) => card[field].includes(term)),
          )
          const postings = index(term)
          expect([...(postings?.cards ?? [])]).toEqual(holders.map(([number]) => number))
          for (const [at, [, card]] of holders.entries()) {
            expect(postings?.values[at]).toBeCloseTo(naive(cards, weights, term, card), 4)
          }
        }
      }),
      runs,
    )
  })

  test('tells whether a card stands in a list', () => {
    fc.assert(
      fc.property(library, (cards) => {
        const index = createCardIndex(cards, fieldWeights)
        for (let term = 0; term <= 12; term += 1) {
          const postings = index(term)
          for (const [number, card] of cards.entries()) {
            expect(postings !== undefined && placeIn(postings.cards, number) >= 0).toBe(
              fields.some((field) => card[field].includes(term)),
            )
          }
        }
      }),
      runs,
    )
  })

  test('gives nothing for a term that no card holds', () => {
    expect(createCardIndex([{ names: [1], body: [2], asked: [] }], fieldWeights)(3)).toBeUndefined()
    expect(createCardIndex([], fieldWeights)(0)).toBeUndefined()
  })

  test('by hand: one card of one name has a weight of 2.5 * 2.2 / 3.7', () => {
    const index = createCardIndex([{ names: [0], body: [], asked: [] }], fieldWeights)
    expect(index(0)?.values[0]).toBeCloseTo(1.486_486, 5)
  })

  test('a name weighs more than a mention, and a mention more in a short text than in a long one', () => {
    const index = createCardIndex(
      [
        { names: [0], body: [5], asked: [] },
        { names: [5], body: [0], asked: [] },
        { names: [6], body: [0, 1, 2, 3, 4], asked: [] },
      ],
      fieldWeights,
    )
    const [name = NaN, short = NaN, long = NaN] = index(0)?.values ?? []
    expect(name).toBeGreaterThan(short)
    expect(short).toBeGreaterThan(long)
  })
})
