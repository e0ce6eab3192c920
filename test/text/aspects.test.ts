import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aspects } from '../../src/domain/question.js'
import { aspectsOf } from '../../src/text/aspects.js'

describe('what a question wants to know', () => {
  test.each([
    ['cause', 'Why do teratomas form?'],
    ['cause', 'لماذا تتكون الأورام؟'],
    ['risk', 'What are the side effects of a transplant?'],
    ['risk', 'Is gene editing dangerous?'],
    ['risk', 'ما مخاطر زراعة النخاع؟'],
    ['cost', 'How much do patients pay for Casgevy?'],
    ['cost', 'كم سعر هذا الدواء؟'],
    ['evidence', 'Is there proof that MSCs heal knees?'],
    ['evidence', 'هل يوجد دليل على ذلك؟'],
    ['permissibility', 'Is it halal to use embryos?'],
    ['permissibility', 'هل يجوز تجميد الأجنة؟'],
    ['who', 'Who made the first iPS cells?'],
    ['who', 'من هو مكتشفها؟'],
    ['when', 'When was CRISPR found?'],
    ['when', 'متى اكتشفت؟'],
    ['where', 'Where is the biobank?'],
    ['where', 'أين يقع البنك الحيوي؟'],
    ['how', 'How are CAR-T cells made?'],
    ['how', 'كيف تصنع الخلايا؟'],
    ['definition', 'What is a biomarker?'],
    ['definition', 'ما هو المؤشر الحيوي؟'],
    ['treatment', 'Can it cure diabetes?'],
    ['treatment', 'هل له علاج؟'],
    ['limits', 'What do critics say of it?'],
    ['limits', 'ما حدود هذه الطريقة؟'],
  ] as const)('%s: %s', (aspect, question) => {
    expect(aspectsOf(question)).toContain(aspect)
  })

  test.each([
    ['risk', 'ما هي المخاطر؟'],
    ['risk', 'وما الأضرار؟'],
    ['cost', 'كم التكلفة؟'],
    ['evidence', 'ما الدليل؟'],
    ['evidence', 'ماذا أظهرت الدراسات؟'],
    ['cause', 'ما السبب؟'],
    ['permissibility', 'ما الحكم؟'],
    ['treatment', 'ما العلاج؟'],
    ['limits', 'ما المشكلة؟'],
  ] as const)('%s, with the article: %s', (aspect, question) => {
    expect(aspectsOf(question)).toContain(aspect)
  })

  test.each([
    ['a price in a surprise', 'cost', 'Costello found it'],
    ['a whole in who', 'who', 'the whole genome'],
    ['a causeway', 'cause', 'a causeway'],
    ['work in a network', 'evidence', 'a network of genes'],
  ] as const)('there is not %s', (_, aspect, text) => {
    expect(aspectsOf(text)).not.toContain(aspect)
  })

  test('a question may want two things', () => {
    expect(aspectsOf('How much does it cost and is it safe?')).toEqual(
      expect.arrayContaining(['cost', 'risk']),
    )
  })

  test('a subject alone wants nothing', () => {
    expect(aspectsOf('CRISPR')).toEqual([])
    expect(aspectsOf('')).toEqual([])
  })

  test('any text gives known aspects, each once, and marks or capitals change none', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom('why', 'Cost', 'متى', 'who', 'safe', 'حلال'),
          fc.string({ unit: 'binary', maxLength: 8 }),
        ),
        {
          maxLength: 8,
        },
      )
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(text, (typed) => {
        const found = aspectsOf(typed)
        expect(found).toEqual(aspects.filter((aspect) => found.includes(aspect)))
        expect(aspectsOf(`${typed}?!`)).toEqual(found)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})
