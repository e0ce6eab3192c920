import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { claimText } from '../../src/domain/claim-text.js'
import type { Card, Claim } from '../../src/domain/card.js'
import type { Library } from '../../src/domain/library.js'
import { checkOrder } from '../../src/knowledge/checks/index.js'
import { load, type Loaded } from '../../src/knowledge/load.js'
import type { KnowledgeFile } from '../../src/knowledge/source.js'
import { readKnowledgeFolder } from '../../src/main/knowledge-folder.js'
import { ownKnowledge, today } from '../support/house.js'

const base = readKnowledgeFolder('test/cases/base')
const stem = 'cards/cells/stem-cell.md'
const liver = 'cards/cells/liver-cell.md'
const liverArabic = 'cards/cells/liver-cell.ar.md'

interface Words {
  readonly title?: string
  readonly version?: number
  readonly body?: string
}
const card = (
  path: string,
  { title = 'Liver cell', version = 1, body = 'It divides [@lee2020].' }: Words = {},
) => ({
  path,
  text: `---
title: ${title}
aliases: []
level: intro
evidence: guideline
reviewed: 2026-11-01
review_every: 12 months
version: ${version}
related: []
---
${body}
`,
})
const translation = (path: string, title: string, body = 'تنقسم [@lee2020].'): KnowledgeFile => ({
  path,
  text: `---\ntitle: ${title}\naliases: []\nreviewed: 2026-11-01\nversion: 1\n---\n${body}\n`,
})
const broken = (path: string): KnowledgeFile => ({ path, text: 'half a ca' })
/** The shared files, with others in the place of files of the same path. */
const files = (...others: readonly KnowledgeFile[]): KnowledgeFile[] => [
  ...base.filter(({ path }) => others.every((file) => file.path !== path)),
  ...others,
]
/** Loads one state of the folder after the other, each with what came of the one before. */
const loadInTurn = (...states: readonly (readonly KnowledgeFile[])[]): Loaded =>
  states.reduce<Loaded | undefined>((previous, state) => load(state, today, previous), undefined) ??
  load([], today)
const titles = ({ library }: { readonly library: Library }) => library.cards.map(({ title }) => title)
/** Without the length of cards, which are short here. */
const findingsIn = ({ findings, read }: Loaded) =>
  [...findings, ...checkOrder(read)].filter(({ rule }) => rule !== 'card-length')
const rulesAt = (loaded: Loaded, path: string) =>
  findingsIn(loaded)
    .filter(({ file }) => file === path)
    .map(({ rule }) => rule)
const everyCard = ({ cards, translations }: Library): Card[] => [
  ...cards,
  ...[...translations.values()].flatMap((byLanguage) => [...byLanguage.values()]),
]
const claimsOf = ({ answer, sections }: Card): Claim[] => [
  ...answer,
  ...sections.flatMap(({ blocks }) => blocks.flatMap(({ claims }) => claims)),
]
/** Claims that may not be said: without a source, or with one that the library does not hold. */
const unsourced = (library: Library): string[] =>
  everyCard(library).flatMap((one) =>
    claimsOf(one)
      .filter(({ inlines, sources }) => {
        const cited = inlines.flatMap((inline) => (inline.kind === 'cite' ? inline.keys : []))
        return !sources.length || [...sources, ...cited].some((key) => !library.references.has(key))
      })
      .map((claim) => `${one.file}: ${claimText(claim)}`),
  )

const called = ({ library }: Loaded) => library.names.map((name) => [name.card, name.language, name.title])
const terms = ({ library }: Loaded) => library.terms.map(({ term }) => term)
const ofSkinCell = (file: KnowledgeFile) => ({
  ...file,
  text: file.text.replaceAll('stem-cell', 'skin-cell'),
})

