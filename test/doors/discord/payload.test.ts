import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/index.js'
import { applicationCommands } from '../../../src/doors/discord/application-commands.js'
import { packCall, unpackCall } from '../../../src/doors/discord/custom-id.js'
import { createResponder, readInteraction, type Reply } from '../../../src/doors/discord/interaction.js'
import { limitProblems } from '../../../src/doors/discord/limits.js'
import { escapeMarkdown, quoteLine, readQuote } from '../../../src/doors/discord/markdown.js'
import type { Message } from '../../../src/doors/discord/message.js'
import { languages } from '../../../src/domain/language.js'
import { tidy } from '../../../src/text/fold.js'
import { commandProblems, messageProblems } from '../../support/discord-limits.js'
import { createTestHouse, createTestLog } from '../../support/house.js'

const { house, library } = createTestHouse()
const { log, lines } = createTestLog()
const responder = createResponder(commands, house, log)
const locales = ['en-US', 'ar', 'tr', 'id', 'fr', 'ja']

const respond = (type: number, data: object, more: object = {}): Reply => {
  const interaction = readInteraction({
    id: '1',
    token: 't',
    type,
    channel_id: '2',
    user: { id: '3' },
    data,
    ...more,
  })
  if (!interaction) throw new Error('an interaction that could not be read')
  return responder.respond(interaction)
}
const ask = (question: string, more: object = {}) =>
  respond(2, { type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: question }] }, more)
const press = (customId: string, more: object = {}, values?: string[]) =>
  respond(3, { custom_id: customId, ...(values ? { values } : {}) }, more)
const messageOf = ({ data }: Reply): Message => data as Message

/** What Discord would refuse, by its own schema and by our count, which must agree that there is nothing. */
const problemsOf = (reply: Reply): string[] => [
  ...messageProblems(
    reply.data,
    reply.files?.map(({ name }) => name),
  ),
  ...limitProblems(messageOf(reply)),
]

/** Every button and select option of a message, as calls. */
const callsOf = (message: Message): { readonly id: string; readonly value?: string }[] =>
  message.components.flatMap(({ components }) =>
    components.flatMap((component): { id: string; value?: string }[] => {
      if (!('custom_id' in component)) return []
      if (!('options' in component)) return [{ id: component.custom_id }]
      return component.options.map(({ value }) => ({ id: component.custom_id, value }))
    }),
  )

describe('what leaves for Discord', () => {
  test.each(languages)(
    'every card read in %s fits, on every page, with every button that leads on',
    (language) => {
      for (const { id } of library.cards) {
        const seen = new Set<string>()
        const waiting: { id: string; value?: string }[] = [
          { id: `read?card=${id}&in=${language}` },
          { id: `sources?card=${id}&in=${language}` },
        ]
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          const key = `${next.id} ${next.value ?? ''}`
          // Related cards and topics are walked through as cards of their own.
          if (seen.has(key) || next.value !== undefined) continue
          seen.add(key)
          const reply = press(
            next.id,
            { message: { flags: 64, embeds: [] } },
            next.value === undefined ? undefined : [next.value],
          )
          expect(problemsOf(reply), key).toEqual([])
          if (next.id.includes(id)) waiting.push(...callsOf(messageOf(reply)))
        }
        expect(seen.size).toBeGreaterThan(4)
      }
      expect(lines).toEqual([])
    },
  )

  test('every question that the cards know fits, in the screen language of anybody', () => {
    for (const [at, { text }] of library.variants.entries()) {
      const locale = locales[at % locales.length] ?? 'en-US'
      expect(problemsOf(ask(text, { locale })), text).toEqual([])
    }
    expect(lines).toEqual([])
  })

  test.each(locales)('topics, sources and about fit on a screen in %s', (locale) => {
    const first = respond(2, { type: 1, name: 'topics' }, { locale })
    expect(problemsOf(first)).toEqual([])
    for (const { id, value } of callsOf(messageOf(first)))
      expect(problemsOf(press(id, { locale }, value === undefined ? undefined : [value]))).toEqual([])
    expect(problemsOf(respond(2, { type: 1, name: 'about' }, { locale }))).toEqual([])
    expect(
      problemsOf(
        respond(
          2,
          { type: 1, name: 'sources', options: [{ name: 'card', value: 'no such card at all' }] },
          { locale },
        ),
      ),
    ).toEqual([])
  })

  test('the commands are what Discord accepts, with and without Arabic', () => {
    expect(commandProblems(applicationCommands(commands, false))).toEqual([])
    const names = applicationCommands(commands).flatMap(
      ({ name, name_localizations: locals, type, options = [] }) =>
        type === 1
          ? [
              name,
              ...Object.values(locals),
              ...options.flatMap((option) => [option.name, ...Object.values(option.name_localizations)]),
            ]
          : [],
    )
    // The pattern of Discord's documentation; it has no room for capitals, spaces or harakat.
    for (const name of names) expect(name).toMatch(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
    for (const name of names) expect(name).toBe(String(name).toLowerCase())
  })
})

