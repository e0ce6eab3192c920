import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flat, phrases } from '../../src/text/phrases.js'

const holds = (pattern: RegExp, text: string) => pattern.test(flat(text))

describe('flat text', () => {
  test.each([
    ['What’s THIS?!', ' whats this '],
    ['CAR-T', ' car t '],
    ['الجِينوم، ٤٠', ' الجينوم 40 '],
    ['...', '  '],
  ])('%s -> "%s"', (typed, expected) => {
    expect(flat(typed)).toBe(expected)
  })

  test('holds letters, digits and single spaces only, with one at either end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(flat(text)).toMatch(/^ (?:[\p{L}\p{N}]+ )*(?: (?<=^ {2}))?$/u)
      }),
      { seed: 1, numRuns: 1000 },
    )
  })
})

describe('phrases', () => {
  const pattern = phrases(`
    stem cells?
    (should|shall) i * stop
    هل أوقف
  `)

  test.each([
    'What is a stem cell?',
    'STEM   CELLS',
    'stem-cell',
    'Should I stop?',
    'shall I really stop',
    'should i one two three four five stop',
    'هل اوقف الدواء',
    'هَل أُوقِف',
  ])('are found in: %s', (text) => {
    expect(holds(pattern, text)).toBe(true)
  })

  test.each([
    'system cells',
    'stem cellular',
    'stem of a cell',
    'should i one two three four five six stop',
    'stop should i',
    'should i stopped',
    'سهل اوقف',
    '',
  ])('are not found in: %s', (text) => {
    expect(holds(pattern, text)).toBe(false)
  })

  test('are read as whole words wherever they stand, and as nothing else', () => {
    const one = phrases('(gene|old cell)')
    const word = fc.constantFrom('gene', 'genes', 'old', 'cell', 'eugene', 'cells')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (list) => {
        const expected =
          list.includes('gene') || list.some((first, at) => first === 'old' && list[at + 1] === 'cell')
        expect(holds(one, list.join(' '))).toBe(expected)
      }),
      { seed: 1, numRuns: 1000 },
    )
  })
})