describe('names and glossary', () => {
  const names = 'names/tr.yaml'
  const glossary = 'glossary/en.yaml'
  const named = { path: names, text: 'stem-cell: { title: Kök hücre, aliases: [ana hücre] }\n' }
  const explained = {
    path: glossary,
    text: 'division: { term: division, means: "One becomes two [@lee2020].", card: stem-cell }\n',
  }
  test('belong to the library', () => {
    const loaded = loadInTurn(files(named, explained))
    expect(called(loaded)).toEqual([['stem-cell', 'tr', 'Kök hücre']])
    expect(terms(loaded)).toEqual(['division'])
    expect(loaded.findings.filter(({ file }) => file === names || file === glossary)).toEqual([])
  })

  test('stay as they were while their file is broken', () => {
    const loaded = loadInTurn(files(named, explained), files(broken(names), broken(glossary)))
    expect(called(loaded)).toEqual([['stem-cell', 'tr', 'Kök hücre']])
    expect(terms(loaded)).toEqual(['division'])
    expect(loaded.kept).toEqual([names, glossary])
    expect(rulesAt(loaded, names)).toEqual(['names'])
    expect(rulesAt(loaded, glossary)).toEqual(['glossary'])
  })

  test('are left out where their card is', () => {
    const loaded = loadInTurn(files(ofSkinCell(named), ofSkinCell(explained)))
    expect(called(loaded)).toEqual([])
    expect(terms(loaded)).toEqual([])
    expect(rulesAt(loaded, names)).toEqual(['question-without-card'])
    expect(rulesAt(loaded, glossary)).toEqual(['glossary-entry'])
  })
})

describe('a card that broke', () => {
  test('is left out and reported where no version of it was ever shown', () => {
    const loaded = loadInTurn(files(broken(liver)))
    expect(titles(loaded)).toEqual(['Stem cell'])
    expect(rulesAt(loaded, liver)).toEqual(['front-matter'])
    expect(loaded.kept).toEqual([])
  })

  test('stays in its last good version, and is told as kept', () => {
    const loaded = loadInTurn(files(card(liver)), files(broken(liver)))
    expect(titles(loaded)).toEqual(['Liver cell', 'Stem cell'])
    expect(loaded.kept).toEqual([liver])
    expect(rulesAt(loaded, liver)).toEqual(['front-matter'])
  })

  test('stays through any number of broken versions', () => {
    const loaded = loadInTurn(
      files(card(liver, { title: 'First' })),
      files(broken(liver)),
      files(card(liver, { title: 'Second', body: 'It divides.' })),
      files({ path: liver, text: '' }),
    )
    expect(titles(loaded)).toEqual(['First', 'Stem cell'])
    expect(loaded.kept).toEqual([liver])
  })

  test('stays in the version before where its newest one cites what nobody knows', () => {
    const loaded = loadInTurn(
      files(card(liver, { title: 'Before' })),
      files(card(liver, { title: 'After', body: 'It cures everything [@nobody1999].' })),
    )
    expect(titles(loaded)).toEqual(['Before', 'Stem cell'])
    expect(loaded.kept).toEqual([liver])
    expect(rulesAt(loaded, liver)).toEqual(['unknown-citekey'])
  })

  test('is replaced by the version that is mended', () => {
    const loaded = loadInTurn(
      files(card(liver, { title: 'Before' })),
      files(broken(liver)),
      files(card(liver, { title: 'After', version: 2 })),
    )
    expect(titles(loaded)).toEqual(['After', 'Stem cell'])
    expect(loaded.kept).toEqual([])
    expect(rulesAt(loaded, liver)).toEqual([])
  })

  test('keeps its translation', () => {
    const state = [card(liver), translation(liverArabic, 'خلية الكبد')]
    const loaded = loadInTurn(files(...state), files(broken(liver), translation(liverArabic, 'خلية الكبد')))
    expect(loaded.library.translations.get('liver-cell')?.get('ar')?.title).toBe('خلية الكبد')
    expect(loaded.kept).toEqual([liver])
  })

  test('is kept in Arabic alone where only the Arabic broke', () => {
    const loaded = loadInTurn(
      files(card(liver, { title: 'Before' }), translation(liverArabic, 'خلية الكبد')),
      files(card(liver, { title: 'After' }), broken(liverArabic)),
    )
    expect(titles(loaded)).toEqual(['After', 'Stem cell'])
    expect(loaded.library.translations.get('liver-cell')?.get('ar')?.title).toBe('خلية الكبد')
    expect(loaded.kept).toEqual([liverArabic])
  })
})

