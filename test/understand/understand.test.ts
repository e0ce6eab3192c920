import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/domain/language.js'
import { understand } from '../../src/understand/understand.js'

describe('understanding a question', () => {
  test('tells all that its words show', () => {
    expect(understand('  Is   CAR-T\ndangerous? ')).toEqual({
      text: 'Is CAR-T dangerous?',
      language: 'en',
      answerIn: 'en',
      aspects: ['risk'],
      followUp: false,
      context: [],
    })
  })

  test('answers in the language that is wished for, else in that of the question', () => {
    expect(understand('ما هي الخلايا؟')).toMatchObject({ language: 'ar', answerIn: 'ar' })
    expect(understand('ما هي الخلايا؟', { wished: 'en' })).toMatchObject({ language: 'ar', answerIn: 'en' })
    expect(understand('What is it?', { wished: 'ar', screen: 'fr' })).toMatchObject({
      language: 'en',
      answerIn: 'ar',
    })
  })

  test('takes the language of the screen, then the wished one, then English, where the question shows none', () => {
    expect(understand('CRISPR', { screen: 'tr', wished: 'ar' })).toMatchObject({
      language: 'tr',
      answerIn: 'ar',
    })
    expect(understand('CRISPR', { wished: 'ar' })).toMatchObject({ language: 'ar', answerIn: 'ar' })
    expect(understand('CRISPR', { screen: 'fr' })).toMatchObject({ language: 'fr', answerIn: 'fr' })
    expect(understand('CRISPR')).toMatchObject({ language: 'en', answerIn: 'en' })
  })

  test('leans on nothing where nothing was said before', () => {
    expect(understand('and its risks?')).toMatchObject({ followUp: false, context: [] })
  })

  test('keeps the last three questions for a follow-up, latest first', () => {
    const earlier = ['What is one?', 'What is two?', ' What  is three? ', 'What is four?']
    expect(understand('and its risks?', { earlier })).toMatchObject({
      followUp: true,
      context: ['What is four?', 'What is three?', 'What is two?'],
    })
  })

  test('keeps no earlier question for one that stands by itself', () => {
    expect(understand('What is a teratoma?', { earlier: ['What is CAR-T?'] })).toMatchObject({
      followUp: false,
      context: [],
    })
  })

  test('names a guard only where there is one', () => {
    expect(understand('Should I stop my insulin?').guard).toBe('advice')
    expect(understand('I have chest pain right now').guard).toBe('urgent')
    expect('guard' in understand('What is insulin?')).toBe(false)
  })

  test('tells self-harm apart from other emergencies', () => {
    expect(understand('I want to end my life')).toMatchObject({ guard: 'urgent', selfHarm: true })
    expect('selfHarm' in understand('I have chest pain right now')).toBe(false)
  })

  test('of an empty text is a question without words', () => {
    for (const text of ['', ' \n ', '\u200B']) {
      expect(understand(text)).toEqual({
        text: '',
        language: 'en',
        answerIn: 'en',
        aspects: [],
        followUp: false,
        context: [],
      })
    }
  })

  test('takes any text and stays within bounds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.constantFrom('and ', 'كيف ', '🧬', '((', 'a').map((part) => part.repeat(3000)),
    )
    const language = fc.option(fc.constantFrom(...languages), { nil: undefined })
    fc.assert(
      fc.property(
        text,
        fc.array(text, { maxLength: 6 }),
        language,
        language,
        (typed, earlier, wished, screen) => {
          const question = understand(typed, { earlier, wished, screen })
          expect(Array.from(question.text).length).toBeLessThanOrEqual(2000)
          expect(question.context.length).toBeLessThanOrEqual(3)
          expect(question.context.filter((one) => Array.from(one).length > 2000)).toEqual([])
          expect(question.answerIn).toBe(wished ?? question.language)
          expect(languages).toContain(question.language)
        },
      ),
      { seed: 1, numRuns: 80 },
    )
  })
})
