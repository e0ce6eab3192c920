import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/language.js'
import { createNames } from '../../src/retrieve/names.js'
import { createSpelling } from '../../src/retrieve/spelling.js'
import { readTerms } from '../../src/retrieve/terms.js'
import { createVocabulary } from '../../src/retrieve/vocabulary.js'

/** Names as an engine sets them up: card -> its names. */
const namesOf = (cards: readonly (readonly string[])[], language: Language = 'en') => {
  const vocabulary = createVocabulary()
  const names = createNames(vocabulary.readName)
  for (const [card, list] of cards.entries()) {
    for (const name of list) {
      names.add(card, name, language)
      vocabulary.read(name, language)
    }
  }
  vocabulary.close(() => 1, cards.length)
  const spelling = createSpelling(vocabulary.words)
  const asked = (text: string) => readTerms(text, language, vocabulary, spelling)
  return {
    linked: (text: string) => [...names.link(asked(text)).keys()].toSorted((left, right) => left - right),
    weights: (text: string) => names.link(asked(text)),
    one: vocabulary.weight(0),
  }
}

describe('names in a question', () => {
  test('are found within it, stop words and endings aside', () => {
    const { linked } = namesOf([['bone marrow transplant'], ['cord blood']])
    expect(linked('What is a bone marrow transplant?')).toEqual([0])
    expect(linked('transplants of the bone and marrow')).toEqual([])
    expect(linked('bone marrow transplants or cord blood')).toEqual([0, 1])
  })

  test.each(['CAR-T', 'CAR T', 'cart', 'Is CAR-T dear?'])(
    '%s names the card on CAR-T, not that on cars',
    (text) => {
      const { linked } = namesOf([['CAR-T'], ['car']])
      expect(linked(text)).toEqual([0])
    },
  )

  test('count a word for the longest name only', () => {
    const { linked } = namesOf([['stem cell'], ['stem cell transplant'], ['transplant']])
    expect(linked('stem cell transplant')).toEqual([1])
    expect(linked('stem cell transplant and stem rust')).toEqual([1])
    expect(linked('transplant of a stem cell')).toEqual([0, 2])
  })

  test('belong to every card that has them', () => {
    expect(namesOf([['gene drive'], ['gene drive']]).linked('a gene drive')).toEqual([0, 1])
  })

  test('weigh as much as their words, and two names of a card add up', () => {
    const { weights, one } = namesOf([['cord blood', 'marrow'], ['skin']])
    expect(weights('cord blood').get(0)).toBeCloseTo(2 * one, 5)
    expect(weights('cord blood and marrow').get(0)).toBeCloseTo(3 * one, 5)
    expect(weights('skin').get(0)).toBeUndefined()
  })

  test('weigh less where they are mistyped', () => {
    const { weights } = namesOf([['teratoma']])
    const mistyped = weights('teratmoa').get(0) ?? 0
    expect(mistyped).toBeGreaterThan(0)
    expect(mistyped).toBeLessThan(weights('teratoma').get(0) ?? 0)
  })

  test('of more than eight words are never looked for', () => {
    const eight = 'alpha beta gamma delta epsilon zeta theta kappa'
    const { linked } = namesOf([[eight], [`${eight} lambda`]])
    expect(linked(`${eight} lambda`)).toEqual([0])
  })

  test('made of stop words alone name nothing', () => {
    expect(namesOf([['what is it'], ['gene']]).linked('what is it')).toEqual([])
  })

  test('are found in Arabic with and without the article', () => {
    const { linked } = namesOf([['الخلايا الجذعية'], ['العلاج الجيني']], 'ar')
    expect(linked('ما هي خلايا جذعية؟')).toEqual([0])
    expect(linked('هل العلاج الجيني آمن؟')).toEqual([1])
  })

  test('that say a word twice are found by the same words', () => {
    const { linked } = namesOf([['CAR-T therapy: a stem cell therapy'], ['skin']])
    expect(linked('CAR-T therapy: a stem cell therapy')).toEqual([0])
  })

  test('are found where a part of a joined word is asked by itself as well', () => {
    const { linked } = namesOf([['CAR-T'], ['car wash']])
    expect(linked('CAR-T and a car wash')).toEqual([0, 1])
  })
})
