import { beforeAll, describe, expect, test } from 'vitest'
import { composeOutcome } from '../../src/compose/outcome.js'
import type { Block } from '../../src/domain/card.js'
import { cardIn, type Library } from '../../src/domain/library.js'
import { plain } from '../../src/domain/outcome.js'
import type { Question } from '../../src/domain/question.js'
import type { Hit, PassageRef, Ranking, Term, Verdict } from '../../src/domain/ranking.js'
import { createDesk } from '../../src/app/desk.js'
import { understand } from '../../src/understand/understand.js'
import { ownKnowledge, untranslated } from '../support/house.js'

let library: Library
beforeAll(() => {
  library = untranslated(ownKnowledge().library, 'casgevy')
})

const features = { strength: 1, margin: 1, told: 1, missing: 0, veto: 0 }
const hit = (card: string, passages: Hit['passages'] = []): Hit => ({ card, score: 10, passages })
const ranking = (hits: readonly Hit[], terms: readonly Term[] = []): Ranking => ({ hits, terms, features })
const verdict = (kind: Verdict['kind']): Verdict => ({
  kind,
  confidence: { speak: 0.9, suggest: 0.5, silent: 0.1 }[kind],
  parts: { bias: 0, strength: 0, margin: 0, told: 0, missing: 0, veto: 0 },
})
const term = (typed: string, state: Term['state'], inBest: boolean): Term => ({
  typed,
  read: typed,
  state,
  weight: 1,
  inBest,
})
const passage = (
  kind: PassageRef['kind'],
  index: number,
  score: number,
  language: PassageRef['language'] = 'en',
) => ({
  ref: { kind, index, language },
  score,
})
const english = understand('When does the soul enter the fetus?')
const arabic = understand('متى تنفخ الروح في الجنين؟')
const compose = (
  kind: Verdict['kind'],
  hits: readonly Hit[],
  question: Question = english,
  terms?: readonly Term[],
) => composeOutcome(library, question, ranking(hits, terms), verdict(kind))

const answered = (hits: readonly Hit[], question?: Question, some: Library = library) => {
  const outcome = composeOutcome(some, question ?? english, ranking(hits), verdict('speak'))
  if (outcome.kind !== 'answered') throw new Error(`the outcome is ${outcome.kind}`)
  return outcome
}

describe('the outcome of a verdict', () => {
  test('to speak is an answer with the best card', () => {
    expect(compose('speak', [hit('ensoulment'), hit('casgevy')])).toMatchObject({
      kind: 'answered',
      card: { id: 'ensoulment', language: 'en' },
    })
  })

  test('to suggest is the choice of the five nearest cards, best first', () => {
    const ids = ['ensoulment', 'casgevy', 'car-t', 'ipsc-basics', 'hsct-basics', 'consanguinity']
    const outcome = compose(
      'suggest',
      ids.map((id) => hit(id)),
    )
    expect(outcome.kind).toBe('unsure')
    expect(outcome.kind === 'unsure' ? outcome.candidates.map(({ id }) => id) : []).toEqual(ids.slice(0, 5))
  })

  test('to be silent says so, with three cards that are near and the words that are missing', () => {
    const ids = ['ensoulment', 'casgevy', 'car-t', 'ipsc-basics']
    const terms = [
      term('soul', 'known', true),
      term('aliens', 'unknown', false),
      term('robots', 'known', false),
    ]
    expect(
      compose(
        'silent',
        ids.map((id) => hit(id)),
        english,
        terms,
      ),
    ).toMatchObject({
      kind: 'abstained',
      nearest: ids.slice(0, 3).map((id) => ({ id })),
      missing: ['aliens', 'robots'],
    })
  })

  test.each(['speak', 'suggest', 'silent'] as const)(
    'to %s without a card is that it is not known',
    (kind) => {
      expect(compose(kind, [])).toMatchObject({ kind: 'abstained', nearest: [] })
      expect(compose(kind, [hit('no-such-card')])).toMatchObject({ kind: 'abstained', nearest: [] })
    },
  )

  test.each([
    ['should I stop my chemotherapy?', 'advice'],
    ['my father has chest pain and cannot breathe after the stem cell infusion', 'urgent'],
  ] as const)('stands behind a notice where the question is guarded: %s', (text, guard) => {
    const question = understand(text)
    for (const kind of ['speak', 'suggest', 'silent'] as const) {
      const outcome = compose(kind, [hit('ensoulment')], question)
      const { guard: _, ...unguarded } = question
      const bare = compose(kind, [hit('ensoulment')], unguarded)
      expect(outcome).toMatchObject({ kind: 'guarded', guard })
      expect({ ...plain(outcome), question: unguarded }).toEqual(bare)
    }
  })

  test('tells the question, the ranking and the verdict that it came from', () => {
    for (const kind of ['speak', 'suggest', 'silent'] as const) {
      const hits = [hit('ensoulment')]
      expect(plain(compose(kind, hits))).toMatchObject({
        question: english,
        ranking: ranking(hits),
        verdict: verdict(kind),
      })
    }
  })
})

