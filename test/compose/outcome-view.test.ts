import { expect, test } from 'vitest'
import { composeOutcome } from '../../src/compose/outcome.js'
import { outcomeView } from '../../src/compose/outcome-view.js'
import { drawText } from '../../src/doors/terminal/draw.js'
import type { Language } from '../../src/domain/language.js'
import type { Library } from '../../src/domain/library.js'
import type { Verdict } from '../../src/domain/ranking.js'
import { understand } from '../../src/understand/understand.js'
import { ownKnowledge, untranslated } from '../support/house.js'

const offered = ['ensoulment', 'casgevy']
const library: Library = {
  ...untranslated(ownKnowledge().library, 'casgevy'),
  names: [
    {
      card: 'casgevy',
      language: 'tr',
      title: 'Orak hücre için CRISPR',
      aliases: [],
      file: 'names/tr.yaml',
      line: 1,
    },
    { card: 'casgevy', language: 'ar', title: 'كاسغيفي', aliases: [], file: 'names/ar.yaml', line: 1 },
  ],
}

/** What is said where a verdict leaves the choice between two cards. */
const viewOf = (kind: Verdict['kind'], language: Language) =>
  outcomeView(
    library,
    composeOutcome(
      library,
      understand('casgevy', { wished: language }),
      {
        hits: offered.map((card) => ({ card, score: 1, passages: [] })),
        terms: [],
        features: { strength: 0, margin: 0, told: 0, missing: 0, veto: 0 },
      },
      { kind, confidence: 0.3, parts: { bias: 0, strength: 0, margin: 0, told: 0, missing: 0, veto: 0 } },
    ),
    'asker',
  )
const choices = (kind: Verdict['kind'], language: Language) =>
  viewOf(kind, language)
    .actions.flat()
    .flatMap((action) => (action.kind === 'button' && action.call.command === 'read' ? [action] : []))

test.each(['suggest', 'silent'] as const)(
  'GIVEN a verdict to %s THEN cards are offered under their titles in the language of the asker',
  (kind) => {
    expect(choices(kind, 'tr').map(({ label }) => label)).toContain('Orak hücre için CRISPR')
    expect(choices(kind, 'ar').map(({ label }) => label)).toEqual([
      library.translations.get('ensoulment')?.get('ar')?.title,
      'كاسغيفي',
    ])
    expect(choices(kind, 'en').map(({ call }) => call.input['card'])).toEqual(offered)
  },
)

test('a card is read in a language that it has, whatever its title is in', () => {
  expect(choices('suggest', 'ar').map(({ call }) => call.input['in'])).toEqual(['ar', 'en'])
})

test.each(['suggest', 'silent'] as const)(
  'GIVEN a verdict to %s WHEN it is drawn without buttons THEN the offered cards are named, and nothing else that can be pressed',
  (kind) => {
    const lines = drawText(viewOf(kind, 'tr')).split('\n')
    expect(lines).toContain('  • Orak hücre için CRISPR')
    expect(lines.filter((line) => line.startsWith('  • '))).toHaveLength(offered.length)
  },
)
