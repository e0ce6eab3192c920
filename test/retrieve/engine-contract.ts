import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Card } from '../../src/domain/card.js'
import { cardIn, type Library } from '../../src/domain/library.js'
import type { PassageRef, Ranking } from '../../src/domain/ranking.js'
import type { Engine } from '../../src/retrieve/engine.js'
import { fold } from '../../src/text/fold.js'
import { understand } from '../../src/understand/understand.js'
import { ownKnowledge } from '../support/house.js'

/** Text that has broken search engines before: patterns, operators, paths, prototypes, numbers that overflow. */
const bait = [
  '((((((((((',
  '(a+)+$'.repeat(200),
  `${'a'.repeat(3999)}!`,
  'x'.repeat(4000),
  "x'".repeat(2000),
  'IL-6 '.repeat(800),
  '1:'.repeat(2000),
  'a-b-'.repeat(1000),
  '.*',
  '[\\',
  '\\u{110000}',
  '^$|^',
  '*?+{}[]()|\\/^$.',
  '"stem" AND NOT (cell OR',
  'stem~2 cell^9 title:gene -brca',
  '__proto__ constructor toString hasOwnProperty valueOf',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  "'; DROP TABLE cards; --",
  '0x7fffffff 1e999 -0 NaN Infinity',
  '99999999999999999999999999',
  '\u0000\u0001\u001F',
  '\uD800',
  '\uDFFF\uD800',
  '\u202Esllec mets\u202C',
  'e'.concat('\u0301'.repeat(3999)),
  'ـ'.repeat(4000),
  '👩\u200D🔬'.repeat(800),
]
const nothing = ['', ' ', '\n\t', '?', '...', '؟!', '\u200B\u200B']
const onlyStopWords = [
  'what is it',
  'how do you do this to them',
  'ما هو',
  'هل هذا من ذلك',
  'bu ne',
  'apa itu',
  'et le la',
  'این چیست',
  'یہ کیا ہے',
]

/** All code points, 256 at a time: each block of Unicode begins at a multiple of 16, and most at one of 256. */
const blocks = Array.from({ length: 0x11_00 }, (_, block) =>
  Array.from({ length: 256 }, (__, at) => String.fromCodePoint(block * 256 + at)).join(''),
)

/** Whether a passage stands where the reference says. */
const exists = (library: Library, id: string, { kind, language, index }: PassageRef): boolean => {
  if (kind === 'question') {
    const variant = library.variants[index]
    return variant?.card === id && variant.language === language
  }
  const card = cardIn(library, id, language)
  if (card?.language !== language) return false
  if (kind === 'names') return index <= card.aliases.length
  if (kind === 'answer') return index === 0
  return card.sections.find((section) => section.kind === kind)?.blocks[index] !== undefined
}

const allLanguages = (library: Library): Card[] =>
  library.cards.flatMap((card) => [card, ...(library.translations.get(card.id)?.values() ?? [])])

/** Folded title or alias -> the cards that have it. */
const ownersOfNames = (library: Library): Map<string, Set<string>> => {
  const owners = new Map<string, Set<string>>()
  for (const { id, title, aliases } of allLanguages(library)) {
    for (const name of [title, ...aliases].map(fold))
      owners.set(name, (owners.get(name) ?? new Set()).add(id))
  }
  return owners
}

const falls = (scores: readonly number[]): boolean =>
  scores.every((score, at) => at === 0 || score <= (scores[at - 1] ?? 0))

