import { beforeAll, describe, expect, test } from 'vitest'
import type { Library } from '../../src/domain/library.js'
import { load } from '../../src/knowledge/load.js'
import type { KnowledgeFile } from '../../src/knowledge/source.js'
import type { Engine } from '../../src/retrieve/engine.js'
import { createEngine } from '../../src/retrieve/rank.js'
import { judge } from '../../src/retrieve/verdict.js'
import { understand, type Circumstances } from '../../src/understand/understand.js'
import { ownKnowledge, today } from '../support/house.js'
import { engineContract } from './engine-contract.js'

engineContract('BM25F with a close look', createEngine)

interface Made {
  readonly id: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly answer: string
  readonly sections?: string
  readonly asked?: readonly string[]
}

/** A library of a few cards, through the loader, so that it is what people could have written. */
const libraryOf = (cards: readonly Made[]): Library => {
  const files: KnowledgeFile[] = [
    { path: 'topics.yaml', text: '- id: made\n  name: { en: Made }\n' },
    {
      path: 'references.json',
      text: JSON.stringify([
        {
          id: 'made2020',
          type: 'book',
          title: 'Made for tests',
          author: [{ literal: 'Testers' }],
          issued: { 'date-parts': [[2020]] },
        },
      ]),
    },
    ...cards.flatMap(({ id, title, aliases, answer, sections = '', asked = [] }) => [
      {
        path: `cards/made/${id}.md`,
        text: `---
title: ${JSON.stringify(title)}
aliases: ${JSON.stringify(aliases)}
level: intro
evidence: guideline
reviewed: ${today}
review_every: 12 months
version: 1
related: []
---
${answer} [@made2020].

${sections}`,
      },
      { path: `questions/en/${id}.txt`, text: asked.join('\n') },
    ]),
  ]
  const { library } = load(files, today)
  expect(library.cards.map(({ id }) => id).toSorted()).toEqual(cards.map(({ id }) => id).toSorted())
  return library
}

const brca1: Made = {
  id: 'brca-one',
  title: 'What does the BRCA1 gene do?',
  aliases: ['BRCA1'],
  answer: 'BRCA1 helps to repair broken DNA, and a change in it raises the risk of breast cancer',
  asked: ['what is the breast cancer gene brca1'],
}
const brca2: Made = {
  id: 'brca-two',
  title: 'What does the BRCA2 gene do?',
  aliases: ['BRCA2'],
  answer: 'BRCA2 helps to repair broken DNA, and a change in it raises the risk of breast cancer',
  asked: ['what is the breast cancer gene brca2'],
}
const il6: Made = {
  id: 'il-six',
  title: 'What is IL-6?',
  aliases: ['IL-6'],
  answer: 'IL-6 is a messenger of inflammation that rises with fever',
  asked: ['which messenger is il-6'],
}
const il2: Made = {
  id: 'il-two',
  title: 'What is IL-2?',
  aliases: ['IL-2'],
  answer: 'IL-2 is a messenger of inflammation that makes white cells divide',
  asked: ['which messenger is il-2'],
}

const first = (engine: Engine, text: string, circumstances: Circumstances = {}) =>
  engine.rank(understand(text, circumstances)).hits[0]?.card

describe('names that differ by a digit', () => {
  const engine = createEngine(libraryOf([brca1, brca2, il6, il2]))

  test.each([
    ['What is BRCA1?', 'brca-one'],
    ['What is BRCA2?', 'brca-two'],
    ['brca 1 gene', 'brca-one'],
    ['brca-2 gene', 'brca-two'],
    ['Does BRCA ٢ matter?', 'brca-two'],
    ['What does IL-6 do?', 'il-six'],
    ['What does IL-2 do?', 'il-two'],
    ['il6 and fever', 'il-six'],
    ['il 2 and fever', 'il-two'],
    ['IL\u20112', 'il-two'],
    ['ما هو IL-2؟', 'il-two'],
    ['ما هو BRCA١؟', 'brca-one'],
  ])('%s finds %s', (text, card) => {
    expect(first(engine, text)).toBe(card)
  })

  test.each([
    ['What is BRCA2?', [brca1, il6]],
    ['What is the BRCA3 gene?', [brca1, brca2]],
    ['What is IL-2?', [brca1, il6]],
    ['Which messenger is IL-17?', [il6, il2]],
  ])('%s gets no card said outright where no card has that name', (text, cards) => {
    const ranking = createEngine(libraryOf(cards)).rank(understand(text))
    expect(ranking.features.veto).toBe(1)
    expect(judge(ranking).kind).not.toBe('speak')
  })

  test('a name with a digit is not mended into its neighbour', () => {
    const { terms } = createEngine(libraryOf([brca1, il6])).rank(understand('What is BRCA2?'))
    expect(terms.find(({ read }) => read === 'brca2')).toMatchObject({ state: 'unknown', inBest: false })
  })
})

