import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/domain/finding.js'
import { splitFrontMatter } from '../../src/knowledge/front-matter.js'
import { readCard } from '../../src/knowledge/read-card.js'

const file = 'cards/cells/liver-cell.md'
const yaml = [
  'title: Liver cell',
  'aliases: [hepatocyte]',
  'level: intro',
  'evidence: guideline',
  'reviewed: 2026-11-01',
  'review_every: 12 months',
  'version: 1',
  'related: []',
]
const body = 'It divides [@lee2020].\n'
const cardOf = (lines: readonly string[] = yaml, fence = '---') => [fence, ...lines, '---', body].join('\n')

const findingsOf = (text: string): readonly Finding[] => {
  const split = splitFrontMatter(file, text)
  return Array.isArray(split) ? split : []
}
const partsOf = (text: string) => {
  const split = splitFrontMatter(file, text)
  if (Array.isArray(split)) throw new Error(split.map(({ found }) => found).join('; '))
  return split
}
const cardFrom = (text: string) => {
  const read = readCard({ path: file, text }, () => undefined)
  if (Array.isArray(read)) throw new Error(read.map(({ found }) => found).join('; '))
  return read
}

describe('front matter that is code', () => {
  const flag = 'hakimWasExecuted'
  const wasExecuted = () => Reflect.has(globalThis, flag)
  const code = `globalThis.${flag} = true`

  test('the flag would be seen', () => {
    Reflect.set(globalThis, flag, true)
    expect(wasExecuted()).toBe(true)
    Reflect.deleteProperty(globalThis, flag)
  })

  test.each([
    ['---js', `${code}\nmodule.exports = { title: 'x' }`],
    ['---javascript', `${code}; ({})`],
    ['--- js', `{ title: (${code}, 'x') }`],
    ['---coffee', code],
    ['---', `title: !!js/function 'function () { ${code} }'`],
    ['---', `title: !!js/undefined ''\nx: !<tag:yaml.org,2002:js/function> '() => { ${code} }'`],
    ['---', `---js\n${code}`],
  ])('%s executes nothing and is refused (%#)', (fence, source) => {
    const read = readCard({ path: file, text: cardOf(source.split('\n'), fence) }, () => undefined)
    expect(wasExecuted()).toBe(false)
    expect(read).toContainEqual(expect.objectContaining({ severity: 'error' }))
  })

  test.each(['js', 'javascript', 'coffee', 'coffeescript', 'cson', 'json', 'toml', 'yaml', 'ini'])(
    'the engine %s is refused by its first line',
    (engine) => {
      expect(findingsOf(cardOf(yaml, `---${engine}`))).toEqual([
        expect.objectContaining({ rule: 'front-matter', line: 1, column: 1 }),
      ])
    },
  )
})

