import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isolateLatin } from '../../src/text/bidi.js'

const open = '\u2068'
const close = '\u2069'
/** Isolates drawn so that a failing test can be read. */
const shown = (text: string) => isolateLatin(text).replaceAll(open, '<').replaceAll(close, '>')

/** Text assembled from Arabic and Latin words with what stands between them in cards. */
const mixed = fc
  .array(
    fc.constantFrom(
      'خلايا',
      'علاج',
      'CAR-T',
      'IL-6',
      'iPS',
      'é',
      '40',
      '3.5%',
      '(',
      ')',
      ' ',
      '، ',
      '؟',
      'HLA-B*57:01',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))
const runs = { seed: 1, numRuns: 2000 }

describe('Latin runs in right-to-left text', () => {
  test.each([
    ['a word', 'خلايا iPS هنا', 'خلايا <iPS> هنا'],
    ['a name with hyphen and digit', 'بروتين IL-6 مرتفع', 'بروتين <IL-6> مرتفع'],
    ['several words', 'شركة Vertex Pharmaceuticals أعلنت', 'شركة <Vertex Pharmaceuticals> أعلنت'],
    ['a name that begins with a digit', 'الدواء 5-FU قديم', 'الدواء <5-FU> قديم'],
    ['a command with its slash', 'اسأل بالأمر /ask هنا', 'اسأل بالأمر </ask> هنا'],
    ['a slash between two words', 'خلايا/T هنا', 'خلايا/<T> هنا'],
    ['one letter', 'خلايا T هنا', 'خلايا <T> هنا'],
    ['an allele', 'الأليل HLA-B*57:01 خطر', 'الأليل <HLA-B*57:01> خطر'],
    ['each side of a bracket', 'بروتين p53 (TP53) هنا', 'بروتين <p53> (<TP53>) هنا'],
  ])('%s stands in an isolate', (_, text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  test.each([
    ['digits', 'بعد 40 يوما'],
    ['a percentage', 'نحو 3.5% منهم'],
    ['Arabic alone', 'ما هي الخلايا؟'],
    ['nothing', ''],
  ])('%s stays as it is', (_, text) => {
    expect(isolateLatin(text)).toBe(text)
  })

  test.each([
    ['a Latin word', 'CAR-T والزرع'],
    ['a Latin word in bold', '**CAR-T والزرع.** يعيد'],
    ['a digit that leads to one', '5-FU قديم'],
  ])('with %s in front begins with a right-to-left mark', (_, text) => {
    expect(isolateLatin(text)).toMatch(/^\u200F/)
  })

  test('with Arabic in front begins as it is', () => {
    expect(isolateLatin('**علاج CAR-T**')).toMatch(/^\*\*علاج/)
  })

  test('a bracket that was opened in the Arabic text is closed there', () => {
    expect(shown('خلايا (CAR-T) هنا')).toBe('خلايا (<CAR-T>) هنا')
    expect(shown('بروتين p53 (TP53 سابقا) هنا')).toBe('بروتين <p53> (<TP53> سابقا) هنا')
  })

  test('an accent that is written apart stays with its letter', () => {
    expect(shown('كلمة cafe\u0301 هنا')).toBe('كلمة <cafe\u0301> هنا')
  })

  test('nothing but isolates and a mark in front is added', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        expect(isolateLatin(text).replace(/[\u2068\u2069]|^\u200F/g, '')).toBe(text)
      }),
      runs,
    )
  })

  test('every Latin letter stands in exactly one isolate, and no Arabic letter in any', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const isolates = /\u2068[^\u2068\u2069]*\u2069/g
        const marked = isolateLatin(text)
        expect(marked.replace(isolates, '')).not.toMatch(/[\p{Script=Latin}\u2068\u2069]/u)
        expect(marked.match(isolates)?.join('') ?? '').not.toMatch(/\p{Script=Arabic}/u)
      }),
      runs,
    )
  })
})