describe('mistyped words', () => {
  let engine: Engine
  beforeAll(() => {
    engine = createEngine(ownKnowledge().library)
  })

  test.each([
    ['clopidogril and genes', 'clopidogril', 'clopidogrel', 'cyp2c19-clopidogrel'],
    ['what is ensolment', 'ensolment', 'ensoulment', 'ensoulment'],
    ['what is a teratmoa', 'teratmoa', 'teratoma', 'tumorigenicity'],
    ['parkinsns disease', 'parkinsns', 'parkinson', 'parkinsons-cell-therapy'],
    ['what is a bimarker', 'bimarker', 'biomarker', 'biomarkers-types'],
  ])('%s: %s is read as %s', (text, typed, read, card) => {
    const { terms, hits } = engine.rank(understand(text))
    expect(terms.find((term) => term.typed === typed)).toMatchObject({
      read,
      state: 'corrected',
      inBest: true,
    })
    expect(hits[0]?.card).toBe(card)
  })

  test('a word that is near nothing stays unknown and lowers what is covered', () => {
    const plain = engine.rank(understand('What is a teratoma?'))
    const odd = engine.rank(understand('What is a teratoma xqzvwk?'))
    expect(odd.terms.find(({ typed }) => typed === 'xqzvwk')).toMatchObject({
      state: 'unknown',
      inBest: false,
    })
    expect(odd.features.missing).toBeGreaterThan(plain.features.missing)
    expect(odd.features.strength).toBeLessThan(plain.features.strength)
  })

  test("don't weighs nothing", () => {
    const { terms } = engine.rank(understand("Why don't embryonic cells age?"))
    expect(terms.map(({ typed }) => typed)).not.toContain("don't")
  })
})

describe('follow-ups', () => {
  const made = libraryOf([
    {
      id: 'apple-graft',
      title: 'Apple grafts',
      aliases: ['apple graft'],
      answer: 'An apple graft joins two trees',
      sections: '## Limits\n\n**Risks.** The risk of an apple graft is rot [@made2020].\n',
    },
    {
      id: 'pear-graft',
      title: 'Pear grafts',
      aliases: ['pear graft'],
      answer: 'A pear graft joins two trees',
      sections: '## Limits\n\n**Risks.** The risk of a pear graft is rot [@made2020].\n',
    },
  ])
  const engine = createEngine(made)

  test.each([
    ['What is an apple graft?', 'apple-graft'],
    ['What is a pear graft?', 'pear-graft'],
  ])('after %s the risks are those of %s', (earlier, card) => {
    expect(first(engine, 'and what are its risks?', { earlier: [earlier] })).toBe(card)
  })

  test('the words of now count more than those of before', () => {
    expect(first(engine, 'and the pear graft?', { earlier: ['What is an apple graft?'] })).toBe('pear-graft')
  })

  test('a question that stands by itself is read by itself', () => {
    const alone = engine.rank(understand('What is a pear graft?'))
    const after = engine.rank(understand('What is a pear graft?', { earlier: ['What is an apple graft?'] }))
    expect(after).toEqual(alone)
  })

  test('the earlier question is told among the words that decided, once', () => {
    const { terms } = engine.rank(
      understand('and the risk of it?', { earlier: ['the risk of an apple', 'an apple graft'] }),
    )
    expect(terms.map(({ read }) => read).toSorted()).toEqual(['apple', 'graft', 'risk'])
  })

  test('the passage on risks comes first, since risks are asked for', () => {
    const [hit] = engine.rank(understand('risks of an apple graft')).hits
    expect(hit?.passages[0]?.ref).toEqual({ kind: 'limits', language: 'en', index: 0 })
  })
})
