import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/domain/language.js'
import { fold } from '../../src/text/fold.js'
import { stem, stemArabic } from '../../src/text/stem.js'

describe('stems', () => {
  // By M. F. Porter's rules of 1980, worked by hand.
  test.each([
    ['cells', 'cell'],
    ['therapies', 'therapi'],
    ['therapy', 'therapi'],
    ['treating', 'treat'],
    ['treated', 'treat'],
    ['treatment', 'treatment'],
    ['diseases', 'diseas'],
    ['mutations', 'mutat'],
    ['editing', 'edit'],
  ])('English %s -> %s', (word, expected) => {
    expect(stem(word, 'en')).toBe(expected)
  })

  // By the light10 stemmer with pronoun endings, worked by hand.
  test.each([
    ['الخلايا', 'خلايا'],
    ['والخلايا', 'خلايا'],
    ['بالخلايا', 'خلايا'],
    ['للخلايا', 'خلايا'],
    ['الجذعية', 'جذع'],
    ['جذعي', 'جذع'],
    ['ويعالج', 'يعالج'],
    ['علاجها', 'علاج'],
    ['العلاجات', 'علاج'],
    ['ورم', 'ورم'],
    ['جين', 'جين'],
    ['الدم', 'الدم'],
  ])('Arabic %s -> %s', (word, expected) => {
    expect(stem(fold(word), 'ar')).toBe(expected)
  })

  test.each(['خلية', 'علاج', 'سرطان', 'جينوم', 'طفرات', 'متبرع', 'مناعة', 'تجربة', 'نخاع', 'فتوى'])(
    '%s and the same word with its article share a stem',
    (word) => {
      expect(stemArabic(fold(`ال${word}`))).toBe(stemArabic(fold(word)))
    },
  )

  test.each(['وراثية', 'وراثة', 'وظيفة', 'فيروس', 'فعالية', 'فحوصات'])(
    '%s, whose first letter belongs to it, shares a stem with the same word with its article',
    (word) => {
      expect(stemArabic(fold(`ال${word}`))).toBe(stemArabic(fold(word)))
    },
  )

  test('efficacy is not what is high', () => {
    expect(stemArabic(fold('فعالية'))).not.toBe(stemArabic(fold('عالية')))
  })

  test('an Arabic word is never cut below three letters, and its stem stands in it', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهوي')),
      minLength: 1,
      maxLength: 14,
    })
    fc.assert(
      fc.property(word, (typed) => {
        const stemmed = stemArabic(typed)
        expect(typed).toContain(stemmed)
        expect(stemmed.length).toBeGreaterThanOrEqual(Math.min(3, typed.length))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  test('a word with a digit is a name in every language', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{0,6}[0-9]{1,3}(ing|s|ies|lar|es)?$/),
        fc.constantFrom(...languages),
        (word, language) => {
          expect(stem(word, language)).toBe(word)
        },
      ),
      { seed: 1, numRuns: 500 },
    )
  })

  test.each(['fa', 'ur'] as const)(
    'a word of %s keeps its letters, for Arabic endings are none of its own',
    (language) => {
      expect(stem(fold('درمان'), language)).toBe(fold('درمان'))
    },
  )

  test('an Arabic word in a French question is stemmed as Arabic, a Latin word in an Arabic one as English', () => {
    expect(stem(fold('الخلايا'), 'fr')).toBe('خلايا')
    expect(stem('cells', 'ar')).toBe('cell')
  })

  test.each([
    ['fr', 'cellules', 'cellule'],
    ['fr', 'traitements', 'traitement'],
    ['tr', 'hucreler', 'hucre'],
    ['id', 'pengobatan', 'obat'],
    ['ms', 'makanan', 'makan'],
  ] as const)('%s: %s and %s share a stem', (language, one, other) => {
    expect(stem(one, language)).toBe(stem(other, language))
  })

  test.each(['gene', 'cancer', 'trial', 'brca', 'crispr'])(
    '%s, a word as a dictionary has it, keeps three letters',
    (word) => {
      expect(stem(word, 'en').length).toBeGreaterThanOrEqual(3)
    },
  )
})