describe('a card that was removed', () => {
  test('is gone, with its translation and its questions', () => {
    const state = [card(liver), translation(liverArabic, 'خلية الكبد')]
    const questions = { path: 'questions/en/liver-cell.txt', text: 'What is a liver cell?\n' }
    const loaded = loadInTurn(files(...state, questions), files(questions))
    expect(titles(loaded)).toEqual(['Stem cell'])
    expect(loaded.library.translations.size).toBe(0)
    expect(loaded.library.variants).toEqual([])
    expect(loaded.kept).toEqual([])
  })

  test('is gone after it broke, too', () => {
    expect(titles(loadInTurn(files(card(liver)), files(broken(liver)), files()))).toEqual(['Stem cell'])
  })

  test('takes its translation with it while that file still stands', () => {
    const arabic = translation(liverArabic, 'خلية الكبد')
    const loaded = loadInTurn(files(card(liver), arabic), files(arabic))
    expect(loaded.library.translations.size).toBe(0)
    expect(rulesAt(loaded, liverArabic)).toContain('lone-translation')
  })
})

describe('a card that may not be shown', () => {
  test.each([
    ['an unknown source in its answer', 'It divides [@nobody1999].'],
    ['an unknown source beside a known one', 'It divides [@lee2020; @nobody1999].'],
    ['an unknown source in its details', 'It divides [@lee2020].\n\n## Details\n\nIt grows [@nobody1999].'],
    ['a sentence without a source', 'It divides. It grows [@lee2020].'],
    ['a block without a source', 'It divides [@lee2020].\n\n## Limits\n\nIt grows.'],
    ['an address', 'It divides, see https://example.org [@lee2020].'],
    ['HTML', 'It <b>divides</b> [@lee2020].'],
    ['a second answer', 'It divides [@lee2020].\n\nIt grows [@lee2020].'],
  ])('for %s is in no library', (_, body) => {
    const loaded = load(files(card(liver, { body })), today)
    expect(titles(loaded)).toEqual(['Stem cell'])
    expect(loaded.good.has(liver)).toBe(false)
  })

  test('takes its translation with it', () => {
    const loaded = load(
      files(card(liver, { body: 'It divides [@nobody1999].' }), translation(liverArabic, 'خلية الكبد')),
      today,
    )
    expect(loaded.library.translations.size).toBe(0)
  })

  test('as a translation is left out alone', () => {
    const loaded = load(
      files(card(liver), translation(liverArabic, 'خلية الكبد', 'تنقسم [@nobody1999].')),
      today,
    )
    expect(titles(loaded)).toEqual(['Liver cell', 'Stem cell'])
    expect(loaded.library.translations.size).toBe(0)
  })

  test('a card that only breaks rules of order is shown and reported', () => {
    const overdue = { path: liver, text: card(liver).text.replace('2026-11-01', '2020-01-01') }
    const loaded = load(files(overdue), today)
    expect(titles(loaded)).toEqual(['Liver cell', 'Stem cell'])
    expect(rulesAt(loaded, liver)).toEqual(['overdue-review'])
  })
})

