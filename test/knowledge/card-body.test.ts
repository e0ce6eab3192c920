import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Claim, Inline } from '../../src/domain/card.js'
import { claimText } from '../../src/domain/claim-text.js'
import { readBody } from '../../src/knowledge/card-body.js'
import { placesIn } from '../../src/knowledge/source.js'

const read = (body: string) => readBody(body, 0, placesIn(body))
const answer = (body: string) => read(body).answer
const blocks = (body: string, heading = '## Details'): readonly Block[] =>
  read(`${heading}\n\n${body}`).sections.flatMap((section) => section.blocks)
/** A claim as it was written: "It works [@a]." */
const written = ({ inlines }: Claim): string =>
  inlines
    .map((inline) =>
      inline.kind === 'text' ? inline.text : `[${inline.keys.map((key) => `@${key}`).join('; ')}]`,
    )
    .join('')
const table = (...rows: readonly string[]) =>
  ['| Body | Position | Year | Source |', '| --- | --- | --- | --- |', ...rows].join('\n')

describe('claims of the short answer', () => {
  test('each sentence with a citation is a claim', () => {
    const claims = answer('Cells divide [@a]. They also rest [@b].')
    expect(claims.map(written)).toEqual(['Cells divide [@a].', 'They also rest [@b].'])
    expect(claims.map(({ sources }) => sources)).toEqual([['a'], ['b']])
  })

  test('a citation in the middle of a sentence leaves the sentence whole', () => {
    expect(answer('Cells divide [@a] all life. They rest [@b].').map(written)).toEqual([
      'Cells divide [@a] all life.',
      'They rest [@b].',
    ])
  })

  test('a citation behind the full stop belongs to the sentence before it', () => {
    const { answer: claims, uncitedSentences } = read('Cells divide. [@a] They rest. [@b; @c]')
    expect(claims.map(claimText)).toEqual(['Cells divide.', 'They rest.'])
    expect(claims.map(({ sources }) => sources)).toEqual([['a'], ['b', 'c']])
    expect(uncitedSentences).toEqual([])
  })

  test('a claim begins with its first word, also behind a citation that follows a full stop', () => {
    expect(answer('Cells divide. [@a] They rest [@b].').map(written)[1]).toBe('They rest [@b].')
  })

  test('a citation that touches the full stop before it does not cover the next sentence', () => {
    const { uncitedSentences } = read('Cells divide.[@a] They cure everything.')
    expect(uncitedSentences.map(({ text }) => text)).toEqual(['They cure everything.'])
  })

  test.each(['iPS cells cure everything.', 'mRNA is harmless.', 'p53 is lost.'])(
    'a sentence without a source is told though it begins with a small letter: %s',
    (sentence) => {
      expect(read(`Cells divide [@a]. ${sentence}`).uncitedSentences.map(({ text }) => text)).toEqual([
        sentence,
      ])
    },
  )

  test('a group names several sources, each source counts once', () => {
    const [claim] = answer('Cells divide [@b; @a] and rest [@a;@c].')
    expect(claim?.sources).toEqual(['b', 'a', 'c'])
    expect(claim?.inlines.filter(({ kind }) => kind === 'cite')).toEqual([
      { kind: 'cite', keys: ['b', 'a'] },
      { kind: 'cite', keys: ['a', 'c'] },
    ])
  })

  test('a sentence without a source is told, and said only with the next that has one', () => {
    const { answer: claims, uncitedSentences } = read('Cells divide. They rest [@a].')
    expect(uncitedSentences).toEqual([{ text: 'Cells divide.', place: { line: 1, column: 1 } }])
    expect(claims.map(written)).toEqual(['Cells divide. They rest [@a].'])
  })

  test('the place of a sentence without a source is that of its first letter', () => {
    const { uncitedSentences } = read('Cells divide [@a]. They rest.')
    expect(uncitedSentences).toEqual([{ text: 'They rest.', place: { line: 1, column: 20 } }])
  })

  test('nothing that has no source is said', () => {
    expect(answer('Cells divide. They rest.')).toEqual([])
    expect(blocks('Cells divide. They rest.')).toEqual([])
  })

  test.each([
    'Cells grow approx. 40 times [@a].',
    'Dr. Khan wrote so [@a].',
    'Cells, e.g. those of the skin, divide [@a].',
    'It grew by 1.5 times in v. 2 of the test [@a].',
  ])('the dot of an abbreviation ends nothing: %s', (sentence) => {
    expect(answer(`${sentence} They rest [@b].`).map(written)).toEqual([sentence, 'They rest [@b].'])
  })

  test('a sentence may run over two lines', () => {
    expect(answer('Cells\ndivide [@a].\nThey rest [@b].').map(written)).toEqual([
      'Cells divide [@a].',
      'They rest [@b].',
    ])
  })
})

