import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/domain/language.js'
import { createVocabulary } from '../../src/retrieve/vocabulary.js'

describe('the vocabulary', () => {
  test('numbers stems, not words, and passes over stop words', () => {
    const vocabulary = createVocabulary()
    const [stem, cell] = vocabulary.read('the stem cells', 'en')
    expect(vocabulary.read('Which stem cell is it?', 'en')).toEqual([stem, cell])
    expect(stem).not.toBe(cell)
    expect(vocabulary.read('what is it', 'en')).toEqual([])
  })

  test('keeps repetition and order', () => {
    const vocabulary = createVocabulary()
    const [gene, drug] = vocabulary.read('gene drug', 'en')
    expect(vocabulary.read('drugs gene drug', 'en')).toEqual([drug, gene, drug])
  })

  test('keeps names with other digits apart', () => {
    const vocabulary = createVocabulary()
    const numbers = ['BRCA1', 'BRCA2', 'IL-6', 'IL-2', 'Cas9', 'Cas12'].map((name) =>
      vocabulary.readName(name, 'en').at(-1),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('reads a name without the parts of its joined words', () => {
    const vocabulary = createVocabulary()
    const parts = vocabulary.read('CAR-T', 'en')
    expect(parts).toHaveLength(2)
    expect(vocabulary.readName('CAR-T', 'en')).toEqual(parts.slice(1))
  })

  test('finds words by their stems, and says which stand as they are', () => {
    const vocabulary = createVocabulary()
    const terms = vocabulary.read('therapies', 'en')
    expect(vocabulary.termsIn('therapy', 'en')).toEqual(terms)
    expect(vocabulary.termsIn('therapies', 'en')).toEqual(terms)
    expect(vocabulary.termsIn('theatre', 'en')).toEqual([])
    expect([vocabulary.has('therapies'), vocabulary.has('therapy')]).toEqual([true, false])
  })

  test('keeps languages apart, but for English, which is mixed into any other', () => {
    const vocabulary = createVocabulary()
    const [english = -1] = vocabulary.read('person', 'en')
    const [french = -1] = vocabulary.read('personne', 'fr')
    const [turkish = -1] = vocabulary.read('hücre', 'tr')
    const [common = -1] = vocabulary.read('crispr', 'en')
    expect(vocabulary.termsIn('person', 'en')).toEqual([english])
    expect(vocabulary.termsIn('personne', 'fr')).toEqual([french])
    expect(vocabulary.termsIn('crispr', 'tr')).toEqual([common])
    expect(vocabulary.termsIn('hucre', 'en')).toEqual([])
    expect(vocabulary.termsAnywhere('hucre')).toEqual([turkish])
  })

  test('tells the language of words that show none by themselves, and keeps the guess where no other knows more', () => {
    const vocabulary = createVocabulary()
    vocabulary.read('stem cell', 'en')
    vocabulary.read('sel stem', 'ms')
    vocabulary.read('cellule souche', 'fr')
    expect(vocabulary.languageOf(['sel', 'stem'], 'en')).toBe('id')
    expect(vocabulary.languageOf(['cellule'], 'en')).toBe('fr')
    expect(vocabulary.languageOf(['stem'], 'en')).toBe('en')
    expect(vocabulary.languageOf(['stem', 'xylophone'], 'tr')).toBe('tr')
    expect(vocabulary.languageOf([], 'ar')).toBe('ar')
  })

  test('reads names with digits alike in every language, Malay as Indonesian', () => {
    const vocabulary = createVocabulary()
    const [brca = -1] = vocabulary.read('brca1', 'ar')
    const [cell = -1] = vocabulary.read('sel', 'ms')
    for (const language of languages) expect(vocabulary.termsIn('brca1', language)).toEqual([brca])
    expect(vocabulary.termsIn('sel', 'id')).toEqual([cell])
  })

  test('counts how often each folded word was read', () => {
    const vocabulary = createVocabulary()
    vocabulary.read('Gène gene GENE genes', 'en')
    expect([...vocabulary.words]).toEqual([
      ['gene', 3],
      ['genes', 1],
    ])
  })

  test('weighs by Robertson and Sparck Jones, with 1 added within the logarithm', () => {
    const vocabulary = createVocabulary()
    const [one = -1, three = -1] = vocabulary.read('rare common', 'en')
    vocabulary.close((term) => (term === one ? 1 : 3), 4)
    // ln(1 + (4 - 1 + 0.5) / (1 + 0.5)) = ln(10/3), ln(1 + 1.5 / 3.5) = ln(10/7), ln(1 + 4.5 / 0.5) = ln(10).
    expect(vocabulary.weight(one)).toBeCloseTo(1.203_973, 5)
    expect(vocabulary.weight(three)).toBeCloseTo(0.356_675, 5)
    expect(vocabulary.most()).toBeCloseTo(Math.log(10), 5)
    expect(vocabulary.weight(99)).toBe(vocabulary.most())
  })

  test('a word tells less the more cards hold it, never less than nothing and never more than an unknown one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), fc.nat(500), (cards, some, others) => {
        const [few, many] = [Math.min(some, others, cards), Math.min(Math.max(some, others), cards)]
        const vocabulary = createVocabulary()
        const [rare = -1, common = -1] = vocabulary.read('rare common', 'en')
        vocabulary.close((term) => (term === rare ? few : many), cards)
        expect(vocabulary.weight(rare)).toBeGreaterThanOrEqual(vocabulary.weight(common))
        expect(vocabulary.weight(common)).toBeGreaterThan(0)
        // Weights are kept in single precision.
        expect(vocabulary.weight(rare)).toBeLessThanOrEqual(vocabulary.most() + 1e-5)
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('any text in any language reads the same a second time', () => {
    const vocabulary = createVocabulary()
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom(...languages),
        (text, language) => {
          expect(vocabulary.read(text, language)).toEqual(vocabulary.read(text, language))
        },
      ),
      { seed: 1, numRuns: 300 },
    )
  })
})
