import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passagesByCard } from '../../src/retrieve/passages.js'
import { createSpelling } from '../../src/retrieve/spelling.js'
import { createVocabulary } from '../../src/retrieve/vocabulary.js'
import { ownKnowledge } from '../support/house.js'

/** Optimal string alignment over the whole table, without shortcuts. */
const distanceOf = (left: string, right: string): number => {
  const width = right.length + 1
  const table = new Int32Array((left.length + 1) * width)
  const at = (row: number, column: number) => table[row * width + column] ?? Infinity
  for (let row = 0; row <= left.length; row += 1) {
    for (let column = 0; column <= right.length; column += 1) {
      const [a, b] = [left[row - 1], right[column - 1]]
      const isSwapped = row > 1 && column > 1 && a === right[column - 2] && left[row - 2] === b
      table[row * width + column] =
        row === 0 || column === 0
          ? row + column
          : Math.min(
              at(row - 1, column) + 1,
              at(row, column - 1) + 1,
              at(row - 1, column - 1) + (a === b ? 0 : 1),
              isSwapped ? at(row - 2, column - 2) + 1 : Infinity,
            )
    }
  }
  return at(left.length, right.length)
}

const slips = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0)
const digit = /\p{N}/u

/** Every word of the library, one by one: near enough for the shorter allowance of the two. */
const near = (library: readonly string[], word: string): Map<string, number> =>
  new Map(
    library.flatMap((candidate): [string, number][] => {
      const limit = Math.min(slips(word), slips(candidate))
      if (
        !limit ||
        digit.test(word) ||
        digit.test(candidate) ||
        Math.abs(word.length - candidate.length) > limit
      )
        return []
      const distance = distanceOf(word, candidate)
      return distance <= limit ? [[candidate, distance]] : []
    }),
  )

/** A word with one slip of the hand in it. */
const slipped = (word: string, { kind, at, letter: other }: { kind: string; at: number; letter: string }) => {
  const place = at % (word.length || 1)
  const [before, rest] = [word.slice(0, place), word.slice(place)]
  if (kind === 'add') return before + other + rest
  if (kind === 'drop') return before + rest.slice(1)
  if (kind === 'change') return before + other + rest.slice(1)
  return before + rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2)
}

describe('spelling, beside a search through every word of the library', () => {
  const vocabulary = createVocabulary()
  for (const passages of passagesByCard(ownKnowledge().library).values()) {
    for (const { ref, text } of passages) vocabulary.read(text, ref.language)
  }
  const library = [...vocabulary.words.keys()]
  const correct = createSpelling(vocabulary.words)

  /** The distances of the words that are found, and those that the search finds for as many places. */
  const compared = (word: string) => {
    const expected = near(library, word)
    const found = correct(word).map((one) => expected.get(one.word) ?? Infinity)
    const byDistance = [...expected.values()].toSorted((left, right) => left - right)
    return { found: found.toSorted((left, right) => left - right), searched: byDistance.slice(0, 3) }
  }

  test('words of the library with one to three slips are mended as by search', () => {
    const letter = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzابتجحدرسعفقكلمنهوي'))
    const slip = fc.record({ kind: fc.constantFrom('add', 'drop', 'change', 'swap'), at: fc.nat(30), letter })
    fc.assert(
      fc.property(fc.nat(library.length - 1), fc.array(slip, { minLength: 1, maxLength: 3 }), (at, list) => {
        const word = list.reduce(slipped, library[at] ?? '')
        fc.pre(!vocabulary.has(word))
        const { found, searched } = compared(word)
        expect(found).toEqual(searched)
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  test('words at random are mended as by search', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        fc.pre(!vocabulary.has(word))
        const { found, searched } = compared(word)
        expect(found).toEqual(searched)
      }),
      { seed: 1, numRuns: 60 },
    )
  })

  test('a word with a digit is never mended', () => {
    fc.assert(
      fc.property(fc.nat(library.length - 1), fc.nat(9), fc.nat(20), (word, number, at) => {
        const typed = library[word] ?? ''
        expect(correct(typed.slice(0, at) + String(number) + typed.slice(at))).toEqual([])
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('trust falls from one to the next, within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(library.length - 1), fc.nat(12), (at, dropped) => {
        const word = library[at] ?? ''
        const trusts = correct(word.slice(0, dropped) + word.slice(dropped + 1)).map(({ trust }) => trust)
        expect(trusts).toEqual(trusts.toSorted((left, right) => right - left))
        expect(trusts.filter((trust) => !(trust > 0 && trust <= 1))).toEqual([])
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('no library word with a digit is ever offered', () => {
    const mend = createSpelling(
      new Map([
        ['brca1', 50],
        ['brcan', 1],
        ['cyp2c19', 50],
      ]),
    )
    expect(mend('brca').map(({ word }) => word)).toEqual(['brcan'])
    expect(mend('cypcxix')).toEqual([])
  })

  test('any text at all is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(correct(text).length).toBeLessThanOrEqual(3)
      }),
      { seed: 1, numRuns: 150 },
    )
    expect(correct('m'.repeat(4000))).toEqual([])
  })
})

const mend = (words: readonly (readonly [string, number])[], typed: string) =>
  createSpelling(new Map(words))(typed).map(({ word }) => word)

describe('what is likelier meant', () => {
  test('one slip before two', () => {
    expect(
      mend(
        [
          ['ensoulments', 9],
          ['ensoulmant', 1],
        ],
        'ensoulmnt',
      ),
    ).toEqual(['ensoulmant', 'ensoulments'])
  })

  test('the same first letter before another', () => {
    expect(
      mend(
        [
          ['bells', 5],
          ['cello', 5],
        ],
        'cells',
      ),
    ).toEqual(['cello', 'bells'])
  })

  test('a common word before a rare one', () => {
    expect(
      mend(
        [
          ['genet', 1],
          ['genes', 80],
        ],
        'genez',
      ),
    ).toEqual(['genes', 'genet'])
  })

  test('three at most', () => {
    expect(
      mend(
        [
          ['cella', 1],
          ['cellb', 1],
          ['cellc', 1],
          ['celld', 1],
        ],
        'cellz',
      ),
    ).toHaveLength(3)
  })

  test.each([
    ['three letters', 'gne', 'gene'],
    ['two slips in a short word', 'gnnx', 'gene'],
    ['three slips in a long one', 'ensoumntx', 'ensoulment'],
  ])('%s are too few to tell, or too many to mend', (_, typed, word) => {
    expect(mend([[word, 100]], typed)).toEqual([])
  })
})
