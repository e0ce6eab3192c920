import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/domain/language.js'
import { languageOf } from '../../src/understand/language.js'

describe('the language of a question', () => {
  test.each([
    ['en', 'What is gene editing?'],
    ['en', 'how do they make heart cells'],
    ['en', 'Is it allowed to use embryos?'],
    ['en', 'does my insurance see it'],
    ['en', 'WHY ARE TRIALS SO SLOW'],
    ['en', 'What does the word جينوم mean?'],
    ['ar', 'ما هو تحرير الجينات؟'],
    ['ar', 'كيف تصنع خلايا القلب'],
    ['ar', 'شو يعني علاج جيني'],
    ['ar', 'ما هو CAR-T؟'],
    ['ar', 'هل CRISPR-Cas9 و Casgevy نفس الشي'],
    ['ar', 'وش الفرق بين DNA و RNA'],
    ['ar', 'إيه هى الخلايا الجذعية'],
    ['fr', 'Que sont les cellules souches ?'],
    ['fr', 'Quels sont les risques de la greffe ?'],
    ['fr', 'Combien coute une therapie genique'],
    ['fr', 'Est-ce que la recherche sur les embryons est permise ?'],
    ['fr', "Qu'est-ce que l'ADN ?"],
    ['tr', 'Kök hücre nedir?'],
    ['tr', 'Gen tedavisi güvenli mi?'],
    ['tr', 'kok hucre tedavisi ne kadar ve nerede'],
    ['tr', 'Embriyo araştırması caiz mi?'],
    ['tr', 'CAR-T nasıl yapılır?'],
    ['tr', "Türkiye'nin ulusal genom projesi ne durumda?"],
    ['id', 'Apa itu sel punca?'],
    ['id', 'Bagaimana cara kerja terapi gen?'],
    ['id', 'Apakah pengobatan ini bisa menyembuhkan kanker?'],
    ['id', 'berapa biaya transplantasi sumsum tulang'],
    ['id', 'Kapan obat itu disetujui?'],
    ['ms', 'Apakah sel stem itu?'],
    ['ms', 'Bolehkah rawatan ini menyembuhkan kanser?'],
    ['ms', 'Berapakah kos rawatan sel stem?'],
    ['ms', 'Adakah ubat ini selamat?'],
    ['ms', 'Kenapa doktor tidak boleh beri rawatan itu?'],
    ['fa', 'سلول بنیادی چیست؟'],
    ['fa', 'آیا درمان با سلول‌های بنیادی خطر دارد؟'],
    ['fa', 'چگونه ژن درمانی انجام می‌شود؟'],
    ['fa', 'هزینه پیوند مغز استخوان چقدر است؟'],
    ['fa', 'چرا CAR-T گران است؟'],
    ['ur', 'اسٹیم سیل کیا ہے؟'],
    ['ur', 'کیا جین تھراپی محفوظ ہے؟'],
    ['ur', 'اس علاج کی قیمت کتنی ہے؟'],
    ['ur', 'یہ دوا کیسے کام کرتی ہے'],
    ['ur', 'CAR-T کیا ہوتا ہے'],
  ] as const)('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })

  test.each(['CRISPR', 'BRCA1', 'IL-6', '2003', '', '???', '👋', 'teratoma'])('%j shows none', (text) => {
    expect(languageOf(text)).toBeUndefined()
  })

  test('capitals and marks do not change it', () => {
    const text = fc.constantFrom(
      'What is gene editing',
      'Quels sont les risques',
      'kok hucre tedavisi ne kadar',
      'Apa itu sel',
      'ما هو العلاج',
    )
    fc.assert(
      fc.property(text, fc.constantFrom('', '?', '!!', ' ...', ' 👋'), (typed, end) => {
        expect(languageOf(typed.toUpperCase() + end)).toBe(languageOf(typed))
      }),
      { seed: 1, numRuns: 60 },
    )
  })

  test('Arabic letters alone are never taken for a language in Latin letters, nor the other way round', () => {
    const arabic = fc.array(fc.stringMatching(/^[ابتجدرسعفقكلمنهويپچگہے]{1,8}$/), {
      minLength: 1,
      maxLength: 8,
    })
    const latin = fc.array(fc.stringMatching(/^[a-zşğıéç]{1,8}$/), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(arabic, latin, (right, left) => {
        expect(['ar', 'fa', 'ur']).toContain(languageOf(right.join(' ')))
        expect([undefined, 'en', 'fr', 'tr', 'id', 'ms']).toContain(languageOf(left.join(' ')))
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  test('any text has a language that is known here, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect([undefined, ...languages]).toContain(languageOf(text))
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
