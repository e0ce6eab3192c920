import { beforeAll, describe, expect, test } from 'vitest'
import { moreView, pageCount, shortView, sourcesView } from '../../src/compose/card-views.js'
import { addressOf, vancouver } from '../../src/compose/vancouver.js'
import type { Block, Card, Claim } from '../../src/domain/card.js'
import { cardIn, type Library } from '../../src/domain/library.js'
import { spokenLanguages } from '../../src/i18n/say.js'
import type { Action, Part, SourceLine, View } from '../../src/view/view.js'
import { ownKnowledge } from '../support/house.js'

let library: Library
/** Every card in every language in which it can be read. */
let cards: readonly Card[]
beforeAll(() => {
  ;({ library } = ownKnowledge())
  cards = library.cards.flatMap((card) => [card, ...(library.translations.get(card.id)?.values() ?? [])])
})

const cardOf = (id: string, language: Card['language'] = 'en'): Card => {
  const card = cardIn(library, id, language)
  if (!card) throw new Error(`the knowledge has no card ${id}`)
  return card
}
const linesOf = ({ parts }: View): readonly SourceLine[] =>
  parts.flatMap((part) => (part.kind === 'sources' ? part.items : []))
const buttonsOf = ({ actions }: View): readonly Extract<Action, { kind: 'button' }>[] =>
  actions.flat().flatMap((action) => (action.kind === 'button' ? [action] : []))
const callsOf = (view: View) => buttonsOf(view).map(({ call }) => call)

/** A claim as it has to be read: its words, each citation as the address of its source. */
const expectedOf = ({ inlines }: Claim): string =>
  inlines
    .map((inline) =>
      inline.kind === 'text'
        ? inline.text
        : inline.keys
            .map((key) => {
              const reference = library.references.get(key)
              return `[${reference ? (addressOf(reference) ?? '') : `no ${key}`}]`
            })
            .join(''),
    )
    .join('')
const blockOf = ({ label = '', claims }: Block): string => `${label}|${claims.map(expectedOf).join(' ')}`
/** A paragraph as it is shown: its words, each mark as the address that the line of that number gives. */
const shownOf =
  (view: View) =>
  (part: Extract<Part, { kind: 'paragraph' }>): string =>
    `${part.label ?? ''}|${part.rich
      .map((rich) =>
        rich.kind === 'text'
          ? rich.text
          : `[${linesOf(view).find(({ number }) => number === rich.number)?.url ?? `no line ${rich.number}`}]`,
      )
      .join('')}`
const paragraphsOf = (view: View) => view.parts.flatMap((part) => (part.kind === 'paragraph' ? [part] : []))
const pagesOf = (card: Card): readonly View[] =>
  Array.from({ length: pageCount(library, card) }, (_, at) => moreView(library, card, card.language, at + 1))
const allNumbered = (view: View) => {
  const numbers = linesOf(view).map(({ number }) => number)
  const marks = paragraphsOf(view).flatMap(({ rich }) =>
    rich.flatMap((one) => (one.kind === 'mark' ? [one] : [])),
  )
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  expect([...new Set(marks.map(({ number }) => number))]).toEqual(numbers)
  for (const { number, url } of marks) expect(url).toBe(linesOf(view)[number - 1]?.url)
}

describe('the pages of a card', () => {
  test('are more than one for some card, so that turning them is tried', () => {
    expect(cards.some((card) => pageCount(library, card) > 1)).toBe(true)
  })

  test('show every block of every card once, whole, in its order', () => {
    for (const card of cards) {
      const shown = pagesOf(card).flatMap((view) => paragraphsOf(view).map(shownOf(view)))
      expect(shown).toEqual(card.sections.flatMap(({ blocks }) => blocks.map(blockOf)))
    }
  })

  test('number their sources anew, each mark with its line, each line with an address that resolves', () => {
    for (const view of cards.flatMap(pagesOf)) {
      allNumbered(view)
      for (const { url, text } of linesOf(view)) {
        expect(new URL(url ?? 'no address').protocol).toMatch(/^https?:$/)
        expect(text).not.toBe('')
      }
    }
  })

  test('stand each below the heading of their section', () => {
    for (const card of cards) {
      for (const { parts } of pagesOf(card)) {
        const kinds = parts.map(({ kind }) => kind).filter((kind) => kind !== 'notice')
        expect(kinds[0]).toBe('heading')
        expect(kinds.join(' ')).not.toMatch(/heading heading|heading sources|heading$/)
      }
    }
  })

  test('are turned back and forth, one at a time, with the short answer always at hand', () => {
    for (const card of cards) {
      const pages = pagesOf(card)
      for (const [at, view] of pages.entries()) {
        const turns = callsOf(view).flatMap(({ command, input }) =>
          command === 'read' && input['page'] ? [Number(input['page'])] : [],
        )
        expect(turns).toEqual([at, at + 2].filter((page) => page >= 1 && page <= pages.length))
        expect(callsOf(view)).toContainEqual({ command: 'read', input: { card: card.id, in: card.language } })
      }
    }
  })

  test.each([
    [0, 1],
    [-7, 1],
    [99, Number.POSITIVE_INFINITY],
  ])('page %i is the nearest that there is', (asked, nearest) => {
    const card = cards.find((one) => pageCount(library, one) > 1) ?? cardOf('ensoulment')
    const page = Math.min(nearest, pageCount(library, card))
    expect(moreView(library, card, 'en', asked)).toEqual(moreView(library, card, 'en', page))
  })
})

