import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createSuggestions } from '../../src/app/suggestions.js'
import { cardIn, examplesOf, languagesOf, type Library } from '../../src/domain/library.js'
import { ownKnowledge } from '../support/house.js'

let library: Library
let suggest: ReturnType<typeof createSuggestions>
beforeAll(() => {
  ;({ library } = ownKnowledge())
  suggest = createSuggestions(library)
})

const cardsFor = (typed: string, language: 'en' | 'ar' = 'en') =>
  suggest(typed, language).map(({ card }) => card)
const isArabic = (text: string) => /\p{Script=Arabic}/u.test(text)

/** Ways in which a hand slips on the longest word of a text, at its third letter. */
const slips: Record<string, (word: string) => string> = {
  'a letter left out': (word) => word.slice(0, 2) + word.slice(3),
  'a letter twice': (word) => word.slice(0, 3) + word.slice(2),
  'two letters swapped': (word) => `${word.slice(0, 2)}${word[3] ?? ''}${word[2] ?? ''}${word.slice(4)}`,
  'a wrong letter': (word) => `${word.slice(0, 2)}x${word.slice(3)}`,
}
const longestWord = (text: string) =>
  (text.match(/\p{L}+/gu) ?? []).toSorted((left, right) => right.length - left.length)[0] ?? ''

describe('suggestions', () => {
  test.each(Object.entries(slips))('find a card by its title with %s', (_, slip) => {
    for (const { id, title } of library.cards) {
      const word = longestWord(title)
      const typed = title.replace(word, slip(word))
      expect({ typed, cards: cardsFor(typed) }).toEqual({ typed, cards: expect.arrayContaining([id]) })
    }
  })

  test('put the card first whose title was typed', () => {
    for (const { id, title } of library.cards) {
      expect({ title, first: cardsFor(title)[0] }).toEqual({ title, first: id })
    }
  })

  test('go on from the first letters of a title', () => {
    for (const { id, title } of library.cards) {
      const typed = title.slice(0, 14)
      expect({ typed, cards: cardsFor(typed) }).toEqual({ typed, cards: expect.arrayContaining([id]) })
    }
  })

  test('find a card by its alias, and show its title', () => {
    expect(suggest("Hadith of Ibn Mas'ud", 'en')[0]).toEqual({
      card: 'ensoulment',
      text: 'Ensoulment: 40 or 120 days?',
    })
  })

  test('find a card by a known question, and show the question', () => {
    for (const { id } of library.cards.slice(0, 8)) {
      const [question = ''] = examplesOf(library, id, 'en')
      expect(suggest(question, 'en')[0]).toEqual({ card: id, text: question })
    }
  })

  test('for Arabic are Arabic, whatever the language of the screen', () => {
    for (const typed of ['الخلايا', 'خلية جذعية', 'نفخ الروح', 'ما']) {
      const found = suggest(typed, 'en')
      expect(found.length).toBeGreaterThan(0)
      expect(found.filter(({ text }) => !isArabic(text))).toEqual([])
    }
    expect(cardsFor('نفخ الروح')[0]).toBe('ensoulment')
  })

  test('for Arabic read letters with and without hamza and marks alike', () => {
    expect(cardsFor('نَفْخ الرُّوح')).toEqual(cardsFor('نفخ الروح'))
    expect(cardsFor('الخليه الجذعيه')[0]).toBe('what-are-stem-cells')
  })

  test('for Arabic find a mistyped title', () => {
    for (const { id } of library.cards) {
      if (!languagesOf(library, id).includes('ar')) continue
      const title = cardIn(library, id, 'ar')?.title ?? ''
      const word = longestWord(title)
      for (const slip of Object.values(slips)) expect(cardsFor(title.replace(word, slip(word)))).toContain(id)
    }
  })

  test('are in English and the language of the screen; a third language is looked through when these have nothing', () => {
    expect(suggest('kök hücre', 'tr').length).toBeGreaterThan(0)
    expect(suggest('yetişkin', 'en').length).toBeGreaterThan(0)
    const malay = new Set(library.names.filter(({ language }) => language === 'ms').map(({ title }) => title))
    expect(suggest('stem cell', 'en').filter(({ text }) => malay.has(text))).toEqual([])
  })

  test('for Latin letters are never Arabic', () => {
    for (const typed of ['stem', 'cell', 'a', 'IPSC']) {
      expect(suggest(typed, 'ar').filter(({ text }) => isArabic(text))).toEqual([])
    }
  })

  test.each(['', ' ', '\n', '\u200F', 'ّ'])('for nothing typed (%j) are the first titles', (typed) => {
    const first = library.cards.slice(0, 25)
    expect(suggest(typed, 'en')).toEqual(first.map(({ id, title }) => ({ card: id, text: title })))
    expect(suggest(typed, 'ar')).toEqual(
      first.map(({ id }) => ({ card: id, text: cardIn(library, id, 'ar')?.title })),
    )
  })

  test.each(['zqxjvw', '🙂🙃', '漢字漢字'])('for %s, which no card holds, are none', (typed) => {
    expect(suggest(typed, 'en')).toEqual([])
  })

  test('are at most 25, each card once, each of a card that exists, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }),
      fc.constantFrom(
        'a',
        'e',
        'cell',
        'stem cells',
        'ا',
        'ال',
        'what is',
        '?',
        '.*',
        '!x',
        "'cells",
        '^what | $?',
      ),
      fc.constantFrom(...library.variants.map(({ text }) => text)),
    )
    const ids = new Set(library.cards.map(({ id }) => id))
    fc.assert(
      fc.property(typed, fc.constantFrom('en', 'ar', 'ur', 'tr'), (text, language) => {
        const found = suggest(text, language)
        const cards = found.map(({ card }) => card)
        expect(found.length).toBeLessThanOrEqual(25)
        expect(cards).toEqual([...new Set(cards)])
        expect(cards.filter((card) => !ids.has(card))).toEqual([])
        expect(found.filter(({ text: shown }) => !shown.trim())).toEqual([])
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  test('of a library with a thousand cards are still at most 25', () => {
    const [card] = library.cards
    if (!card) throw new Error('the knowledge has no card')
    const many: Library = {
      ...library,
      cards: Array.from({ length: 1000 }, (_, at) => ({
        ...card,
        id: `card-${at}`,
        title: `Stem cell ${at}`,
      })),
      variants: [],
      translations: new Map(),
    }
    const inMany = createSuggestions(many)
    for (const typed of ['', 'stem cell', 'stem cell 7']) expect(inMany(typed, 'en')).toHaveLength(25)
    expect(inMany('stem cell 777', 'en')[0]?.card).toBe('card-777')
  })

  test('of an empty library are none', () => {
    const inNone = createSuggestions({
      ...library,
      cards: [],
      names: [],
      variants: [],
      translations: new Map(),
    })
    expect(inNone('', 'en')).toEqual([])
    expect(inNone('stem', 'en')).toEqual([])
  })
})