describe('cards that share an id or a title', () => {
  const topics = {
    path: 'topics.yaml',
    text: '- id: cells\n  name: { en: Cells }\n- id: a-first\n  name: { en: A }\n',
  }
  const twin = card('cards/a-first/liver-cell.md', { title: 'Twin' })

  test('are never both shown', () => {
    expect(titles(load(files(topics, card(liver), twin), today))).toHaveLength(2)
  })

  test('are never both shown where the older one changed as the newer one came', () => {
    const { library } = loadInTurn(
      files(topics, card(liver, { title: 'Before' })),
      files(topics, card(liver, { title: 'After' }), twin),
    )
    const ids = library.cards.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('take nothing from the card that was there before', () => {
    const newer = card('cards/cells/a-cell.md', { title: 'Stem cell' })
    expect(loadInTurn(files(), files(newer)).library.cards.map(({ id }) => id)).toEqual(['stem-cell'])
  })

  test('are never both shown where the older one takes the title of another', () => {
    const { library } = loadInTurn(
      files(topics, card(liver, { title: 'Before' })),
      files(topics, card(liver, { title: 'Stem cell' })),
    )
    const shown = library.cards.map(({ title }) => title)
    expect(shown).toEqual([...new Set(shown)])
  })
})

describe('the lists of topics and references', () => {
  const deepBrackets = '['.repeat(3000)

  test.each([
    ['topics.yaml', '- id: ['],
    ['topics.yaml', ''],
    ['topics.yaml', 'cells'],
    ['topics.yaml', '- id: Cells\n  name: { en: Cells }\n'],
    ['topics.yaml', deepBrackets],
    ['topics.yaml', '- &a [*a]\n'],
    ['references.json', '[{'],
    ['references.json', ''],
    ['references.json', 'null'],
    ['references.json', '{}'],
    ['references.json', '[]'],
    ['references.json', '[{ "id": "lee2020" }]'],
    ['references.json', deepBrackets],
  ])('%s keeps what it held before when it reads %.20s', (path, text) => {
    const before = load(files(), today)
    const loaded = load(files({ path, text }), today, before)
    expect(loaded.library).toEqual(before.library)
    expect(loaded.kept).toContain(path)
  })

  test.each([
    ['topics.yaml', 'topics'],
    ['references.json', 'references'],
  ])(
    '%s that is missing is reported, kept where it was known, and no card is shown where it was not',
    (path, rule) => {
      const without = base.filter((file) => file.path !== path)
      const first = load(without, today)
      expect(first.library.cards).toEqual([])
      expect(rulesAt(first, path)).toContain(rule)
      expect(titles(load(without, today, load(files(), today)))).toEqual(['Stem cell'])
    },
  )

  test('a list that is mended replaces the earlier one', () => {
    const topics = { path: 'topics.yaml', text: '- id: cells\n  name: { en: All cells }\n' }
    const loaded = loadInTurn(files(), files(broken('topics.yaml')), files(topics))
    expect(loaded.library.topics.map(({ name }) => name.en)).toEqual(['All cells'])
    expect(loaded.kept).toEqual([])
  })

  test('one reference that broke takes no other with it', () => {
    const text = JSON.stringify([
      ...(JSON.parse(base.find(({ path }) => path === 'references.json')?.text ?? '') as object[]),
      { id: 'broken2024' },
    ])
    const loaded = load(files({ path: 'references.json', text }), today)
    expect([...loaded.library.references.keys()]).toEqual(['lee2020', 'kim2021'])
    expect(rulesAt(loaded, 'references.json')).toContain('references')
  })

  test('the place of a reference is that of its item, however the file is spaced', () => {
    const [first = {}, second = {}] = JSON.parse(
      base.find(({ path }) => path === 'references.json')?.text ?? '',
    ) as object[]
    const text = `[${JSON.stringify(first)},\n${JSON.stringify(second)},\n${JSON.stringify({ ...second, id: 'unused2024' })}]`
    const loaded = load(files({ path: 'references.json', text }), today)
    expect(findingsIn(loaded)).toEqual([expect.objectContaining({ rule: 'unused-reference', line: 3 })])
  })

  test('an id that stands twice is told at its second place', () => {
    const [first = {}, second = {}] = JSON.parse(
      base.find(({ path }) => path === 'references.json')?.text ?? '',
    ) as object[]
    const text = JSON.stringify([first, second, first], null, 2)
    const again = text.slice(0, text.lastIndexOf('"id": "lee2020"')).split('\n').length
    const loaded = load(files({ path: 'references.json', text }), today)
    expect(findingsIn(loaded)).toEqual([
      expect.objectContaining({ rule: 'malformed-identifier', line: again }),
    ])
  })

  test('brackets that are no citation are told where they stand', () => {
    const file = card(liver, {
      body: 'It divides [@lee2020].\n\n## Details\n\nIt grows [sic] slowly [@lee2020].',
    })
    expect(findingsIn(load(files(file), today))).toEqual([
      expect.objectContaining({ rule: 'link-syntax', line: 15, column: 10 }),
    ])
  })
})

describe('files that did not change', () => {
  test('are not read again', () => {
    const state = files(card(liver), translation(liverArabic, 'خلية الكبد'))
    const first = load(state, today)
    const second = load(state, today, first)
    expect(second.readings.size).toBe(3)
    for (const [path, reading] of second.readings) expect(reading).toBe(first.readings.get(path))
    for (const [path, source] of second.good) expect(source).toBe(first.good.get(path))
    expect(second.library.version).toBe(first.library.version)
  })

  test('are not read again beside one that did', () => {
    const first = load(files(card(liver)), today)
    const second = load(files(card(liver, { title: 'Another title' })), today, first)
    expect(second.readings.get(stem)).toBe(first.readings.get(stem))
    expect(second.readings.get(liver)).not.toBe(first.readings.get(liver))
    expect(second.library.version).not.toBe(first.library.version)
  })

  test('are read again as translations where the original changed', () => {
    const arabic = translation(liverArabic, 'خلية الكبد')
    const first = load(files(card(liver), arabic), today)
    const changed = { path: liver, text: card(liver).text.replace('level: intro', 'level: advanced') }
    const second = load(files(changed, arabic), today, first)
    expect(second.library.translations.get('liver-cell')?.get('ar')?.level).toBe('advanced')
  })

  test('still have their findings told', () => {
    const state = files(broken(liver))
    const first = load(state, today)
    expect(load(state, today, first).findings).toEqual(first.findings)
  })
})

describe('a card that no reader can stand', () => {
  test.each([
    ['quotes', '>'.repeat(20_000)],
    ['numbered lists', '1. '.repeat(20_000)],
    ['bullets', '- '.repeat(20_000)],
    ['emphasis', '*a **b '.repeat(5000)],
    ['brackets', '['.repeat(20_000)],
  ])('with thousands of %s inside each other leaves the others as they were', (_, body) => {
    const deep = card(liver, { body: `It divides [@lee2020].\n\n## Details\n\n${body}` })
    const loaded = load(files(deep), today)
    expect(titles(loaded)).toEqual(['Stem cell'])
    expect(rulesAt(loaded, liver)).not.toEqual([])
  })
})

describe("the project's own knowledge", () => {
  let own: Loaded
  beforeAll(() => {
    own = ownKnowledge()
  })

  test('has no errors', () => {
    expect([...own.findings, ...checkOrder(own.read)].filter(({ severity }) => severity === 'error')).toEqual(
      [],
    )
  })

  test('shows a card for each file', () => {
    const paths = readKnowledgeFolder('knowledge').flatMap(({ path }) =>
      path.startsWith('cards/') ? [path] : [],
    )
    expect(
      everyCard(own.library)
        .map(({ file }) => file)
        .toSorted(),
    ).toEqual(paths.toSorted())
  })

  test('has a source that resolves for every claim of every card', () => {
    expect(everyCard(own.library).flatMap(claimsOf).length).toBeGreaterThan(100)
    expect(unsourced(own.library)).toEqual([])
  })

  test('stands in the order of topics, then of ids', () => {
    const { topics, cards } = own.library
    const naive = topics.flatMap(({ id: topic }) =>
      cards.flatMap((one) => (one.topic === topic ? [one.id] : [])).toSorted(),
    )
    expect(cards.map(({ id }) => id)).toEqual(naive)
  })

  test('comes out the same whatever the order of the files', () => {
    const all = readKnowledgeFolder('knowledge')
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), (shuffled) => {
        const { cards } = load(shuffled, today).library
        expect(cards).toEqual(own.library.cards)
      }),
      { seed: 1, numRuns: 2 },
    )
  })
})