describe('front matter in YAML', () => {
  test('is told apart from the body, whose offset is that in the file', () => {
    const text = cardOf()
    const split = partsOf(text)
    expect(split.data).toMatchObject({ title: 'Liver cell', version: 1, aliases: ['hepatocyte'] })
    expect(split.body).toBe(body)
    expect(split.bodyOffset).toBe(text.indexOf(body))
  })

  test.each(yaml.map((line, at) => [line.split(':', 1)[0] ?? '', at + 2] as const))(
    'the key %s stands on line %i',
    (key, line) => {
      expect(partsOf(cardOf()).placeOf(key)).toEqual({ line, column: 1 })
    },
  )

  test('a key that is missing is told at the start', () => {
    expect(partsOf(cardOf()).placeOf('colour')).toEqual({ line: 1, column: 1 })
  })

  test('dates, times and yes stay the strings that were written', () => {
    const { data } = partsOf(
      cardOf(['reviewed: 2026-11-01', 'at: 2026-11-01T08:00:00Z', 'agreed: yes', 'off: no', 'ratio: 1:20']),
    )
    expect(data).toEqual({
      reviewed: '2026-11-01',
      at: '2026-11-01T08:00:00Z',
      agreed: 'yes',
      off: 'no',
      ratio: '1:20',
    })
  })

  test('a date of a card stays a string', () => {
    expect(cardFrom(cardOf()).card.reviewed).toBe('2026-11-01')
  })

  test('a key that stands twice is told at its second place', () => {
    expect(findingsOf(cardOf([...yaml, 'title: Kidney cell']))).toEqual([
      expect.objectContaining({ rule: 'front-matter', line: yaml.length + 2, column: 1 }),
    ])
  })

  test('anchors and aliases are refused', () => {
    expect(findingsOf(cardOf(['title: &name Liver', 'aliases: [*name]']))).toEqual([
      expect.objectContaining({ rule: 'front-matter', todo: expect.stringContaining('aliases') }),
    ])
  })

  test('ten levels of ten aliases each are refused before they are written out', () => {
    const levels = Array.from({ length: 10 }, (_, at) =>
      at ? `l${at}: &l${at} [${Array.from({ length: 10 }, () => `*l${at - 1}`).join(', ')}]` : 'l0: &l0 [x]',
    )
    expect(findingsOf(cardOf(levels))).toEqual([expect.objectContaining({ rule: 'front-matter' })])
  })

  test('an alias of its own ancestor is refused', () => {
    expect(findingsOf(cardOf(['self: &self [*self]']))).toEqual([
      expect.objectContaining({ rule: 'front-matter' }),
    ])
  })

  test.each([100, 5000, 30_000])('%i brackets that are never closed are refused', (depth) => {
    expect(findingsOf(cardOf([`x: ${'['.repeat(depth)}`]))[0]).toMatchObject({ rule: 'front-matter' })
  })

  test('a key of the prototype makes no prototype', () => {
    const { data } = partsOf(cardOf(['__proto__: { polluted: true }', 'title: x']))
    expect(Reflect.get(Object(data), 'polluted')).toBeUndefined()
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test.each([
    ['', 'nothing'],
    ['# Liver cell\n', '"# Liver cell" as first line'],
    ['---\ntitle: Liver cell\n', 'no second ---'],
    ['---', '"---" as first line'],
    [' ---\ntitle: x\n---\n', '" ---" as first line'],
  ])('%j is refused for %s', (text, found) => {
    expect(findingsOf(text)).toEqual([expect.objectContaining({ found, line: 1, column: 1 })])
  })

  test.each([0, 5, 30, cardOf().length])('a NUL byte at %i is refused', (at) => {
    const text = cardOf()
    expect(findingsOf(`${text.slice(0, at)}\0${text.slice(at)}`)).toEqual([
      expect.objectContaining({ rule: 'front-matter', found: 'a NUL byte' }),
    ])
  })
})

describe('cards as editors save them', () => {
  const plain = cardFrom(cardOf())
  const longer = cardOf().replace(body, `${body}\n## Details\n\nIt grows [@lee2020].\n`)

  test.each([
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with CR', (text: string) => text.replaceAll('\n', '\r')],
    ['with a byte order mark', (text: string) => `\uFEFF${text}`],
    ['with both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['without a last line break', (text: string) => text.trimEnd()],
    ['with blanks behind the second fence', (text: string) => text.replace('---\nIt', '---  \nIt')],
  ])('%s reads as one without', (_, save) => {
    expect(cardFrom(save(cardOf())).card).toEqual(plain.card)
    const saved = cardFrom(save(longer))
    expect(saved.card).toEqual(cardFrom(longer).card)
    expect(saved.citations.map(({ place }) => place.line)).toEqual([11, 15])
    expect(saved.placeOf('version')).toEqual({ line: 8, column: 1 })
  })
})

test('whatever stands in the front matter, it is read or refused, never thrown', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...yaml,
      '---',
      '- ',
      ': ',
      '{',
      '[',
      '&a ',
      '*a',
      '!!x ',
      '|',
      '>',
      '"',
      "'",
      '#',
      '? ',
      '\t',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('\n', '', ' '), (pieces, glue) => {
      const split = splitFrontMatter(file, `---\n${pieces.join(glue)}\n---\n${body}`)
      const refused =
        Array.isArray(split) && split.length > 0 && split.every(({ rule }) => rule === 'front-matter')
      const isRead = !Array.isArray(split) && split.body.endsWith(body)
      expect(refused || isRead).toBe(true)
    }),
    { seed: 1, numRuns: 400 },
  )
})
