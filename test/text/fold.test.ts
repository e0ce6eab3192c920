import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, tidy } from '../../src/text/fold.js'

const anyText = fc.string({ unit: 'binary', maxLength: 80 })
const runs = { seed: 1, numRuns: 1500 }

describe('folding', () => {
  test.each([
    ['Latin accents', 'Thérapie génique', 'therapie genique'],
    ['letters that Unicode does not take apart', 'Øre Łódź Straße Œdème þ đ', 'ore lodz strasse oedeme th d'],
    ['the Turkish dotted and dotless i', 'İlaç Iğdır', 'ilac igdir'],
    ['harakat', 'الجِينُومُ', 'الجينوم'],
    ['hamza on its seats', 'أإآؤئ', 'اااوي'],
    ['hamza alone', 'دواء', 'دوا'],
    ['ta marbuta and alef maqsura', 'خلية مستشفى', 'خليه مستشفي'],
    ['alef wasla', 'ٱلحمد', 'الحمد'],
    ['tatweel', 'خـــلية', 'خليه'],
    ['Persian and Urdu forms of kaf, ya and ha', 'کی ہے ھ ۀ', 'كي هي ه ه'],
    ['presentation forms, as PDF files hold them', 'ﻻ ﷲ', 'لا الله'],
    ['Arabic-Indic digits', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['extended Arabic-Indic digits', '۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['full-width letters and superscripts', 'ＣＡＲ Ca²⁺', 'car ca2+'],
    ['ligatures', 'eﬃcacy', 'efficacy'],
    ['soft hyphens and joiners', 'stem\u00ADcell zero\u200Dwidth', 'stemcell zerowidth'],
    ['curly apostrophes', 'Parkinson’s', "parkinson's"],
  ])('%s make no difference', (_, typed, folded) => {
    expect(fold(typed)).toBe(folded)
  })

  test('what is folded stays as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      runs,
    )
  })

  test('one text in two Unicode forms folds alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text.normalize('NFC'))).toBe(fold(text.normalize('NFD')))
      }),
      runs,
    )
  })

  test('nothing that is folded holds a mark or an invisible letter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text)).not.toMatch(/[\p{M}\p{Cf}\u0640\u0660-\u0669\u06F0-\u06F9]/u)
      }),
      runs,
    )
  })
})

describe('tidying', () => {
  test.each([
    ['line breaks and tabs', ' What\r\n\tis  it? ', 'What is it?'],
    ['overrides that turn text around', 'safe\u202Egnp.exe', 'safe gnp.exe'],
    ['isolates', '\u2066a\u2069 b', 'a b'],
    ['control characters', 'a\u0000b\u001Bc', 'a b c'],
    ['half an emoji', 'a\uD83Db', 'a b'],
    ['byte order marks', '\uFEFFWhat', 'What'],
    ['no-break spaces', 'a\u00A0\u3000b', 'a b'],
  ])('%s become single spaces', (_, typed, tidied) => {
    expect(tidy(typed)).toBe(tidied)
  })

  test('the joiners that Persian words and emoji need stay', () => {
    expect(tidy('می\u200Cشود 👩\u200D🔬')).toBe('می\u200Cشود 👩\u200D🔬')
  })

  test('a text of any kind comes back with at most the characters allowed, single spaces and no controls', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.integer({ min: 0, max: 40 }),
        (text, limit) => {
          const tidied = tidy(text, limit)
          expect(Array.from(tidied).length).toBeLessThanOrEqual(limit)
          expect(tidied).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]|\s\s|^\s/u)
        },
      ),
      runs,
    )
  })

  test('a limit counts whole characters and never halves one', () => {
    expect(tidy('🧬🧬🧬', 2)).toBe('🧬🧬')
  })

  test('a text cut between two words does not end in a space', () => {
    expect(tidy('stem cells', 5)).toBe('stem')
  })

  test('two thousand characters are kept where no limit is named', () => {
    expect(tidy('x'.repeat(4000))).toHaveLength(2000)
  })
})
