import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../../../commands/ask.js'
import { commands } from '../../../commands/index.js'
import { createGateway, GatewayRefused, type Gateway } from '../../../src/doors/discord/gateway.js'
import { createResponder } from '../../../src/doors/discord/interaction.js'
import { commandProblems } from '../../support/discord-limits.js'
import { startDiscord, type Callback, type Discord } from '../../support/discord.js'
import { createTestHouse, createTestLog, ownKnowledge } from '../../support/house.js'

const ephemeral = 64
type Payload = {
  readonly flags?: number
  readonly embeds: [{ title?: string; description?: string; fields?: { name: string; value: string }[] }]
  readonly components: {
    components: { custom_id: string; label?: string; options?: { value: string }[] }[]
  }[]
}
const payloadOf = ({ body }: Callback): Payload => body.data as unknown as Payload
const idOf = (payload: Payload, start: string): string =>
  payload.components
    .flatMap(({ components }) => components.map(({ custom_id: id }) => id))
    .find((id) => id.startsWith(start)) ?? `no ${start}`

describe('the gateway, through an unmodified discord.js', () => {
  let loaded: ReturnType<typeof ownKnowledge>
  let discord: Discord
  let gateway: Gateway
  let log: ReturnType<typeof createTestLog>

  beforeAll(() => {
    loaded = ownKnowledge()
  })
  afterEach(async () => {
    await gateway.stop(0)
    await discord.stop()
  })

  const open = async (token = 'a-good-token') => {
    discord = await startDiscord()
    log = createTestLog()
    const { house } = createTestHouse(loaded)
    gateway = createGateway(
      { token, api: discord.api },
      { commands, responder: createResponder(commands, house, log.log), answer, house, log: log.log },
    )
  }
  const connect = async () => {
    await open()
    await gateway.start()
  }

  test('GIVEN a question by slash command THEN a private answer with sources arrives', async () => {
    await connect()
    const reply = await discord.ask('What is a stem cell?')
    const payload = payloadOf(reply)
    expect(reply.body.type).toBe(4)
    expect(payload.flags).toBe(ephemeral)
    expect(payload.embeds[0].title).toBe('What is a stem cell?')
    expect(payload.embeds[0].description).toContain('[1]')
    expect(payload.embeds[0].fields?.[0]?.value).toMatch(/^\[1\]\(https:/)
    expect(discord.refused).toEqual([])
  })

  test('GIVEN private: false THEN everyone sees the answer', async () => {
    await connect()
    const reply = await discord.ask('What is a stem cell?', {}, [{ name: 'private', type: 5, value: false }])
    expect(payloadOf(reply).flags).toBeUndefined()
  })

  test('GIVEN an Arabic question THEN the Arabic card answers', async () => {
    await connect()
    const reply = await discord.ask('ما هي الخلية الجذعية؟')
    expect(payloadOf(reply).embeds[0].title).toBe('ما هي الخلية الجذعية؟')
  })

  test('GIVEN half a word THEN suggestions come back', async () => {
    await connect()
    const reply = await discord.interact(4, {
      id: '1',
      type: 1,
      name: 'ask',
      options: [{ name: 'question', type: 3, value: 'stem c', focused: true }],
    })
    const { choices } = reply.body.data as { choices: { name: string; value: string }[] }
    expect(reply.body.type).toBe(8)
    expect(choices.length).toBeGreaterThan(0)
    expect(choices.length).toBeLessThanOrEqual(25)
  })

  test('GIVEN a private answer WHEN More is pressed THEN it turns into the details, and back', async () => {
    await connect()
    const message = { flags: ephemeral, embeds: payloadOf(await discord.ask('What is a stem cell?')).embeds }
    const first = payloadOf(await discord.ask('What is a stem cell?'))
    const more = await discord.press(idOf(first, 'read?'), message)
    expect(more.body.type).toBe(7)
    expect(payloadOf(more).embeds[0].description).toContain('Details')
    const back = await discord.press('read?card=what-are-stem-cells&in=en', message)
    expect(payloadOf(back).embeds[0].description).toContain('fixed job')
  })

  test('GIVEN a public answer WHEN somebody presses a button THEN only they see what comes', async () => {
    await connect()
    const more = await discord.press('read?card=ensoulment&part=more', { flags: 0, embeds: [] })
    expect(more.body.type).toBe(4)
    expect(payloadOf(more).flags).toBe(ephemeral)
  })

  test('GIVEN an answer WHEN its language is changed THEN the card comes in Arabic', async () => {
    await connect()
    const arabic = await discord.press('read?card=ensoulment&in=ar', { flags: ephemeral, embeds: [] })
    expect(payloadOf(arabic).embeds[0].description).toContain('القرطبي')
  })

  test('GIVEN an answer WHEN Why is pressed THEN the words that decided are told, from the question that the message quotes', async () => {
    await connect()
    const { embeds } = payloadOf(
      await discord.ask('do muslim scolars agree on *when* the soul enters? @everyone'),
    )
    const why = payloadOf(await discord.press('why?in=en', { flags: ephemeral, embeds }))
    expect(why.embeds[0].description).toContain('scolars')
    expect(why.embeds[0].description).toContain('confidence')
  })

  test('GIVEN a private answer WHEN it is shared THEN everyone sees the card and nobody the question', async () => {
    await connect()
    const { embeds } = payloadOf(await discord.ask('my secret: what is a stem cell?'))
    const shared = await discord.press('share?card=what-are-stem-cells', { flags: ephemeral, embeds })
    expect(payloadOf(shared).flags).toBeUndefined()
    expect(JSON.stringify(shared.body)).not.toContain('secret')
  })

  test('GIVEN /sources THEN the references come as files as well', async () => {
    await connect()
    const reply = await discord.interact(2, {
      id: '1',
      type: 1,
      name: 'sources',
      options: [{ name: 'card', type: 3, value: 'ensoulment' }],
    })
    expect(reply.files).toEqual(['ensoulment.bib', 'ensoulment.ris', 'ensoulment.json'])
    expect(discord.refused).toEqual([])
  })

  test('GIVEN a message to answer from its menu THEN its content is the question', async () => {
    await connect()
    const reply = await discord.interact(2, {
      id: '1',
      type: 3,
      name: 'Answer this message',
      target_id: '77',
      resolved: { messages: { '77': { content: 'What is a stem cell?' } } },
    })
    expect(payloadOf(reply).embeds[0].title).toBe('What is a stem cell?')
  })

  test('GIVEN a mention, then a follow-up THEN the second is read with the first, and nothing pings', async () => {
    await connect()
    const mention = { mentions: [{ id: discord.botUser.id }], guild_id: '300000000000000001' }
    const first = await discord.write(`<@${discord.botUser.id}> What is CAR-T therapy?`, mention)
    const second = await discord.write(`<@${discord.botUser.id}> and how much does it cost?`, mention)
    expect(first).toMatchObject({ allowed_mentions: { parse: [] } })
    expect(JSON.stringify(first['embeds'])).toContain('CAR-T')
    expect(JSON.stringify(second['embeds'])).toContain('475,000 dollars')
    expect(discord.refused).toEqual([])
  })

  test('GIVEN a direct message THEN it is answered without a mention, and a message of others or of bots is not', async () => {
    await connect()
    discord.dispatch('MESSAGE_CREATE', {
      id: '1',
      channel_id: '2',
      guild_id: '3',
      type: 0,
      content: 'What is a stem cell?',
      author: { id: '4' },
      mentions: [],
    })
    discord.dispatch('MESSAGE_CREATE', {
      id: '5',
      channel_id: '2',
      type: 0,
      content: 'What is a stem cell?',
      author: { id: '4', bot: true },
      mentions: [],
    })
    await discord.write('What are iPS cells?')
    expect(discord.messages).toHaveLength(1)
  })

  test('GIVEN commands that differ THEN they are written once; GIVEN the same THEN not again', async () => {
    await connect()
    await discord.until(() => discord.commands().length > 0)
    expect(commandProblems(discord.commands())).toEqual([])
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
    const { house } = createTestHouse(loaded)
    const again = createGateway(
      { token: 'a-good-token', api: discord.api },
      { commands, responder: createResponder(commands, house, log.log), answer, house, log: log.log },
    )
    await again.start()
    await discord.until(
      () =>
        discord.requests.filter(({ method, path }) => method === 'GET' && path.endsWith('/commands'))
          .length === 2,
    )
    await again.stop(0)
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  })

  test('GIVEN a Discord that refuses Arabic names THEN the commands are written without them', async () => {
    await open()
    discord.fail(
      /\/commands$/,
      { kind: 'status', status: 400, body: { code: 50035, message: 'Invalid Form Body' } },
      0,
    )
    await gateway.start()
    await discord.until(() => discord.commands().length > 0)
    expect(JSON.stringify(discord.commands())).toContain('اسأل')
  })

  test('GIVEN a dropped socket THEN the session resumes and a question asked meanwhile is answered', async () => {
    await connect()
    discord.drop()
    const reply = await discord.ask('What is a stem cell?')
    expect(payloadOf(reply).embeds[0].title).toBe('What is a stem cell?')
    expect(discord.resumes).toHaveLength(1)
  })

  test('GIVEN op 7 THEN the session resumes', async () => {
    await connect()
    discord.reconnect()
    await discord.until(() => discord.resumes.length === 1)
    expect(payloadOf(await discord.ask('What is a stem cell?')).embeds[0].title).toBe('What is a stem cell?')
  })

  test('GIVEN op 9 THEN a new session begins', async () => {
    await connect()
    discord.invalidate()
    await discord.until(() => discord.identifies.length === 2 && discord.isConnected())
    expect(payloadOf(await discord.ask('What is a stem cell?')).embeds[0].title).toBe('What is a stem cell?')
  })

  test('GIVEN 429 and 503 THEN the answer arrives all the same', async () => {
    await connect()
    discord.fail(/callback$/, {
      kind: 'status',
      status: 429,
      headers: { 'retry-after': '0.05', 'x-ratelimit-scope': 'user' },
      body: { message: 'slow down', retry_after: 0.05, global: false },
    })
    expect((await discord.ask('What is a stem cell?')).body.type).toBe(4)
    discord.fail(/callback$/, { kind: 'status', status: 503 })
    expect((await discord.ask('What is a stem cell?')).body.type).toBe(4)
  })

  test('GIVEN a reply that was carried out but whose word was lost THEN the second try counts as success', async () => {
    await connect()
    discord.fail(/callback$/, { kind: 'lost' })
    const reply = await discord.ask('What is a stem cell?')
    await discord.until(() => discord.requests.filter(({ path }) => path.includes(reply.id)).length === 2)
    await gateway.stop()
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('GIVEN a Discord that hangs THEN the answer is tried again in time', async () => {
    await connect()
    discord.fail(/callback$/, { kind: 'hang' })
    expect((await discord.ask('What is a stem cell?')).body.type).toBe(4)
  })

  test('GIVEN events that make no sense THEN the next question is answered', async () => {
    await connect()
    for (const nonsense of [
      null,
      7,
      [],
      {},
      { id: {} },
      { id: '1', type: 'x' },
      { id: '1', token: 't', type: 2, data: null },
    ]) {
      discord.dispatch('INTERACTION_CREATE', nonsense)
      discord.dispatch('MESSAGE_CREATE', nonsense)
      discord.dispatch('SOMETHING_NEW', nonsense)
    }
    expect((await discord.ask('What is a stem cell?')).body.type).toBe(4)
  })

  test('GIVEN a gateway address that fails at first THEN it is tried again', async () => {
    await open()
    discord.fail(/gateway\/bot$/, { kind: 'status', status: 500 }, 4)
    await gateway.start()
    expect((await discord.ask('What is a stem cell?')).body.type).toBe(4)
  })

  test('GIVEN a bad token THEN one clear sentence says so', async () => {
    await open('a-bad-token')
    await expect(gateway.start()).rejects.toThrow(GatewayRefused)
    await expect(gateway.start()).rejects.toThrow(/DISCORD_TOKEN/)
  })

  test.each([
    [4004, /DISCORD_TOKEN/],
    [4014, /intents/],
  ])('GIVEN a connection closed with %i THEN one clear sentence says so', async (code, sentence) => {
    await open()
    discord.refuseIdentify(code)
    await expect(gateway.start()).rejects.toThrow(sentence)
  })

  test('GIVEN the intents it asks for THEN none is privileged', async () => {
    await connect()
    expect(discord.identifies[0]?.intents).toBe((1 << 9) | (1 << 12))
  })

  test('GIVEN a stop while an answer is under way THEN it still arrives', async () => {
    await connect()
    discord.fail(/callback$/, { kind: 'status', status: 503 })
    const reply = discord.ask('What is a stem cell?')
    await discord.until(() => discord.requests.some(({ path }) => path.endsWith('/callback')))
    await gateway.stop()
    expect((await reply).body.type).toBe(4)
    expect(discord.isConnected()).toBe(false)
  })
})
