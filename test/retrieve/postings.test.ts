import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packPostings, placeIn } from '../../src/retrieve/postings.js'

const runs = { seed: 1, numRuns: 400 }
/** Terms with their cards, ascending, as an index meets them: card by card. */
const cards = fc.array(fc.uniqueArray(fc.nat(15), { maxLength: 8 }), { maxLength: 12 })

describe('packed postings', () => {
  test('give each term its cards in order, with their values, and nothing for other terms', () => {
    fc.assert(
      fc.property(cards, (library) => {
        const entries = library.flatMap((terms, card) =>
          terms.map((term) => ({ term, card, value: term + card / 4 })),
        )
        const postings = packPostings({
          terms: entries.map(({ term }) => term),
          cards: entries.map(({ card }) => card),
          values: entries.map(({ value }) => value),
        })
        for (let term = 0; term <= 17; term += 1) {
          const expected = entries.filter((entry) => entry.term === term)
          const found = postings(term)
          expect(found === undefined).toBe(!expected.length)
          expect([...(found?.cards ?? [])]).toEqual(expected.map(({ card }) => card))
          expect([...(found?.values ?? [])]).toEqual(expected.map(({ value }) => value))
        }
      }),
      runs,
    )
  })
})

describe('the place of a number in an ascending list', () => {
  test('is that of a search from the start', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -50, max: 50 })),
        fc.integer({ min: -60, max: 60 }),
        (list, number) => {
          const ascending = list.toSorted((left, right) => left - right)
          expect(placeIn(Int32Array.from(ascending), number)).toBe(ascending.indexOf(number))
        },
      ),
      runs,
    )
  })
})