describe('Arabic and Urdu', () => {
  test.each([
    ['هل تنقسم الخلية [@a]؟ نعم تنقسم [@b].', ['هل تنقسم الخلية [@a]؟', 'نعم تنقسم [@b].']],
    ['هل تنقسم الخلية؟ [@a] نعم تنقسم. [@b]', ['هل تنقسم الخلية؟ [@a]', 'نعم تنقسم. [@b]']],
    ['خلیہ تقسیم ہوتا ہے [@a]۔ وہ رکتا ہے [@b]۔', ['خلیہ تقسیم ہوتا ہے [@a]۔', 'وہ رکتا ہے [@b]۔']],
    ['تنقسم الخلية [@a]! ثم «تستريح [@b].»', ['تنقسم الخلية [@a]!', 'ثم «تستريح [@b].»']],
  ])('sentences end where they end: %s', (text, sentences) => {
    // White space around a full stop and its citation is no part of what is compared here.
    expect(
      answer(text).map((claim) =>
        written(claim)
          .replace(/([.؟])\[/u, '$1 [')
          .trim(),
      ),
    ).toEqual(sentences)
    expect(read(text).uncitedSentences).toEqual([])
  })

  test.each([
    ['هل تنقسم [@a]؟', 'هل تنقسم؟'],
    ['تنقسم [@a]، ثم تستريح [@b].', 'تنقسم، ثم تستريح.'],
    ['تنقسم [@a]؛ ثم تستريح [@b].', 'تنقسم؛ ثم تستريح.'],
    ['خلیہ تقسیم ہوتا ہے [@a]۔', 'خلیہ تقسیم ہوتا ہے۔'],
  ])('without its citations %s reads %s', (text, plain) => {
    expect(answer(text).map(claimText)).toEqual([plain])
  })

  test('Arabic headings open the sections', () => {
    const body =
      'تنقسم [@a].\n\n## التفاصيل\n\nتنمو [@a].\n\n## الحدود\n\nتنتهي [@a].\n\n## المواقف\n\nتختلف [@a].'
    expect(read(body).sections.map(({ kind }) => kind)).toEqual(['details', 'limits', 'positions'])
  })
})

describe('labels', () => {
  test.each([
    ['**Why.** It divides [@a].', 'Why', 'It divides [@a].'],
    ['**Why:** it divides [@a].', 'Why', 'it divides [@a].'],
    ['**Why?** It divides [@a].', 'Why?', 'It divides [@a].'],
    ['**لماذا؟** تنقسم [@a].', 'لماذا؟', 'تنقسم [@a].'],
    ['- **Why.** It divides [@a].', 'Why', 'It divides [@a].'],
  ])('%s is labelled', (text, label, claim) => {
    const [block] = blocks(text)
    expect(block?.label).toBe(label)
    expect(block?.claims.map(written)).toEqual([claim])
  })

  test.each(['**Cells** divide [@a].', 'Cells **divide.** So it is [@a].', '*Why.* It divides [@a].'])(
    '%s is not labelled',
    (text) => {
      const [block] = blocks(text)
      expect(block).not.toHaveProperty('label')
      expect(block?.claims.map(written).join(' ')).toBe(text.replaceAll('*', ''))
    },
  )

  test('a label alone is nothing that may be said', () => {
    const { sections, uncitedBlocks } = read('## Details\n\n**It cures everything.**')
    expect(sections[0]?.blocks).toEqual([])
    expect(uncitedBlocks).toHaveLength(1)
  })
})

describe('styles', () => {
  test('nested emphasis keeps each style of each run', () => {
    const [claim] = answer('Cells *divide **very** often* or **rest *a* little** [@a].')
    const expected: Inline[] = [
      { kind: 'text', text: 'Cells ' },
      { kind: 'text', text: 'divide ', emphasis: true },
      { kind: 'text', text: 'very', emphasis: true, strong: true },
      { kind: 'text', text: ' often', emphasis: true },
      { kind: 'text', text: ' or ' },
      { kind: 'text', text: 'rest ', strong: true },
      { kind: 'text', text: 'a', strong: true, emphasis: true },
      { kind: 'text', text: ' little', strong: true },
      { kind: 'text', text: ' ' },
      { kind: 'cite', keys: ['a'] },
      { kind: 'text', text: '.' },
    ]
    expect(claim?.inlines).toEqual(expected)
  })

  test('a citation inside emphasis is a citation', () => {
    expect(answer('*Cells divide [@a].* **They rest [@b].**').map(({ sources }) => sources)).toEqual([
      ['a'],
      ['b'],
    ])
  })

  test('signs that are escaped, and code, are read as text', () => {
    expect(answer(String.raw`Cells \*divide\* as ${'`'}x < y${'`'} says [@a].`).map(claimText)).toEqual([
      'Cells *divide* as x < y says.',
    ])
  })

  test('a hard line break is a space', () => {
    expect(answer('Cells  \ndivide [@a].').map(claimText)).toEqual(['Cells divide.'])
  })
})

describe('lists', () => {
  test('each item is a block with its own sources', () => {
    const found = blocks('- It divides [@a]\n- It rests [@b]\n')
    expect(found.map(({ kind, claims }) => [kind, ...claims.map(written)])).toEqual([
      ['item', 'It divides [@a]'],
      ['item', 'It rests [@b]'],
    ])
  })

  test('an item without a source is told at its place', () => {
    expect(read('## Details\n\n- It divides [@a]\n- It rests\n').uncitedBlocks).toEqual([
      { text: '- It rests', place: { line: 4, column: 1 } },
    ])
  })
})

describe('tables of positions', () => {
  const rowsOf = (...rows: readonly string[]) => blocks(table(...rows), '## Positions')

  test('a row is a claim of its body and year, with the source of its last column', () => {
    expect(
      rowsOf('| MUIS | Soul at *four* months | 2001 | [@a; @b] |', '| IFC | At 120 days | | [@c] |'),
    ).toEqual([
      expect.objectContaining({ kind: 'row', label: 'MUIS, 2001' }),
      expect.objectContaining({ kind: 'row', label: 'IFC' }),
    ])
    const [first] = rowsOf('| MUIS | Soul at *four* months | 2001 | [@a; @b] |')
    expect(first?.claims.map(written)).toEqual(['Soul at four months [@a; @b]'])
    expect(first?.claims.map(({ sources }) => sources)).toEqual([['a', 'b']])
  })

  test('a citation in the position counts as well', () => {
    const [row] = rowsOf('| MUIS | Soul at four months [@a] | 2001 | [@b] |')
    expect(row?.claims.map(({ sources }) => sources)).toEqual([['a', 'b']])
  })

  test('a row without a source is told and not said', () => {
    const { sections, uncitedBlocks } = read(
      `## Positions\n\n${table('| MUIS | Four months | 2001 | [@a] |', '| IFC | 120 days | 1990 | Makkah |')}`,
    )
    expect(sections[0]?.blocks.map(({ label }) => label)).toEqual(['MUIS, 2001'])
    expect(uncitedBlocks).toEqual([{ text: 'IFC, 1990', place: { line: 6, column: 1 } }])
  })

  test('a citation beside the body is no part of its name, and its source is kept', () => {
    const [row] = rowsOf('| MUIS [@a] | Four months | 2001 | [@b] |')
    expect(row?.label).toBe('MUIS, 2001')
    expect(row?.claims.flatMap(({ sources }) => sources).toSorted()).toEqual(['a', 'b'])
  })

  test.each([
    [
      'a column too many',
      '| Body | Position | Year | Source | Note |\n|-|-|-|-|-|\n| MUIS | Four months | 2001 | [@a] | not binding |',
    ],
    ['words beside the source', table('| MUIS | Four months | 2001 | not binding [@a] |')],
  ])('%s is told, or said', (_, rows) => {
    const { sections, misplaced } = read(`## Positions\n\n${rows}`)
    const said = sections.flatMap((section) => section.blocks.flatMap(({ claims }) => claims.map(written)))
    expect(misplaced.length > 0 || said.join(' ').includes('not binding')).toBe(true)
  })
})

describe('what a card has no room for', () => {
  test.each([
    ['[@a, @b]', 4],
    ['[@]', 4],
    ['[@a;]', 4],
    ['[@a b]', 4],
    ['[@a; b]', 4],
  ])('the citation %s is told at its place and not said', (group, column) => {
    const { brokenCitations, answer: claims } = read(`It ${group} divides [@c].`)
    expect(brokenCitations).toEqual([{ text: group, place: { line: 1, column } }])
    expect(claims.flatMap(({ sources }) => sources)).toEqual(['c'])
  })

  test.each([
    'It divides [@a]. So it rests [@b.',
    'It divides [@a]. So it rests @b].',
    'It [@_b_] divides [@a].',
  ])('a citation that lost a bracket or its sign is told: %s', (text) => {
    const { brokenCitations, links } = read(`## Details\n\n${text}`)
    expect([...brokenCitations, ...links]).not.toHaveLength(0)
  })

  test.each(['## Constructor', '## __proto__', '## toString', '## hasOwnProperty'])(
    'the heading %s opens no section',
    (heading) => {
      const { sections, misplaced } = read(`It divides [@a].\n\n${heading}\n\nIt grows [@a].`)
      expect(sections).toEqual([])
      expect(misplaced[0]).toEqual({ text: heading, place: { line: 3, column: 1 } })
    },
  )
})

describe('places', () => {
  test('of citations are those of the file, whatever stands before the body', () => {
    const front = '---\ntitle: x\n---\n'
    const body = 'It divides [@a; @b].\n\n## Details\n\nIt\ngrows [@a].\n'
    const { citations, answerPlace } = readBody(body, front.length, placesIn(front + body))
    expect(answerPlace).toEqual({ line: 4, column: 1 })
    expect(citations).toEqual([
      { text: 'a', place: { line: 4, column: 13 } },
      { text: 'b', place: { line: 4, column: 17 } },
      { text: 'a', place: { line: 9, column: 8 } },
    ])
  })

  test('agree with counting line breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'é', 'خ', '\n'), { maxLength: 60 }),
        fc.nat(60),
        (signs, at) => {
          const text = signs.join('')
          const offset = Math.min(at, text.length)
          const before = text.slice(0, offset).split('\n')
          expect(placesIn(text)(offset)).toEqual({
            line: before.length,
            column: (before.at(-1)?.length ?? 0) + 1,
          })
        },
      ),
      { seed: 1, numRuns: 200 },
    )
  })
})

