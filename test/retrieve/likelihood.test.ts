import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLikelihood } from '../../src/retrieve/likelihood.js'

const terms = fc.array(fc.nat(9), { maxLength: 12 })
const library = fc.array(fc.record({ names: terms, asked: terms }), { minLength: 1, maxLength: 8 })

/** Dirichlet smoothing as the paper writes it, over the probability that askers at large say the term. */
const naive = (cards: readonly { names: number[]; asked: number[] }[], term: number, card: number) => {
  const said = cards.map(({ names, asked }) => [...names, ...names, ...asked])
  const everywhere = said.flat()
  const share = everywhere.filter((one) => one === term).length / everywhere.length
  const own = said[card] ?? []
  const count = own.filter((one) => one === term).length
  return Math.log((count + 30 * share) / (own.length + 30) / share)
}

describe('the likelihood of a word among those who ask for a card', () => {
  test('is that of the smoothed model, for every term that somebody says', () => {
    fc.assert(
      fc.property(library, (cards) => {
        const likelihood = createLikelihood(cards)
        const said = new Set(cards.flatMap(({ names, asked }) => [...names, ...asked]))
        for (const term of said) {
          for (const card of cards.keys()) {
            expect(likelihood(term, card, 1)).toBeCloseTo(naive(cards, term, card), 4)
          }
        }
      }),
      { seed: 1, numRuns: 400 },
    )
  })

  test('speaks for a card where its askers say the term, and against it where they could have and did not', () => {
    const likelihood = createLikelihood([
      { names: [1], asked: [1, 2, 2] },
      { names: [3], asked: [4, 4, 4] },
    ])
    expect(likelihood(2, 0, 1)).toBeGreaterThan(0)
    expect(likelihood(2, 1, 1)).toBeLessThan(0)
  })

  test('grows with the trust in a guessed term, from that of a term which is not said', () => {
    const likelihood = createLikelihood([
      { names: [1], asked: [1, 2, 2] },
      { names: [3], asked: [4, 4, 4] },
    ])
    const guessed = [0, 0.3, 0.6, 1].map((trust) => likelihood(2, 0, trust))
    expect(guessed).toEqual(guessed.toSorted((left, right) => left - right))
    expect(guessed[0]).toBe(likelihood(9, 0, 1))
  })

  test('of a term that nobody says, and of cards that nobody asks for, is a number', () => {
    expect(createLikelihood([{ names: [], asked: [] }])(7, 0, 1)).toBe(0)
    expect(createLikelihood([{ names: [1], asked: [] }])(7, 0, 1)).toBeLessThan(0)
  })
})