describe('the language of an answer', () => {
  test('is Arabic for an Arabic question where the card exists in Arabic', () => {
    expect(answered([hit('ensoulment')], arabic).card.language).toBe('ar')
  })

  test('is that of the original where it does not', () => {
    expect(answered([hit('casgevy')], arabic).card.language).toBe('en')
  })

  test('is that which the asker wished for', () => {
    const wished = understand('When does the soul enter the fetus?', { wished: 'ar' })
    expect(answered([hit('ensoulment')], wished).card.language).toBe('ar')
  })

  test('holds for choices as well', () => {
    const outcome = compose('suggest', [hit('ensoulment'), hit('casgevy')], arabic)
    expect(outcome.kind === 'unsure' ? outcome.candidates.map(({ language }) => language) : []).toEqual([
      'ar',
      'en',
    ])
  })

  test('comes out of a real question', () => {
    const outcome = plain(createDesk(library).answer('ما هي الخلية الجذعية؟'))
    expect(outcome).toMatchObject({ kind: 'answered', card: { id: 'what-are-stem-cells', language: 'ar' } })
  })
})

/** A block whose claim is this long, in characters. */
const blockOf = (length: number): Block => ({
  kind: 'paragraph',
  claims: [
    {
      inlines: [
        { kind: 'text', text: 'a'.repeat(length) },
        { kind: 'cite', keys: ['dajani2014'] },
      ],
      sources: ['dajani2014'],
    },
  ],
})

describe('the passage below an answer', () => {
  test('is the block that holds more of the question than the short answer does', () => {
    const { card, excerpt } = answered([
      hit('ensoulment', [passage('details', 2, 0.9), passage('limits', 0, 0.7), passage('answer', 0, 0.5)]),
    ])
    const details = card.sections.find(({ kind }) => kind === 'details')
    expect(excerpt).toEqual({ section: 'details', blocks: [details?.blocks[2]] })
  })

  test.each([
    ['the short answer holds as much', [passage('answer', 0, 0.9), passage('details', 0, 0.9)]],
    ['it holds hardly more', [passage('details', 0, 0.93), passage('answer', 0, 0.9)]],
    ['only the names of the card hold more', [passage('names', 0, 0.9), passage('answer', 0, 0.1)]],
    ['only a way of asking holds more', [passage('question', 3, 0.9), passage('answer', 0, 0.1)]],
    ['the card has no such block', [passage('details', 99, 0.9), passage('answer', 0, 0.1)]],
    ['it stands in another language', [passage('details', 0, 0.9, 'ar'), passage('answer', 0, 0.1)]],
  ])('is left out where %s', (_, passages) => {
    expect(answered([hit('ensoulment', passages)])).not.toHaveProperty('excerpt')
  })

  test('is that of the Arabic card for an Arabic answer', () => {
    const passages = [
      passage('details', 0, 0.9, 'en'),
      passage('details', 1, 0.8, 'ar'),
      passage('answer', 0, 0.1, 'ar'),
    ]
    const { card, excerpt } = answered([hit('ensoulment', passages)], arabic)
    expect(excerpt?.blocks).toEqual([card.sections[0]?.blocks[1]])
  })

  test('is left out whole, never cut, where it is too long to stand below', () => {
    const card = cardIn(library, 'ensoulment', 'en')
    if (!card) throw new Error('the knowledge has no card on ensoulment')
    const withBlock = (block: Block): Library => ({
      ...library,
      translations: new Map(),
      cards: [{ ...card, sections: [{ kind: 'details', blocks: [block] }] }],
    })
    const passages = [passage('details', 0, 0.9)]
    expect(answered([hit('ensoulment', passages)], english, withBlock(blockOf(900))).excerpt?.blocks).toEqual(
      [blockOf(900)],
    )
    expect(answered([hit('ensoulment', passages)], english, withBlock(blockOf(901)))).not.toHaveProperty(
      'excerpt',
    )
  })
})

describe('the citations of an answer', () => {
  test('are those of the short answer and then of the passage, each once', () => {
    const { card, excerpt, citations } = answered([hit('ensoulment', [passage('details', 2, 0.9)])])
    const claims = [...card.answer, ...(excerpt?.blocks.flatMap((block) => block.claims) ?? [])]
    expect(citations).toEqual([...new Set(claims.flatMap(({ sources }) => sources))])
    expect(citations).toContain('ghaly2012')
  })

  test('resolve, whatever the cards are asked with their own questions', () => {
    const desk = createDesk(library)
    let spoken = 0
    for (const { text } of library.variants.filter((_, at) => at % 40 === 0)) {
      const outcome = plain(desk.answer(text))
      if (outcome.kind !== 'answered') continue
      spoken += 1
      const blocks = outcome.card.sections.flatMap((section) => section.blocks)
      for (const block of outcome.excerpt?.blocks ?? []) expect(blocks).toContain(block)
      expect(outcome.citations.filter((key) => !library.references.has(key))).toEqual([])
    }
    expect(spoken).toBeGreaterThan(10)
  })
})
