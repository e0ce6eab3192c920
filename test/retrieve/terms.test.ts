import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/language.js'
import { createSpelling } from '../../src/retrieve/spelling.js'
import { readTerms } from '../../src/retrieve/terms.js'
import { createVocabulary } from '../../src/retrieve/vocabulary.js'

const vocabulary = createVocabulary()
vocabulary.read('Stem cells can become any cell of the body', 'en')
vocabulary.read('CAR-T therapy, IL-6, BRCA1 and teratoma; Yamanaka', 'en')
vocabulary.read('الخلايا الجذعية', 'ar')
// Cells stand in all four cards, everything else in one.
const [cells] = vocabulary.termsIn('cell', 'en')
vocabulary.close((term) => (term === cells ? 4 : 1), 4)
const spelling = createSpelling(vocabulary.words)
const read = (text: string, language: Language = 'en', share?: number) =>
  readTerms(text, language, vocabulary, spelling, share)
const told = (text: string, language?: Language) =>
  read(text, language).map(({ read: as, state }) => `${as} ${state}`)
const distinctive = (text: string) =>
  read(text)
    .filter((term) => term.distinctive)
    .map((term) => term.text)

describe('the terms of a question', () => {
  test('are its content words, by what the library makes of them', () => {
    expect(told('What are the stem cells?')).toEqual(['stem known', 'cells known'])
    expect(told('the teratmoa')).toEqual(['teratoma corrected'])
    expect(told('the xylophone')).toEqual(['xylophone unknown'])
    expect(told('ما هي خلايا جذعيه؟', 'ar')).toEqual(['خلايا known', 'جذعيه known'])
  })

  test.each(['What is a stem cell?', 'What was a stem cell?', 'Do I have a stem cell?'])(
    'of "%s" are two, for an article or a pronoun joins nothing',
    (text) => {
      expect(told(text)).toEqual(['stem known', 'cell known'])
    },
  )

  test('are known in any form that shares a stem', () => {
    expect(told('therapies')).toEqual(['therapies known'])
  })

  test('count once, in whatever forms they stand', () => {
    expect(told('cell cells CELL cell')).toEqual(['cell known'])
    expect(told('xylophone xylophone')).toEqual(['xylophone unknown'])
  })

  test('are stop words where there is nothing else', () => {
    expect(told('what is it')).toEqual(['what unknown', 'is unknown', 'it unknown'])
    expect(told('')).toEqual([])
  })

  test('with digits are known as they stand or not at all', () => {
    expect(told('il 6')).toEqual(['il6 known'])
    expect(told('il-2')).toEqual(['il2 unknown'])
    expect(told('brca2').at(-1)).toBe('brca2 unknown')
  })

  test('are none where only single letters stand, which count beside words', () => {
    expect(told('(a+)+$ b c')).toEqual([])
    expect(told('x xylophone')).toEqual(['x unknown', 'xylophone unknown'])
  })

  test('tell which of them name one thing', () => {
    expect(distinctive('did Yamanaka make stem cells?')).toEqual(['yamanaka'])
    expect(distinctive('what is il6?')).toEqual(['il6'])
    expect(distinctive('Stem cells?')).toEqual([])
  })

  test('tell the parts of joined words', () => {
    expect(read('CAR-T').map(({ text, isPart }) => [text, isPart])).toEqual([
      ['car', true],
      ['cart', false],
    ])
  })

  test('weigh more the fewer cards hold them, and most where none does', () => {
    const [cell, teratoma, xylophone] = ['cell', 'teratoma', 'xylophone'].map(
      (word) => read(word)[0]?.weight ?? NaN,
    )
    expect(cell).toBeLessThan(teratoma ?? NaN)
    expect(teratoma).toBeLessThan(xylophone ?? NaN)
    expect(xylophone).toBe(vocabulary.most())
  })

  test('of an earlier question weigh their share', () => {
    const [now] = read('teratoma')
    const [before] = read('teratoma', 'en', 0.5)
    expect(before?.weight).toBeCloseTo((now?.weight ?? NaN) / 2, 6)
  })

  test('are 48 at most, each with its own reading, of any text', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom('cell', 'stem', 'CAR-T', 'teratmoa', 'the'),
          fc.string({ unit: 'binary', maxLength: 9 }),
        ),
        {
          maxLength: 120,
        },
      )
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(text, (typed) => {
        const terms = read(typed)
        expect(terms.length).toBeLessThanOrEqual(48)
        const best = terms.flatMap(({ readings }) => readings[0]?.term ?? [])
        expect(new Set(best).size).toBe(best.length)
        for (const { state, readings, weight } of terms) {
          expect(readings.length === 0).toBe(state === 'unknown')
          expect(readings.every(({ trust }) => trust > 0 && trust <= 1)).toBe(true)
          expect(Number.isFinite(weight)).toBe(true)
        }
      }),
      { seed: 1, numRuns: 300 },
    )
    const many = Array.from({ length: 400 }, (_, at) => `w${at}`).join(' ')
    expect(read(many)).toHaveLength(48)
  })
})
