import { beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../../../commands/ask.js'
import { commands } from '../../../commands/index.js'
import { createResponder } from '../../../src/doors/discord/interaction.js'
import { createWebChat, isLoopback } from '../../../src/doors/web/web-chat.js'
import { messageProblems } from '../../support/discord-limits.js'
import { createTestHouse, createTestLog } from '../../support/house.js'

const host = '127.0.0.1:8787'
let chat: ReturnType<typeof createWebChat>
beforeAll(() => {
  const { house } = createTestHouse()
  const responder = createResponder(commands, house, createTestLog().log)
  chat = createWebChat({
    commands,
    responder,
    house,
    answer,
    folder: new URL('../../../dist/web/', import.meta.url),
    localOnly: true,
  })
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  chat.request(path, {
    method: 'POST',
    headers: { host, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('the browser chat', () => {
  test('a question gives the very message that Discord would get', async () => {
    const response = await post('/chat/messages', {
      text: 'What is a stem cell?',
      asker: '1',
      channel: '2',
      locale: 'en-US',
    })
    const { data } = (await response.json()) as { data: { embeds: { title: string }[] } }
    expect(data.embeds[0]?.title).toBe('What is a stem cell?')
    expect(messageProblems(data)).toEqual([])
  })

  test('a follow-up is read with the question before it, and not with that of another asker', async () => {
    await post('/chat/messages', {
      text: 'What is CAR-T therapy?',
      asker: 'a',
      channel: 'c',
      locale: 'en-US',
    })
    const own = await (
      await post('/chat/messages', {
        text: 'and how much does it cost?',
        asker: 'a',
        channel: 'c',
        locale: 'en-US',
      })
    ).text()
    const other = await (
      await post('/chat/messages', {
        text: 'and how much does it cost?',
        asker: 'b',
        channel: 'c',
        locale: 'en-US',
      })
    ).text()
    expect(own).toContain('What is CAR-T therapy?')
    expect(other).not.toContain('What is CAR-T therapy?')
  })

  test('interactions are answered as Discord would have them', async () => {
    const response = await post('/chat/interactions', {
      id: '1',
      type: 2,
      data: { type: 1, name: 'about' },
      user: { id: '2' },
      channel_id: '3',
      locale: 'ar',
    })
    expect(await response.text()).toContain('حكيم')
  })

  test.each([
    ['no JSON', '/chat/messages', '{', {}, 400],
    ['another shape', '/chat/messages', { text: 1 }, {}, 400],
    ['no interaction', '/chat/interactions', {}, {}, 400],
    [
      'a form, as any page can send it',
      '/chat/messages',
      'text=x',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
    ],
    [
      'a question of another page',
      '/chat/messages',
      { text: 'x', asker: '1', channel: '2' },
      { origin: 'https://evil.example' },
      403,
    ],
    [
      'a name of elsewhere that leads here',
      '/chat/messages',
      { text: 'x', asker: '1', channel: '2' },
      { host: 'evil.example' },
      403,
    ],
    [
      'a body of 300 KiB',
      '/chat/messages',
      { text: 'x'.repeat(300 * 1024), asker: '1', channel: '2' },
      { 'content-length': String(301 * 1024) },
      413,
    ],
  ])('%s is refused', async (_, path, body, headers, status) => {
    expect((await post(path, body, headers)).status).toBe(status)
  })

  test('the page loads nothing from outside', async () => {
    const page = await (await chat.request('/', { headers: { host } })).text()
    const policy = (await chat.request('/', { headers: { host } })).headers.get('content-security-policy')
    expect(
      [...page.matchAll(/(?:src|href)="([^"]+)"/g)]
        .map(([, address]) => address)
        .filter((address) => !/^(\/|data:)/.test(address ?? '')),
    ).toEqual([])
    expect(policy).toContain("connect-src 'self'")
  })

  test.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['127.8.8.8', true],
    ['0.0.0.0', false],
    ['192.168.1.4', false],
    ['127.0.0.1.evil.example', false],
  ])('%s is this machine: %s', (name, local) => {
    expect(isLoopback(name)).toBe(local)
  })
})