/** An offset in a text, from a share of its length. */
const offsetAt = (text: string, share: number) => Math.floor(share * text.length)

describe('own card files that were cut, merged, flipped or made deep', () => {
  const all = readKnowledgeFolder('knowledge')
  const cards = all.filter(({ path }) => path.startsWith('cards/'))
  const topics = all.filter(({ path }) => path === 'topics.yaml')
  const references = JSON.parse(all.find(({ path }) => path === 'references.json')?.text ?? '') as {
    id: string
  }[]
  /** Only the references that are cited, so that 300 loads are quick. */
  const listsFor = (some: readonly KnowledgeFile[]): KnowledgeFile[] => {
    const cited = new Set(some.flatMap(({ text }) => text.match(/(?<=@)[\w:.-]+/g) ?? []))
    const text = JSON.stringify(references.filter(({ id }) => cited.has(id)))
    return [...topics, { path: 'references.json', text }]
  }
  const pick = fc.nat(cards.length - 1).map((at) => cards[at] ?? { path: '', text: '' })
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  const deep = fc.constantFrom('[', '{a: ', '- ', '&a [', '"', '>', '`', '*', '| ', '[@', '](', '<')

  const mutations: Record<string, fc.Arbitrary<(text: string) => string>> = {
    cut: place.map((from) => (text) => text.slice(0, offsetAt(text, from))),
    beheaded: place.map((from) => (text) => text.slice(offsetAt(text, from))),
    'cut out': fc.tuple(place, place).map(
      ([from, to]) =>
        (text) =>
          text.slice(0, offsetAt(text, Math.min(from, to))) + text.slice(offsetAt(text, Math.max(from, to))),
    ),
    merged: fc.tuple(pick, place, place).map(
      ([other, from, to]) =>
        (text) =>
          text.slice(0, offsetAt(text, from)) + other.text.slice(offsetAt(other.text, to)),
    ),
    flipped: fc.array(fc.tuple(place, fc.nat(7)), { minLength: 1, maxLength: 12 }).map((flips) => (text) => {
      const bytes = Buffer.from(text)
      for (const [where, bit] of flips) {
        const index = Math.min(bytes.length - 1, offsetAt(text, where))
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
      }
      return bytes.toString('utf8')
    }),
    'without a sign': fc
      .tuple(fc.constantFrom('[', ']', '@', '.', '\n', '---', '|', ':', ';', ' '), fc.nat(40))
      .map(([sign, which]) => (text) => {
        const parts = text.split(sign)
        const gap = 1 + (which % Math.max(1, parts.length - 1))
        return parts.slice(0, gap).join(sign) + parts.slice(gap).join(sign)
      }),
    'deep YAML': fc.tuple(deep, fc.integer({ min: 100, max: 3000 })).map(
      ([sign, depth]) =>
        (text) =>
          text.replace('\naliases:', `\nx: ${sign.repeat(depth)}\naliases:`),
    ),
    'deep Markdown': fc.tuple(deep, fc.integer({ min: 50, max: 300 })).map(
      ([sign, depth]) =>
        (text) =>
          `${text}\n${sign.repeat(depth)}`,
    ),
  }
  const mutated = fc
    .tuple(pick, fc.oneof(...Object.values(mutations)))
    .map(([file, mutate]) => ({ path: file.path, text: mutate(file.text) }))

  test('are never thrown at, and yield no claim without a source', () => {
    let shown = 0
    fc.assert(
      fc.property(mutated, (file) => {
        const original = cards.filter(
          ({ path }) => path !== file.path && path === file.path.replace(/\.[a-z]{2}\.md$/, '.md'),
        )
        const { library } = load([...listsFor([...original, file]), ...original, file], today)
        shown += Number(everyCard(library).some((one) => one.file === file.path))
        expect(unsourced(library)).toEqual([])
      }),
      { seed: 1, numRuns: 300 },
    )
    // Where every damaged card were refused, the claims of none would have been looked at.
    expect(shown).toBeGreaterThan(30)
  })
})