describe('hostile input', () => {
  const bait = fc.constantFrom(
    '@everyone',
    '<@1>',
    '<@&2>',
    '<#3>',
    '[x](https://evil.example)',
    '**',
    '`',
    '||',
    '> ',
    '\u202E',
    '\u0000',
    '\n',
    '(a+)+$',
    "'; DROP TABLE cards;--",
    'stem cell',
    'خلايا جذعية',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4000 }),
    fc.string({ unit: 'grapheme', maxLength: 600 }),
    fc.array(fc.oneof(bait, fc.string({ maxLength: 12 })), { maxLength: 80 }).map((parts) => parts.join(' ')),
    fc.integer({ min: 1, max: 4000 }).map((length) => 'stem cell @everyone '.repeat(200).slice(0, length)),
  )

  test('no question throws, breaks a limit, pings, or is answered without a source', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...locales), (question, locale) => {
        const reply = ask(question, { locale })
        const message = messageOf(reply)
        expect(problemsOf(reply)).toEqual([])
        expect(message.allowed_mentions).toEqual({ parse: [] })
        expect(message.embeds[0].description ?? '').not.toMatch(/(?<!\\)<@|@everyone|@here/)
      }),
      { seed: 1, numRuns: 1500 },
    )
    expect(lines).toEqual([])
  })

  test('no button throws, whoever made it', () => {
    const names = fc.constantFrom(
      'read',
      'sources',
      'share',
      'why',
      'rate',
      'topics',
      'define',
      'ask',
      'about',
      'answer-message',
      'nothing',
      '',
    )
    fc.assert(
      fc.property(
        names,
        fc.string({ unit: 'binary', maxLength: 90 }),
        fc.array(fc.string({ maxLength: 100 }), { maxLength: 2 }),
        (name, rest, values) => {
          const reply = press(
            `${name}?${rest}`,
            { message: { flags: 64, embeds: [{ description: rest }] } },
            values,
          )
          expect(problemsOf(reply)).toEqual([])
        },
      ),
      { seed: 2, numRuns: 1500 },
    )
    expect(lines).toEqual([])
  })

  test('suggestions never throw and never exceed what Discord takes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.constantFrom('ask', 'sources', 'topics'),
        (typed, name) => {
          const { type, data } = respond(4, {
            type: 1,
            name,
            options: [{ name: 'x', value: typed, focused: true }],
          })
          const { choices } = data as { choices: { name: string; value: string }[] }
          expect(type).toBe(8)
          expect(choices.length).toBeLessThanOrEqual(25)
          for (const choice of choices) {
            expect(choice.name.length).toBeGreaterThan(0)
            expect(Math.max(choice.name.length, choice.value.length)).toBeLessThanOrEqual(100)
          }
        },
      ),
      { seed: 3, numRuns: 150 },
    )
  })

  test('what is no interaction is told from what is one', () => {
    for (const nothing of [null, 1, 'x', [], {}, { id: 'x', type: 2 }, { id: '1', type: '2' }])
      expect(readInteraction(nothing)).toBeUndefined()
  })
})

describe('packing', () => {
  test('a call comes back from its custom_id as it was', () => {
    const call = fc.record({
      command: fc.constantFrom('read', 'share'),
      input: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({ maxLength: 8 }), { maxKeys: 2 }),
    })
    fc.assert(
      fc.property(call, ({ command, input }) => {
        const packed = new URLSearchParams(input).toString().length
        fc.pre(packed < 90)
        expect(unpackCall(packCall({ command, input }))).toEqual({ command, input: { ...input } })
      }),
      { seed: 4 },
    )
  })

  test('what is chosen in a select goes where the call wants it', () => {
    expect(unpackCall(packCall({ command: 'read', input: { in: 'ar' } }, 'card'), 'ensoulment')).toEqual({
      command: 'read',
      input: { in: 'ar', card: 'ensoulment' },
    })
  })

  test('a call that is too long for Discord is a mistake of ours', () => {
    expect(() => packCall({ command: 'read', input: { card: 'x'.repeat(100) } })).toThrow(/at most 100/)
  })

  test('a quoted question comes back letter by letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const question = tidy(typed)
        fc.pre(question !== '' && !question.includes('\u200B'))
        expect(readQuote(`${quoteLine(question)}\n\nthe answer`)).toEqual([question])
      }),
      { seed: 5, numRuns: 1000 },
    )
  })

  test('escaped text holds no mark that Discord would read', () => {
    expect(escapeMarkdown('**a** _b_ `c` ~~d~~ ||e|| [f](g) <@1> @everyone')).not.toMatch(
      /(?<!\\)[*_`~|[\]<>]|@everyone/,
    )
    expect(escapeMarkdown('# not a heading')).toBe('\\# not a heading')
    expect(escapeMarkdown('1. not a list')).toBe('1\\. not a list')
  })
})
