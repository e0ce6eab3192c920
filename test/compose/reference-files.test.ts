import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceFiles } from '../../src/compose/reference-files.js'
import type { Reference } from '../../src/domain/reference.js'

const own = JSON.parse(readFileSync('knowledge/references.json', 'utf8')) as Reference[]
const fileOf = (ending: string, references: readonly Reference[]): string =>
  referenceFiles('own', references).find(({ name }) => name === `own.${ending}`)?.text ?? ''

const cell: Reference = {
  id: 'takahashi2007',
  type: 'article-journal',
  title: 'Cells & more: 100% of {them}',
  author: [
    { family: 'Takahashi', given: 'Kazutoshi' },
    { literal: 'WHO & Partners' },
    { family: 'Ángel_Núñez', given: 'J. P.' },
  ],
  issued: { 'date-parts': [[2007, 11, 30]] },
  'container-title': 'Cell & Tissue',
  volume: '131',
  issue: '5',
  page: '861-872',
  DOI: '10.1016/j.cell.2007.11.019',
  PMID: '18035408',
  URL: 'https://doi.org/10.1016/j.cell.2007.11.019',
}

interface Entry {
  readonly type: string
  readonly key: string
  readonly fields: Readonly<Record<string, string>>
}
/** Where the brace that opens at `start` is closed. BibTeX counts every brace, also behind a backslash. */
const closing = (text: string, start: number): number => {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  throw new Error(`the brace at ${start} is never closed: ${text.slice(start, start + 80)}`)
}
/** Reads BibTeX as BibTeX does: entries and fields end where their braces do. */
const readBibtex = (text: string): Entry[] => {
  const entries: Entry[] = []
  for (let at = text.indexOf('@'); at >= 0;) {
    const open = text.indexOf('{', at)
    const end = closing(text, open)
    const inside = text.slice(open + 1, end)
    const fields: Record<string, string> = {}
    const field = /,\s*(\w+) = (?=\{)/g
    field.lastIndex = inside.indexOf(',')
    for (let match = field.exec(inside); match; match = field.exec(inside)) {
      const stop = closing(inside, field.lastIndex)
      fields[match[1] ?? ''] = inside.slice(field.lastIndex + 1, stop)
      field.lastIndex = stop + 1
    }
    entries.push({ type: text.slice(at + 1, open), key: inside.slice(0, inside.indexOf(',')), fields })
    if (text.slice(end + 1).trim() && !/^\s*@/.test(text.slice(end + 1))) {
      throw new Error(`between entries: ${text.slice(end + 1, end + 40)}`)
    }
    at = text.indexOf('@', end)
  }
  return entries
}
/** Escaped text as TeX sets it. */
const typeset = (tex: string): string =>
  tex
    .replaceAll('\\textasciitilde{}', '~')
    .replaceAll('\\textasciicircum{}', '^')
    .replaceAll('\\textbackslash{}', '\uE000')
    .replace(/\{?\\(?:textbraceleft|\{)(?:\{\})?\}?/g, '\uE001')
    .replace(/\{?\\(?:textbraceright|\})(?:\{\})?\}?/g, '\uE002')
    .replace(/\\([$&#_%])/g, '$1')
    .replace(/[{}]/g, '')
    .replaceAll('\uE000', '\\')
    .replaceAll('\uE001', '{')
    .replaceAll('\uE002', '}')

describe('BibTeX', () => {
  test('has an entry with the fields of an article', () => {
    const [entry] = readBibtex(fileOf('bib', [{ ...cell, title: 'Cells & more: 100% of them' }]))
    expect(entry).toEqual({
      type: 'article',
      key: 'takahashi2007',
      fields: {
        author: String.raw`Takahashi, Kazutoshi and {WHO \& Partners} and Ángel\_Núñez, J. P.`,
        title: String.raw`{Cells \& more: 100\% of them}`,
        journal: String.raw`Cell \& Tissue`,
        year: '2007',
        volume: '131',
        number: '5',
        pages: '861--872',
        doi: '10.1016/j.cell.2007.11.019',
        pmid: '18035408',
        url: 'https://doi.org/10.1016/j.cell.2007.11.019',
      },
    })
  })

  test('says "others" for authors that the list leaves out', () => {
    const [entry] = readBibtex(fileOf('bib', [{ ...cell, title: 'x', note: 'author list shortened' }]))
    expect(entry?.fields['author']).toMatch(/ and others$/)
  })

  test.each([
    ['book', 'book', { publisher: 'Mosby' }],
    ['report', 'techreport', { institution: 'Geneva' }],
    ['webpage', 'misc', { howpublished: 'Geneva' }],
  ])('makes a %s a %s', (type, expected, fields) => {
    const reference: Reference = {
      id: 'who2020',
      type,
      title: 'Title',
      author: [{ literal: 'WHO' }],
      issued: { 'date-parts': [[2020]] },
      ...(type === 'book' ? { publisher: 'Mosby' } : { 'container-title': 'Geneva' }),
    }
    expect(readBibtex(fileOf('bib', [reference]))[0]).toMatchObject({ type: expected, fields })
  })

  test('is balanced, and says the title that was meant, whatever signs it holds', () => {
    const signs = fc.array(fc.constantFrom(...'aé خ\\{}$&#_%~^"@,='.split('')), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(signs, (title) => {
        const entries = readBibtex(
          fileOf('bib', [
            { ...cell, title: `x${title.join('')}x` },
            { ...cell, title: 'next' },
          ]),
        )
        expect(entries).toHaveLength(2)
        expect(typeset(entries[0]?.fields['title'] ?? '')).toBe(`x${title.join('')}x`)
        expect(entries[0]?.fields['year']).toBe('2007')
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  test('escapes every sign that means something to TeX', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'ab\\$&#_%~^'.split('')), { minLength: 1, maxLength: 12 }),
        (title) => {
          const [entry] = readBibtex(fileOf('bib', [{ ...cell, title: title.join('') }]))
          expect(typeset(entry?.fields['title'] ?? '')).toBe(title.join(''))
          expect(entry?.fields['title']).not.toMatch(/(?<!\\)[$&#_%~^]/)
        },
      ),
      { seed: 1, numRuns: 200 },
    )
  })

  test('holds every own reference once, under its key', () => {
    const entries = readBibtex(fileOf('bib', own))
    expect(entries.map(({ key }) => key)).toEqual(own.map(({ id }) => id))
    expect(entries.map(({ fields }) => typeset(fields['title'] ?? ''))).toEqual(own.map(({ title }) => title))
    expect(entries.every(({ fields }) => fields['author'] && /^\d{4}$/.test(fields['year'] ?? ''))).toBe(true)
  })
})

/** The fields of each RIS record, in their order. */
const readRis = (text: string): (readonly [tag: string, value: string])[][] =>
  text
    .split(/^(?=TY {2}- )/m)
    .filter((record) => record.trim())
    .map((record) =>
      record.split('\r\n').flatMap((line): [string, string][] => {
        if (!line) return []
        const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? []
        if (tag === undefined || value === undefined) throw new Error(`no RIS line: ${JSON.stringify(line)}`)
        return [[tag, value]]
      }),
    )

describe('RIS', () => {
  test('has the lines of an article, from TY to ER', () => {
    expect(readRis(fileOf('ris', [cell]))).toEqual([
      [
        ['TY', 'JOUR'],
        ['ID', 'takahashi2007'],
        ['AU', 'Takahashi, Kazutoshi'],
        ['AU', 'WHO & Partners'],
        ['AU', 'Ángel_Núñez, J. P.'],
        ['TI', 'Cells & more: 100% of {them}'],
        ['JO', 'Cell & Tissue'],
        ['PY', '2007'],
        ['VL', '131'],
        ['IS', '5'],
        ['SP', '861'],
        ['EP', '872'],
        ['DO', '10.1016/j.cell.2007.11.019'],
        ['UR', 'https://doi.org/10.1016/j.cell.2007.11.019'],
        ['ER', ''],
      ],
    ])
  })

  test('ends its lines as the format asks, with CR and LF', () => {
    expect(fileOf('ris', [cell, cell]).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('has a record for every own reference, each from TY to ER with all its authors', () => {
    const records = readRis(fileOf('ris', own))
    expect(records).toHaveLength(own.length)
    for (const [at, record] of records.entries()) {
      const tags = record.map(([tag]) => tag)
      expect([tags[0], tags.at(-1)]).toEqual(['TY', 'ER'])
      expect(tags.filter((tag) => tag === 'AU')).toHaveLength(own[at]?.author.length ?? 0)
      expect(record).toContainEqual(['ID', own[at]?.id])
      expect(record).toContainEqual(['TI', own[at]?.title])
    }
  })

  test('keeps a title over two lines in its line', () => {
    const [record] = readRis(fileOf('ris', [{ ...cell, title: 'Cells\nER  - and more' }]))
    expect(record?.filter(([tag]) => tag === 'TI')).toEqual([['TI', 'Cells ER - and more']])
  })
})

describe('CSL-JSON', () => {
  test('reads back as what was written', () => {
    expect(JSON.parse(fileOf('json', own))).toEqual(own)
    expect(JSON.parse(fileOf('json', []))).toEqual([])
  })
})

test('the files have the name of the card', () => {
  expect(referenceFiles('ensoulment', [cell]).map(({ name }) => name)).toEqual([
    'ensoulment.bib',
    'ensoulment.ris',
    'ensoulment.json',
  ])
})
