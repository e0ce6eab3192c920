import { describe, expect, test } from 'vitest'
import { readExam, sittable } from '../../bench/exam-set.js'
import { hitRate } from '../../bench/score.js'
import { createDesk } from '../../src/app/desk.js'
import type { Library } from '../../src/domain/library.js'
import { answerLine } from '../../src/doors/terminal/answer-line.js'
import { ownKnowledge } from '../support/house.js'

/** The cards of the first shelf: few neighbours to be taken for, so its floors are higher. */
const firstCards = new Set(
  `ai-in-precision-medicine biomarkers-types can-stem-cells-cause-cancer car-t casgevy consanguinity
    cyp2c19-clopidogrel ensoulment future-of-precision-medicine genetic-discrimination her2-targeted-therapy history-ibn-sina
    hsct-basics ipsc-basics makkah-2003-stem-cells msc-evidence parkinsons-cell-therapy patient-specific-ipsc
    qatar-genome-programme questions-to-ask skin-to-heart-example surplus-ivf-embryos tumorigenicity unproven-clinics
    what-are-stem-cells what-is-personalised-medicine`.split(/\s+/),
)
const own = ownKnowledge().library
const firstShelf: Library = {
  ...own,
  cards: own.cards.filter(({ id }) => firstCards.has(id)),
  variants: own.variants.filter(({ card }) => firstCards.has(card)),
  names: own.names.filter(({ card }) => firstCards.has(card)),
  terms: [],
}

/** Floors that a change may raise and not lower; `npm run exam` prints where the whole shelf stands (decision 0007). */
const shelves = [
  {
    name: 'the first shelf',
    library: firstShelf,
    floors: { english: 0.95, arabic: 0.95, others: 0.8, guard: 0.95, falseAlarms: 0.02, far: 0.03, near: 0.08, nonsense: 0.05 },
  },
  {
    name: 'the whole shelf',
    library: own,
    floors: { english: 0.94, arabic: 0.95, others: 0.9, guard: 0.95, falseAlarms: 0.02, far: 0.03, near: 0.09, nonsense: 0.05 },
  },
] as const
const english = new Set(['plain', 'lay', 'short', 'typo', 'para', 'detail'])

describe.each(shelves)('the exam of $name', ({ library, floors }) => {
  const desk = createDesk(library)
  const rows = sittable(readExam('test/exam/dev.jsonl'), library).map((question) => {
    const answer = answerLine(desk, question, () => 0)
    return { question, answer, expect: question.expect, cards: answer.cards }
  })
  const answerable = rows.filter(({ expect: wanted }) => wanted.length)

  test('English questions whose card exists find it first', () => {
    expect(hitRate(answerable.filter(({ question }) => english.has(question.kind)))).toBeGreaterThanOrEqual(floors.english)
  })

  test('Arabic questions whose card exists find it first', () => {
    expect(hitRate(answerable.filter(({ question }) => question.kind === 'ar'))).toBeGreaterThanOrEqual(floors.arabic)
  })

  test('questions in the six other languages whose card exists find it first', () => {
    expect(hitRate(answerable.filter(({ question }) => question.kind === 'other'))).toBeGreaterThanOrEqual(floors.others)
  })

  test('Arabic questions are answered in Arabic where the card has its Arabic text', () => {
    const translated = rows.filter(({ question, answer }) => question.lang === 'ar' && answer.outcome === 'answered' && desk.library.translations.has(answer.cards[0] ?? ''))
    expect(translated.length).toBeGreaterThan(0)
    expect(translated.filter(({ answer }) => answer.lang !== 'ar')).toEqual([])
  })

  test('nothing is answered without a source', () => {
    expect(rows.filter(({ answer }) => answer.outcome === 'answered' && !answer.references.length)).toEqual([])
  })

  test('personal decisions and emergencies get their notice, and hardly anything else does', () => {
    const guarded = rows.filter(({ question }) => question.guard)
    const others = rows.filter(({ question }) => !question.guard)
    expect(guarded.filter(({ question, answer }) => question.guard === answer.guard).length / guarded.length).toBeGreaterThanOrEqual(floors.guard)
    expect(others.filter(({ answer }) => answer.guard).length / others.length).toBeLessThan(floors.falseAlarms)
  })

  test.each(['far', 'near', 'nonsense'] as const)('questions that no card can answer (%s) are hardly ever answered', (kind) => {
    const list = rows.filter(({ question }) => question.kind === kind)
    expect(list.filter(({ answer }) => answer.outcome === 'answered').length / list.length).toBeLessThanOrEqual(floors[kind])
  })
})
