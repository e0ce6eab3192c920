import { beforeAll, expect, test } from 'vitest'
import { whyView } from '../../src/compose/why-view.js'
import type { Language } from '../../src/domain/language.js'
import type { Library } from '../../src/domain/library.js'
import type { Ranking, Term, Verdict } from '../../src/domain/ranking.js'
import { createDesk } from '../../src/app/desk.js'
import { spokenLanguages } from '../../src/i18n/say.js'
import { thresholds } from '../../src/retrieve/weights.js'
import type { View } from '../../src/view/view.js'
import { ownKnowledge } from '../support/house.js'

let library: Library
beforeAll(() => {
  ;({ library } = ownKnowledge())
})

const none = { bias: 0, strength: 0, margin: 0, told: 0, missing: 0, veto: 0 }
const term = (typed: string, some: Partial<Term> = {}): Term => ({
  typed,
  read: typed,
  state: 'known',
  weight: 2.34,
  inBest: true,
  ...some,
})
const rankingOf = (terms: readonly Term[], ids: readonly string[] = ['ensoulment', 'casgevy']): Ranking => ({
  hits: ids.map((card, at) => ({ card, score: 10 - at, passages: [] })),
  terms,
  features: { strength: 1, margin: 1, told: 1, missing: 0, veto: 0 },
})
const verdictOf = (parts: Partial<Verdict['parts']>, confidence = 0.876): Verdict => ({
  kind: 'speak',
  confidence,
  parts: { ...none, ...parts },
})
const limits = { speak: 0.8, suggest: 0.25 }
const linesOf = ({ parts }: View): string[] =>
  parts.flatMap((part) =>
    part.kind === 'paragraph'
      ? [part.rich.map((rich) => (rich.kind === 'text' ? rich.text : '')).join('')]
      : [],
  )
const why = (ranking: Ranking, verdict: Verdict, language: Language = 'en') =>
  linesOf(whyView(library, language, ranking, verdict, limits))

test('names the best card, its confidence and the thresholds as percentages', () => {
  expect(why(rankingOf([]), verdictOf({}))[0]).toBe(
    'Best card: “Ensoulment: 40 or 120 days?”, confidence 88 %. I answer outright from 80 %, and offer the nearest cards from 25 %.',
  )
})

test('tells words that were found, mended and missed, each where it belongs', () => {
  const lines = why(
    rankingOf([
      term('soul'),
      term('scolars', { read: 'scholar', state: 'corrected', weight: 1.05 }),
      term('robots', { inBest: false, weight: 4 }),
      term('zzz', { inBest: false, state: 'unknown', weight: 6.78 }),
    ]),
    verdictOf({}),
  )
  expect(lines).toContain('Words found in the card: soul (2.3), scolars (1.1)')
  expect(lines).toContain('Read with mended spelling: scolars → scholar')
  expect(lines).toContain('Words the card does not hold: robots (4.0), zzz (6.8)')
  expect(lines).toContain('Runner-up: “Casgevy (exa-cel): CRISPR for sickle cell disease”.')
})

test('says nothing of mended or missing words where there are none, nor of a runner-up', () => {
  const lines = why(rankingOf([term('soul')], ['ensoulment']), verdictOf({}))
  expect(lines.map((line) => line.split(':', 1)[0])).toEqual([
    'Best card',
    'Words found in the card',
    'What spoke for (+) and against (−) it, in logits',
  ])
})

test('tells what spoke for and against, signed, and leaves out what did not count', () => {
  const lines = why(rankingOf([]), verdictOf({ bias: -1.234, strength: 2.5, margin: 0.004, veto: -0.006 }))
  expect(lines.at(-1)).toBe(
    'What spoke for (+) and against (−) it, in logits: starting point −1.23 · how strongly the card holds the words +2.50 · a telling word missing −0.01',
  )
})

test('lists at most twenty words', () => {
  const terms = Array.from({ length: 30 }, (_, at) => term(`word${at}`))
  const held = why(rankingOf(terms), verdictOf({})).find((line) => line.startsWith('Words found')) ?? ''
  expect(held.match(/word\d+/g)).toEqual(terms.slice(0, 20).map(({ typed }) => typed))
})

test('says that no card shares a word where none does', () => {
  expect(why(rankingOf([term('zzz', { inBest: false, state: 'unknown' })], []), verdictOf({}, 0))).toEqual([
    'No card shares a word with the question.',
  ])
})

test('names the card by its title in the language, words joined as that language joins them', () => {
  const lines = why(rankingOf([term('الروح'), term('الجنين')]), verdictOf({}), 'ar')
  expect(lines[0]).toContain('نفخ الروح: بعد 40 يومًا أم 120 يومًا؟')
  expect(lines.join('\n')).toContain('الروح (2.3)، الجنين (2.3)')
})

test('fills every place in every language that the house speaks', () => {
  const terms = [
    term('soul'),
    term('scolars', { read: 'scholar', state: 'corrected' }),
    term('zzz', { inBest: false, state: 'unknown' }),
  ]
  const parts = { bias: 1, strength: 1, margin: 1, told: 1, missing: -1, veto: -1 }
  for (const language of spokenLanguages) {
    const text = why(rankingOf(terms), verdictOf(parts), language).join('\n')
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN/)
    expect(text).toContain('soul (2.3)')
    expect(text).toContain('scolars → scholar')
    expect(text).toContain('zzz (2.3)')
    expect(text.match(/[+−]1\.00/g)).toHaveLength(6)
  }
})

test('of a real question tells every one of its words once, as typed', () => {
  const { ranking, verdict } = createDesk(library).explain('do muslim scolars agree on when the soul enters')
  const lines = linesOf(whyView(library, 'en', ranking, verdict, thresholds))
  const told = lines.flatMap((line) => [...line.matchAll(/(\S+) \(\d/g)].map(([, word = '']) => word))
  expect(told.toSorted()).toEqual(ranking.terms.map(({ typed }) => typed).toSorted())
  expect(told).toContain('scolars')
})
