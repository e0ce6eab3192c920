import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance } from '../../src/text/edit-distance.js'

/** The definition, by recursion over beginnings of the words. */
const naive = (left: string, right: string): number => {
  const known = new Map<string, number>()
  const distance = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = `${i},${j}`
    const before = known.get(key)
    if (before !== undefined) return before
    const ways = [
      distance(i - 1, j) + 1,
      distance(i, j - 1) + 1,
      distance(i - 1, j - 1) + (left.charAt(i - 1) === right.charAt(j - 1) ? 0 : 1),
    ]
    const swapped =
      i > 1 &&
      j > 1 &&
      left.charAt(i - 1) === right.charAt(j - 2) &&
      left.charAt(i - 2) === right.charAt(j - 1)
    if (swapped) ways.push(distance(i - 2, j - 2) + 1)
    const least = Math.min(...ways)
    known.set(key, least)
    return least
  }
  return distance(left.length, right.length)
}

// Few letters, so that words are near each other and letters swap.
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ا'), maxLength: 9 })
const runs = { seed: 1, numRuns: 3000 }

describe('the edit distance', () => {
  test.each([
    ['cell', 'cell', 0],
    ['cell', 'cel', 1],
    ['cel', 'cell', 1],
    ['cell', 'bell', 1],
    ['cell', 'clel', 1],
    ['stem', '', 4],
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['mesenchymal', 'mesnechymla', 2],
    ['الجذعية', 'الجزعية', 1],
  ])('of %s and %s is %i', (left, right, distance) => {
    expect(editDistance(left, right, 9)).toBe(distance)
  })

  test('is that of the definition wherever it is within the limit, and beyond the limit otherwise', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 6 }), (left, right, limit) => {
        const expected = naive(left, right)
        const got = editDistance(left, right, limit)
        expect(expected <= limit ? [expected] : [limit + 1, expected]).toContain(got)
      }),
      runs,
    )
  })

  test('is the same from either side', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right, 20)).toBe(editDistance(right, left, 20))
      }),
      runs,
    )
  })

  test('is nought for equal words alone', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right, 20) === 0).toBe(left === right)
      }),
      runs,
    )
  })

  test('with no room at all only the word itself is near', () => {
    expect(editDistance('gene', 'gene', 0)).toBe(0)
    expect(editDistance('gene', 'gens', 0)).toBe(1)
  })
})
