import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNumbering } from '../../src/compose/numbering.js'
import type { Claim } from '../../src/domain/card.js'
import type { Library } from '../../src/domain/library.js'
import type { Reference } from '../../src/domain/reference.js'
import type { Part, Rich, SourceLine } from '../../src/view/view.js'

const reference = (id: string, some: Partial<Reference> = {}): Reference => ({
  id,
  type: 'webpage',
  title: `On ${id}`,
  author: [{ literal: 'WHO' }],
  issued: { 'date-parts': [[2020]] },
  URL: `https://example.org/${id}`,
  ...some,
})
const libraryOf = (...references: readonly Reference[]): Library => ({
  topics: [],
  cards: [],
  translations: new Map(),
  variants: [],
  names: [],
  terms: [],
  references: new Map(references.map((one) => [one.id, one])),
  version: 'test',
})
const library = libraryOf(...['a', 'b', 'c', 'd'].map((id) => reference(id)))
/** "It divides" with sources. */
const claim = (...[first = 'a', ...rest]: readonly string[]): Claim => ({
  inlines: [
    { kind: 'text', text: 'It divides ' },
    { kind: 'cite', keys: [first, ...rest] },
    { kind: 'text', text: '.' },
  ],
  sources: [first, ...rest],
})
const marksOf = (rich: readonly Rich[]): number[] =>
  rich.flatMap((one) => (one.kind === 'mark' ? [one.number] : []))
const linesOf = (parts: readonly Part[]): readonly SourceLine[] =>
  parts.flatMap((part) => (part.kind === 'sources' ? part.items : []))

describe('numbers of sources', () => {
  test('grow in the order of first citation, and stay', () => {
    const numbering = createNumbering(library)
    expect(marksOf(numbering.richOf([claim('c', 'a'), claim('a')]))).toEqual([1, 2, 2])
    expect(marksOf(numbering.richOf([claim('b'), claim('c')]))).toEqual([3, 1])
    expect(numbering.keys()).toEqual(['c', 'a', 'b'])
  })

  test('list each source once, by number, with its address', () => {
    const numbering = createNumbering(library)
    numbering.richOf([claim('c', 'a'), claim('c')])
    expect(linesOf(numbering.sources('en', 3))).toEqual([
      { number: 1, text: 'WHO. On c. 2020.', url: 'https://example.org/c' },
      { number: 2, text: 'WHO. On a. 2020.', url: 'https://example.org/a' },
    ])
  })

  test('list nothing where nothing was cited', () => {
    expect(createNumbering(library).sources('en', 3)).toEqual([])
  })

  test('start anew with each numbering', () => {
    createNumbering(library).richOf([claim('a')])
    expect(marksOf(createNumbering(library).richOf([claim('b')]))).toEqual([1])
  })

  test('are not given to a key that the library does not hold', () => {
    const numbering = createNumbering(library)
    expect(marksOf(numbering.richOf([claim('nobody', 'b')]))).toEqual([1])
    expect(numbering.keys()).toEqual(['b'])
  })

  test('say in the language of the reader that a detail is still to be confirmed', () => {
    const doubtful = libraryOf(reference('a', { custom: { status: 'recheck' } }), reference('b'))
    const numbering = createNumbering(doubtful)
    numbering.richOf([claim('a', 'b')])
    expect(linesOf(numbering.sources('en', 3)).map(({ remark }) => remark)).toEqual([
      'a detail of this reference is still to be confirmed',
      undefined,
    ])
    expect(linesOf(numbering.sources('ar', 3))[0]?.remark).toMatch(/\p{Script=Arabic}/u)
  })

  test('name as many authors as are asked for', () => {
    const many = libraryOf(
      reference('a', { author: ['Ali', 'Bo', 'Can', 'Doe'].map((family) => ({ family, given: 'X' })) }),
    )
    const numbering = createNumbering(many)
    numbering.richOf([claim('a')])
    expect(linesOf(numbering.sources('en', 3))[0]?.text).toMatch(/^Ali X, Bo X, Can X, et al\. /)
    expect(linesOf(numbering.sources('en', 6))[0]?.text).toMatch(/^Ali X, Bo X, Can X, Doe X\. /)
  })

  test('have a source line for each mark, and a mark for each line, whatever is cited', () => {
    const claims = fc.array(
      fc
        .array(fc.constantFrom('a', 'b', 'c', 'd', 'nobody', '__proto__'), { minLength: 1, maxLength: 4 })
        .map((keys) => claim(...keys)),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(claims, (some) => {
        const numbering = createNumbering(library)
        const marks = some.flatMap((one) => marksOf(numbering.richOf([one])))
        const naive = [...new Set(some.flatMap(({ sources }) => sources))].filter((key) =>
          library.references.has(key),
        )
        const lines = linesOf(numbering.sources('en', 3))
        expect(numbering.keys()).toEqual(naive)
        expect(lines.map(({ number }) => number)).toEqual(naive.map((_, at) => at + 1))
        expect([...new Set(marks)]).toEqual(lines.map(({ number }) => number))
      }),
      { seed: 1, numRuns: 200 },
    )
  })
})

describe('claims as running text', () => {
  test('stand whole, a space between them', () => {
    const text = createNumbering(library)
      .richOf([claim('a'), claim('b')])
      .map((one) => (one.kind === 'text' ? one.text : `[${one.number}]`))
    expect(text.join('')).toBe('It divides [1]. It divides [2].')
  })

  test('keep their styles, and marks lead to their source', () => {
    const styled: Claim = {
      inlines: [
        { kind: 'text', text: 'Never', strong: true },
        { kind: 'text', text: ' so', emphasis: true },
        { kind: 'cite', keys: ['a'] },
      ],
      sources: ['a'],
    }
    expect(createNumbering(library).richOf([styled])).toEqual([
      { kind: 'text', text: 'Never', strong: true },
      { kind: 'text', text: ' so', emphasis: true },
      { kind: 'mark', number: 1, url: 'https://example.org/a' },
    ])
  })

  test.each([
    ['paragraph', undefined],
    ['item', true],
    ['row', true],
  ] as const)('of a %s are a paragraph with bullet %s', (kind, bullet) => {
    const part = createNumbering(library).paragraphOf(
      { kind, label: 'WHO, 2020', claims: [claim('a')] },
      'ar',
    )
    expect(part).toMatchObject({ kind: 'paragraph', label: 'WHO, 2020', language: 'ar' })
    expect(part.kind === 'paragraph' ? part.bullet : 'no paragraph').toBe(bullet)
  })
})
