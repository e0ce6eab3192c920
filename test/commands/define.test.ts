import { describe, expect, test } from 'vitest'
import { define } from '../../commands/define.js'
import type { Language } from '../../src/domain/language.js'
import { drawMessage } from '../../src/doors/discord/payload.js'
import { limitProblems } from '../../src/doors/discord/limits.js'
import { load } from '../../src/knowledge/load.js'
import { readKnowledgeFolder } from '../../src/main/knowledge-folder.js'
import type { View } from '../../src/view/view.js'
import { createTestHouse, today } from '../support/house.js'

const glossary = {
  en: `potent: { term: Pluripotent, also: [pluripotency], means: "Able to become any cell [@lee2020].", card: stem-cell }
niche: { term: Niche, means: "The place where a stem cell lives [@kim2021].", card: stem-cell }
`,
  ar: `potent: { term: متعددة القدرات, means: "قادرة على أن تصير أي خلية [@lee2020].", card: stem-cell }
`,
}
const { house } = createTestHouse(
  load(
    [
      ...readKnowledgeFolder('test/cases/base'),
      { path: 'names/tr.yaml', text: 'stem-cell: { title: Kök hücre nedir?, aliases: [] }\n' },
      ...Object.entries(glossary).map(([language, text]) => ({ path: `glossary/${language}.yaml`, text })),
    ],
    today,
  ),
)
const run = (term: string, screen: Language, wished?: Language): View =>
  define.run({ term, ...(wished ? { in: wished } : {}) }, { screen }, house)
const suggested = (typed: string, screen: Language) =>
  define.suggest?.(typed, { screen }, house).map(({ label, value }) => `${value} ${label}`)
const textOf = ({ parts }: View) =>
  parts
    .flatMap((part) => (part.kind === 'paragraph' ? part.rich : []))
    .map((rich) => (rich.kind === 'text' ? rich.text : `[${rich.number}]`))
    .join('')
const labels = ({ actions }: View) =>
  actions.flat().map((action) => (action.kind === 'button' ? action.label : action.placeholder))

describe('the meaning of a word', () => {
  test('is one sentence with its source, and the card that explains more', () => {
    const view = run('potent', 'en')
    expect(view.title).toBe('Pluripotent · pluripotency')
    expect(textOf(view)).toBe('Able to become any cell [1].')
    expect(view.parts.at(-1)).toMatchObject({ kind: 'sources', items: [{ number: 1 }] })
    expect(labels(view)).toEqual(['Stem cell', 'العربية'])
  })

  test('is given in the language of the screen where it is explained in it, else in English', () => {
    expect(run('potent', 'ar')).toMatchObject({ title: 'متعددة القدرات', titleLanguage: 'ar' })
    expect(run('niche', 'ar')).toMatchObject({ title: 'Niche', titleLanguage: 'en', language: 'ar' })
    expect(labels(run('niche', 'tr'))).toEqual(['Kök hücre nedir?'])
    expect(run('potent', 'en', 'ar').title).toBe('متعددة القدرات')
  })

  test.each(['PLURIPOTENCY', 'pluripotant', 'متعددة القدرات', '  Pluripotent '])(
    'is found for %s',
    (typed) => {
      expect(run(typed, 'en').title).toBe('Pluripotent · pluripotency')
    },
  )

  test.each(['', '   ', 'zzzzzzz', '?'.repeat(4000)])('is not guessed for %s', (typed) => {
    const view = run(typed, 'en')
    expect(view.tone).toBe('unknown')
    expect(view.actions.flat()).toMatchObject([
      { kind: 'select', options: [{ value: 'niche' }, { value: 'potent' }] },
    ])
  })

  test('is suggested while typing, each term once, in the language of the screen', () => {
    expect(suggested('pluri', 'en')).toEqual(['potent Pluripotent'])
    expect(suggested('', 'ar')).toEqual(['potent متعددة القدرات', 'niche Niche'])
  })

  test('keeps within the limits of a message', () => {
    for (const view of [run('potent', 'en'), run('niche', 'ar'), run('', 'fr')]) {
      expect(limitProblems(drawMessage(view))).toEqual([])
    }
  })
})