/** The naive reading: the signs of styles fall away, words and citations stay in their order. */
const wordsOf = (text: string): string =>
  text
    .replaceAll('*', '')
    .replace(/(\[@[^\]]*\])/g, ' $1 ')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')
const wordsOfClaims = (claims: readonly Claim[]): string => wordsOf(claims.map(written).join(' '))

describe('whatever a paragraph says', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'cells',
      'divide',
      'iPS',
      'p53',
      '40',
      '1.5',
      'e.g.',
      'Dr.',
      'الخلية',
      'تنقسم،',
      'خلیہ',
      'and',
      'IL-6',
      '(rarely)',
      'β',
    ),
    fc.stringMatching(/^[a-z]{1,8}$/),
  )
  const styled = fc
    .tuple(word, fc.constantFrom('', '', '', '*', '**', '***'))
    .map(([text, sign]) => sign + text + sign)
  const cite = fc
    .uniqueArray(fc.constantFrom('lee2020', 'kim:2021', 'a.b-c', 'x_1'), { minLength: 1, maxLength: 3 })
    .map((keys) => `[${keys.map((key) => `@${key}`).join('; ')}]`)
  const sentence = fc
    .tuple(
      fc.array(fc.oneof({ weight: 6, arbitrary: styled }, { weight: 1, arbitrary: cite }), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.constantFrom('.', '?', '!', '؟', '۔', '…', '.”'),
      fc.option(cite),
    )
    .map(([words, end, behind]) => `${words.join(' ')}${end}${behind ? ` ${behind}` : ''}`)
  const paragraph = fc
    .tuple(fc.array(sentence, { minLength: 1, maxLength: 6 }), fc.constantFrom(' ', '\n'), cite)
    .map(([sentences, glue, last]) => `Cells ${sentences.join(glue)} So it is ${last}.`)

  const anything = { seed: 1, numRuns: 400 }

  test('the claims of an answer give back its words and citations', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        expect(wordsOfClaims(answer(text))).toBe(wordsOf(text))
      }),
      anything,
    )
  })

  test('the claims and the label of a paragraph in a section give back its words and citations', () => {
    fc.assert(
      fc.property(paragraph, fc.constantFrom('', '**Why?** ', '**Why it is so.** '), (text, label) => {
        const [block] = blocks(label + text)
        expect(block?.label ?? '').toBe(label.replaceAll('*', '').trim().replace(/\.$/, ''))
        expect(wordsOfClaims(block?.claims ?? [])).toBe(wordsOf(text))
      }),
      anything,
    )
  })

  test('each claim names exactly the sources that it cites, and at least one', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        for (const { inlines, sources } of answer(text)) {
          const cited = inlines.flatMap((inline) => (inline.kind === 'cite' ? inline.keys : []))
          expect(sources).toEqual([...new Set(cited)])
          expect(sources.length).toBeGreaterThan(0)
        }
      }),
      anything,
    )
  })
})
