import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFollowUp } from '../../src/understand/follow-up.js'

describe('a question leans on the one before', () => {
  test.each([
    'and the price?',
    'And who discovered them?',
    'What about children?',
    'how about in Qatar',
    'ok so why is that?',
    'but is it proven?',
    'What are its risks?',
    'Who invented this?',
    'Do they work in humans?',
    'Is it halal?',
    'Why?',
    'Since when?',
    'So what do critics say?',
    'any other examples?',
    'tell me more',
    'more',
    'Can it come back?',
    'Where was he born?',
  ])('%s', (text) => {
    expect(isFollowUp(text)).toBe(true)
  })

  test.each([
    'وما مخاطرها؟',
    'وكيف يعمل؟',
    'وهل هو حلال؟',
    'طيب وكم السعر؟',
    'ماذا عن الأطفال؟',
    'هل هي آمنة؟',
    'من اكتشف هذا؟',
    'ما تكلفته؟',
    'شو عن السعر؟',
    'ومن اكتشفها؟',
    'وماذا عن مصر؟',
    'لماذا هذا مهم؟',
  ])('%s', (text) => {
    expect(isFollowUp(text)).toBe(true)
  })
})

describe('a question stands by itself', () => {
  test.each([
    'What is a stem cell?',
    'Who discovered CRISPR?',
    'Is it true that cord blood cures autism?',
    'Is it safe to freeze embryos?',
    'How long does it take to make CAR-T cells?',
    'Android research',
    'Sonography and stem cells',
    'Orphan drugs',
    'What are the risks of gene therapy?',
    'When does the soul enter the fetus?',
    'Does it cost to join a trial?',
    '',
  ])('%s', (text) => {
    expect(isFollowUp(text)).toBe(false)
  })

  test.each([
    'ما هي الخلايا الجذعية؟',
    'ما هو الطب الشخصي؟',
    'من هو ابن سينا؟',
    'ما هو CAR-T؟',
    'وراثة الأمراض في العائلات',
    'واحد من كل كم يحمل المرض؟',
    'كيف تعمل أدوية السرطان؟',
    'متى تنفخ الروح في الجنين؟',
  ])('%s', (text) => {
    expect(isFollowUp(text)).toBe(false)
  })
})

test('an opening that carries on makes any question lean', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('and', 'What about', 'So', 'but', 'ماذا عن', 'طيب'),
      fc.array(fc.constantFrom('genes', 'trials', 'جينات', 'IL-6', 'cost'), { minLength: 1, maxLength: 8 }),
      (opening, list) => {
        expect(isFollowUp(`${opening} ${list.join(' ')}?`)).toBe(true)
      },
    ),
    { seed: 1, numRuns: 200 },
  )
})

test('any text leans or does not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(typeof isFollowUp(text)).toBe('boolean')
    }),
    { seed: 1, numRuns: 300 },
  )
})
