import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isStopWord } from '../../src/text/stop-words.js'
import { hasDigit, isName, words } from '../../src/text/words.js'

const textsOf = (text: string) => words(text).map((word) => word.text)
const namesIn = (text: string) =>
  words(text)
    .filter((word) => isName(word, text))
    .map((word) => word.text)

describe('the words of a text', () => {
  test.each([
    ['IL-6', ['il6']],
    ['IL 6', ['il6']],
    ['IL6', ['il6']],
    ['IL\u20116', ['il6']],
    ['BRCA 1', ['brca', 'brca1']],
    ['IFN-2', ['ifn', 'ifn2']],
    ['57:01', ['5701']],
    ['phase III', ['phase', 'phase3']],
    ['type II', ['type', 'type2']],
    ['factor VIII', ['factor', '8']],
  ])('%s hold %j', (typed, expected) => {
    expect(textsOf(typed)).toEqual(expected)
  })

  test('CAR-T, CAR T and cart are one word, beside the car that stands in two of them', () => {
    expect(words('CAR-T').map(({ text, isPart = false }) => [text, isPart])).toEqual([
      ['car', true],
      ['cart', false],
    ])
    expect(textsOf('CAR T')).toEqual(['car', 'cart'])
    expect(textsOf('cart')).toEqual(['cart'])
  })

  test('a joined word tells what was typed', () => {
    expect(words('the IL-6 level').map(({ typed }) => typed)).toEqual(['the', 'IL-6', 'level'])
  })

  test('an allele is told by its gene and its number', () => {
    expect(textsOf('HLA-B*57:01')).toEqual(expect.arrayContaining(['hla', 'hlab', '5701']))
  })

  test.each([
    ['two words that a sentence sets side by side', 'stem cells', ['stem', 'cells']],
    ['words that a full stop parts', 'IL. 6', ['il', '6']],
    ['words that two spaces part', 'IL  6', ['il', '6']],
    ['a long word and a number', 'interleukin 6', ['interleukin', '6']],
    ['two numbers with a dash', '40-120', ['40', '120']],
  ])('%s stay apart', (_, typed, expected) => {
    expect(textsOf(typed)).toEqual(expected)
  })

  test.each([
    ['What is a stem cell?', ['what', 'is', 'a', 'stem', 'cell']],
    ['It was a gene', ['it', 'was', 'a', 'gene']],
    ['do I need', ['do', 'i', 'need']],
    ['can I cure a cold', ['can', 'i', 'cure', 'a', 'cold']],
  ])('an article or a pronoun joins nothing: %s', (typed, expected) => {
    expect(textsOf(typed)).toEqual(expected)
  })

  test.each([
    ['the ruling in 2003', '2003'],
    ['the 2003 ruling', '2003'],
    ['after 120 days', '120'],
    ['about 40 days', '40'],
    ['بعد 40 يوما', '40'],
    ['في 2003', '2003'],
  ])('a number behind a word that tells nothing is told: %s', (typed, number) => {
    expect(textsOf(typed)).toContain(number)
  })

  test.each([
    ["Türkiye'nin FDA'nın İslam'da", ['turkiye', 'fda', 'islam']],
    ["l'ADN d'un qu'elle", ['adn', 'un', 'elle']],
    ["Qur'an shari'a don't", ['quran', 'sharia', 'dont']],
  ])('of "%s" are told without an elision or a case ending, and with a hamza', (typed, expected) => {
    expect(textsOf(typed)).toEqual(expected)
  })

  test("an English 's falls away, with either apostrophe", () => {
    expect(textsOf("Parkinson's Alzheimer’s what's")).toEqual(['parkinson', 'alzheimer', 'what'])
  })

  test.each(["don't", "doesn't", "isn't", "can't", 'don’t'])(
    '%s tells as little of the subject as it does without its apostrophe',
    (typed) => {
      expect(textsOf(typed).filter((word) => !isStopWord(word, 'en'))).toEqual([])
    },
  )

  test.each([
    ['capitals', 'What is BRCA?', 'brca'],
    ['a capital within a sentence', 'Did Yamanaka find it?', 'yamanaka'],
    ['a word of capitals alone', 'CRISPR', 'crispr'],
  ])('%s make a name', (_, text, name) => {
    expect(namesIn(text)).toContain(name)
  })

  test.each([
    ['the first word of a sentence', 'Genes matter. Cells too.', ['genes', 'cells']],
    ['a quoted first word', 'He said: "Cells grow"', ['cells']],
    ['a single letter', 'am I ill', ['i']],
    ['a shouted text', 'WHAT ARE STEM CELLS', ['what', 'stem', 'cells']],
    ['a small word', 'the gene', ['gene']],
  ])('%s is no name', (_, text, folded) => {
    expect(namesIn(text).filter((name) => folded.includes(name))).toEqual([])
  })

  test('what was typed is found in the text, in its order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let at = 0
        for (const { typed, isPart } of words(text)) {
          const found = text.indexOf(typed, isPart ? 0 : at)
          expect(found).toBeGreaterThanOrEqual(0)
          if (!isPart) at = found
        }
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  test('a word begins where it is said to', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const { typed, at } of words(text)) expect(text.slice(at, at + typed.length)).toBe(typed)
      }),
      { seed: 1, numRuns: 500 },
    )
    expect(words('the IL-6 level').map(({ at }) => at)).toEqual([0, 4, 9])
  })

  test('hyphen, space and nothing between a short name and its number read the same', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,5}$/), fc.integer({ min: 0, max: 999 }), (name, number) => {
        const last = (gap: string) => words(`${name}${gap}${number}`).at(-1)?.text
        // Roman numerals are numbers themselves, and "in 2003" names nothing.
        fc.pre(!/^(ii|iii|iv|vi|vii|viii|ix)$/.test(name) && !isStopWord(name, 'en'))
        expect([last('-'), last(' ')]).toEqual([last(''), last('')])
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('digits of every script count as digits', () => {
    expect(['brca1', 'س٣', 'x²', 'brca'].map(hasDigit)).toEqual([true, true, true, false])
  })
})