/** What every matcher keeps, tried out on the project's own knowledge. */
export const engineContract = (name: string, createEngine: (library: Library) => Engine): void => {
  describe(`${name} as an engine`, () => {
    let library: Library
    let engine: Engine
    let ids: ReadonlySet<string>

    beforeAll(() => {
      library = ownKnowledge().library
      engine = createEngine(library)
      ids = new Set(library.cards.map(({ id }) => id))
    })

    /** The text as people's questions come, and raw, as a caller who tidies nothing hands it over. */
    const rank = (text: string): Ranking[] => {
      const question = understand(text)
      return [engine.rank(question), engine.rank({ ...question, text })]
    }

    /** What is wrong with a ranking, by the words of the contract. */
    const faultsOf = ({ hits, terms, features }: Ranking): string[] => {
      const cards = hits.map(({ card }) => card)
      const scores = hits.map(({ score }) => score)
      const { margin, ...shares } = features
      const faults: readonly (readonly [boolean, string])[] = [
        [hits.length > 10, `${hits.length} hits`],
        [new Set(cards).size < cards.length, `a card twice: ${cards.join(' ')}`],
        [!cards.every((card) => ids.has(card)), `a card that is in no library: ${cards.join(' ')}`],
        [!scores.every(Number.isFinite) || !falls(scores), `scores that rise: ${scores.join(' ')}`],
        [!(margin >= 0 && margin < Infinity), `a margin of ${margin}`],
        // The rounding of sums of shares may stand a hair above the whole.
        [
          !Object.values(shares).every((share) => share >= 0 && share <= 1 + 1e-6),
          `shares ${JSON.stringify(shares)}`,
        ],
        [!terms.every(({ weight }) => weight >= 0 && weight < Infinity), `weights ${JSON.stringify(terms)}`],
        ...hits.flatMap(({ card, passages }): (readonly [boolean, string])[] => [
          [!passages.every(({ ref }) => exists(library, card, ref)), `a passage that ${card} has not`],
          [!falls(passages.map(({ score }) => score)), `passages of ${card} that rise`],
        ]),
      ]
      return faults.filter(([isWrong]) => isWrong).map(([, fault]) => fault)
    }
    const faultsFor = (text: string): string[] => rank(text).flatMap(faultsOf)

    const words = () => [...new Set(library.variants.flatMap(({ text }) => text.split(/\s+/)))]

    test('ranks the same at every call, whatever was asked in between, and in every engine of one library', () => {
      const twin = createEngine(library)
      const questions = library.variants.filter((_, at) => at % 7 === 0).map(({ text }) => understand(text))
      const first = questions.map((question) => engine.rank(question))
      const again = questions.toReversed().map((question) => engine.rank(question))
      expect(again.toReversed()).toEqual(first)
      expect(questions.map((question) => twin.rank(question))).toEqual(first)
    })

    test('ranks sound hits for every way in which people ask', () => {
      expect(library.variants.flatMap(({ text }) => faultsOf(engine.rank(understand(text))))).toEqual([])
    })

    test('ranks sound hits for words thrown together', () => {
      const all = words()
      const soup = fc
        .array(
          fc.oneof(
            fc.nat(all.length - 1).map((at) => all[at] ?? ''),
            fc.string({ unit: 'binary', maxLength: 12 }),
          ),
          {
            maxLength: 30,
          },
        )
        .map((list) => list.join(' '))
      fc.assert(
        fc.property(soup, (text) => {
          expect(faultsFor(text)).toEqual([])
        }),
        { seed: 1, numRuns: 150 },
      )
    })

    test('ranks sound hits for a follow-up to anything', () => {
      const text = fc.string({ unit: 'binary', maxLength: 40 })
      fc.assert(
        fc.property(text, fc.array(text, { maxLength: 4 }), (now, earlier) => {
          const leaning = { ...understand(now), followUp: true, context: earlier }
          const carriedOn = understand(`and ${now}`, { earlier })
          expect([leaning, carriedOn].flatMap((question) => faultsOf(engine.rank(question)))).toEqual([])
        }),
        { seed: 1, numRuns: 100 },
      )
    })

    test('takes a question of 4,000 characters', () => {
      const all = words()
      const long = fc.array(fc.nat(all.length - 1), { minLength: 700, maxLength: 700 }).map((list) =>
        list
          .map((at) => all[at])
          .join(' ')
          .padEnd(4000, ' stem')
          .slice(0, 4000),
      )
      fc.assert(
        fc.property(long, (text) => {
          expect(faultsFor(text)).toEqual([])
        }),
        { seed: 1, numRuns: 6 },
      )
    })

    test('takes every block of Unicode', () => {
      const question = understand('')
      expect(blocks.flatMap((text) => faultsOf(engine.rank({ ...question, text })))).toEqual([])
    })

    test.each(bait)('takes %j', (text) => {
      expect(faultsFor(text)).toEqual([])
    })

    test.each(nothing)('finds nothing in %j', (text) => {
      expect(rank(text).flatMap(({ hits }) => hits)).toEqual([])
    })

    test.each(onlyStopWords)('takes %j, which has only stop words', (text) => {
      expect(faultsFor(text)).toEqual([])
    })

    test('finds each card by its own title, in each of its languages', () => {
      const lost = allLanguages(library).filter(
        ({ id, title }) => engine.rank(understand(title)).hits[0]?.card !== id,
      )
      expect(lost.map(({ title }) => title)).toEqual([])
    })

    test('finds each card by each alias that it alone has', () => {
      const owners = ownersOfNames(library)
      const lost = allLanguages(library).flatMap(({ id, aliases }) =>
        aliases
          .filter((alias) => owners.get(fold(alias))?.size === 1)
          .map((alias) => ({ alias, expected: id, found: engine.rank(understand(alias)).hits[0]?.card }))
          .filter(({ expected, found }) => found !== expected),
      )
      expect(lost).toEqual([])
    })

    test('ranks in a library without cards', () => {
      const empty = createEngine({
        topics: [],
        cards: [],
        translations: new Map(),
        variants: [],
        names: [],
        terms: [],
        references: new Map(),
        version: '0',
      })
      expect(empty.rank(understand('What is a stem cell?')).hits).toEqual([])
    })
  })
}