const noticesOf = (view: View) => view.parts.filter(({ kind }) => kind === 'notice')
const short = (card: Card, language = card.language, audience: 'asker' | 'everyone' = 'asker') =>
  shortView(library, { card, language, audience })
const commandsFor = (audience: 'asker' | 'everyone') =>
  callsOf(short(cardOf('ensoulment'), 'en', audience)).map(({ command }) => command)
const buttonPartsOf = (card: Card) => callsOf(short(card)).map(({ input }) => input['part'])

describe('the short answer', () => {
  test('of every card is whole, each sentence with its numbered sources', () => {
    for (const card of cards) {
      const view = short(card)
      allNumbered(view)
      expect(paragraphsOf(view).map(shownOf(view))).toEqual([`|${card.answer.map(expectedOf).join(' ')}`])
      expect(linesOf(view).length).toBeGreaterThan(0)
    }
  })

  test('with a passage that fits shows that passage whole below it', () => {
    for (const card of cards) {
      for (const { kind, blocks } of card.sections) {
        for (const block of blocks) {
          const view = shortView(library, {
            card,
            language: card.language,
            audience: 'asker',
            excerpt: { section: kind, blocks: [block] },
          })
          allNumbered(view)
          expect(paragraphsOf(view).map(shownOf(view))[1]).toBe(blockOf(block))
        }
      }
    }
  })

  test('says that it teaches, what it rests on and when it was reviewed', () => {
    expect(short(cardOf('ensoulment')).footer).toBe(
      'General education, not medical advice · Evidence: expert opinion · Reviewed 2026-11-24',
    )
  })

  test('writes the date of an Arabic card in the digits of the others', () => {
    expect(short(cardOf('ensoulment', 'ar')).footer).toMatch(/2026/)
  })

  test('says that the card is in another language where it is', () => {
    expect(noticesOf(short(cardOf('ensoulment', 'ar'), 'ar'))).toEqual([])
    expect(noticesOf(short(cardOf('casgevy'), 'ar'))).toHaveLength(1)
  })

  test('speaks in every language of the house around a card in its own', () => {
    for (const language of spokenLanguages) {
      const view = short(cardOf('casgevy'), language)
      expect(view.language).toBe(language)
      expect(paragraphsOf(view).map((part) => part.language)).toEqual(['en'])
      expect(JSON.stringify(view)).not.toMatch(/undefined|\{[a-z]+\}/)
    }
  })

  test('can be shared by the asker alone', () => {
    expect(commandsFor('asker')).toContain('share')
    expect(commandsFor('everyone')).not.toContain('share')
  })

  test('leads to its other language, and back', () => {
    expect(callsOf(short(cardOf('ensoulment')))).toContainEqual({
      command: 'read',
      input: { card: 'ensoulment', in: 'ar', part: 'short' },
    })
    expect(callsOf(short(cardOf('ensoulment', 'ar')))).toContainEqual({
      command: 'read',
      input: { card: 'ensoulment', in: 'en', part: 'short' },
    })
  })

  test('of a card without sections has no More', () => {
    expect(buttonPartsOf(cardOf('ensoulment'))).toContain('more')
    expect(buttonPartsOf({ ...cardOf('ensoulment'), sections: [] })).not.toContain('more')
  })

  test('offers related cards that exist, under the titles of its language', () => {
    for (const card of cards) {
      const select = short(card)
        .actions.flat()
        .find(({ kind }) => kind === 'select')
      const offered = select?.kind === 'select' ? select.options : []
      expect(offered.map(({ value }) => value)).toEqual(card.related)
      expect(offered.map(({ label }) => label)).toEqual(
        card.related.map((id) => cardIn(library, id, card.language)?.title),
      )
    }
  })
})

/** The naive list: keys as they are met from the first sentence to the last row. */
const keysOf = (card: Card): string[] => [
  ...new Set(
    [
      ...card.answer,
      ...card.sections.flatMap(({ blocks }) => blocks.flatMap(({ claims }) => claims)),
    ].flatMap(({ inlines }) => inlines.flatMap((inline) => (inline.kind === 'cite' ? inline.keys : []))),
  ),
]
/** The pages of a card's sources, turned until none comes after. */
const sourcePagesOf = (card: Card): View[] => {
  const all: View[] = []
  for (let page = 1; ; page += 1) {
    const view = sourcesView(library, card, 'en', page)
    all.push(view)
    if (!callsOf(view).some(({ input }) => Number(input['page']) === page + 1)) return all
  }
}

describe('the sources of a card', () => {
  test('are all listed once over its pages, in the order of first citation, six authors named', () => {
    for (const card of cards) {
      const lines = sourcePagesOf(card).flatMap(linesOf)
      const references = keysOf(card).flatMap((key) => library.references.get(key) ?? [])
      expect(references).toHaveLength(keysOf(card).length)
      expect(lines.map(({ text }) => text)).toEqual(references.map((reference) => vancouver(reference)))
      expect(lines.map(({ number }) => number)).toEqual(references.map((_, at) => at + 1))
    }
  })

  test('come as files that hold the same references', () => {
    const card = cardOf('ensoulment')
    const json = sourcesView(library, card, 'en', 1).files?.find(({ name }) => name === 'ensoulment.json')
    const ids = (JSON.parse(json?.text ?? '[]') as { id: string }[]).map(({ id }) => id)
    expect(ids).toEqual(keysOf(card))
  })

  test('replace the view whose button was pressed, not what a command answers', () => {
    const card = cardOf('ensoulment')
    expect(sourcesView(library, card, 'en', 1).replaces).toBe(true)
    expect(sourcesView(library, card, 'en', 0).replaces).toBeUndefined()
  })
})
