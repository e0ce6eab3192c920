import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../../commands/index.js'
import { createEndpoint } from '../../../src/doors/discord/endpoint.js'
import { createResponder } from '../../../src/doors/discord/interaction.js'
import { messageProblems } from '../../support/discord-limits.js'
import { createTestHouse, createTestLog } from '../../support/house.js'

const now = Date.parse('2026-11-24T08:00:00Z')
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const hex = publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('hex')

let server: Server
let port: number
let ids = 0
const { log, lines } = createTestLog()
const responder = createResponder(commands, createTestHouse().house, log)
let responses = 0

beforeAll(async () => {
  const counting = {
    respond: (...input: Parameters<typeof responder.respond>) => (
      (responses += 1),
      responder.respond(...input)
    ),
  }
  const endpoint = createEndpoint(hex, counting, () => now)
  server = createServer((incoming, outgoing) => void endpoint(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ;({ port } = server.address() as AddressInfo)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

interface Sent {
  readonly body: string | Buffer
  readonly timestamp?: string
  readonly signature?: string
  readonly method?: string
}
const signed = (body: string | Buffer, timestamp: string) =>
  sign(null, Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]), privateKey).toString('hex')

const send = async ({
  body,
  timestamp = String(now / 1000),
  signature = signed(body, timestamp),
  method = 'POST',
}: Sent) => {
  const response = await fetch(`http://127.0.0.1:${port}/interactions`, {
    method,
    headers: { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp },
    ...(method === 'GET' ? {} : { body: new Uint8Array(Buffer.from(body)) }),
  })
  return { status: response.status, type: response.headers.get('content-type') ?? '', response }
}
const interaction = (data: object, type = 2) =>
  JSON.stringify({ id: String((ids += 1)), token: 't', type, channel_id: '2', user: { id: '3' }, data })
const question = () =>
  interaction({
    type: 1,
    name: 'ask',
    options: [{ name: 'question', type: 3, value: 'What is a stem cell?' }],
  })

describe('the HTTP endpoint', () => {
  test('PING is answered with PONG', async () => {
    const { status, response } = await send({ body: JSON.stringify({ id: '1', type: 1 }) })
    expect(status).toBe(200)
    expect(await response.json()).toEqual({ type: 1 })
  })

  test('a question is answered in the response itself', async () => {
    const { status, response } = await send({ body: question() })
    const reply = (await response.json()) as { type: number; data: { embeds: { title: string }[] } }
    expect(status).toBe(200)
    expect(reply.type).toBe(4)
    expect(reply.data.embeds[0]?.title).toBe('What is a stem cell?')
    expect(messageProblems(reply.data)).toEqual([])
  })

  test('files come as a form', async () => {
    const { type, response } = await send({
      body: interaction({ type: 1, name: 'sources', options: [{ name: 'card', value: 'casgevy' }] }),
    })
    const form = await response.formData()
    expect(type).toMatch(/^multipart\/form-data/)
    expect([...form.keys()]).toEqual(['payload_json', 'files[0]', 'files[1]', 'files[2]'])
  })

  test('the same interaction a second time is refused', async () => {
    const body = question()
    expect((await send({ body })).status).toBe(200)
    expect((await send({ body })).status).toBe(409)
  })

  const wrong: [string, () => Sent, number][] = [
    [
      'a signature of another key',
      () => ({
        body: question(),
        signature: sign(null, Buffer.from('x'), generateKeyPairSync('ed25519').privateKey).toString('hex'),
      }),
      401,
    ],
    ['a signature that is cut', () => ({ body: question(), signature: 'abcd' }), 401],
    ['no signature', () => ({ body: question(), signature: '' }), 401],
    ['letters as a signature', () => ({ body: question(), signature: 'z'.repeat(128) }), 401],
    [
      'a timestamp of 301 seconds ago',
      () => ({ body: question(), timestamp: String(now / 1000 - 301) }),
      401,
    ],
    ['a timestamp 301 seconds ahead', () => ({ body: question(), timestamp: String(now / 1000 + 301) }), 401],
    ['words as a timestamp', () => ({ body: question(), timestamp: 'now' }), 401],
    [
      'a body changed after signing',
      () => ({ body: question(), signature: signed(question(), String(now / 1000)) }),
      401,
    ],
    ['no JSON, though signed', () => ({ body: '{' }), 400],
    ['JSON that is no interaction, though signed', () => ({ body: '{"id":7}' }), 400],
    ['bytes that are no text, though signed', () => ({ body: Buffer.from([0xff, 0xfe, 0x00]) }), 400],
    ['a body over 256 KiB', () => ({ body: 'x'.repeat(256 * 1024 + 1) }), 413],
    ['another method', () => ({ body: '', method: 'GET' }), 405],
  ]
  test.each(wrong)('%s is refused, and no command runs', async (_, sent, expected) => {
    const before = responses
    expect((await send(sent())).status).toBe(expected)
    expect(responses).toBe(before)
    expect(lines).toEqual([])
  })

  test('a body that grows beyond the limit without saying so is stopped', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const outgoing = request(
        { port, host: '127.0.0.1', method: 'POST', path: '/interactions' },
        (response) => resolve(response.statusCode ?? 0),
      )
      outgoing.on('error', reject)
      outgoing.write('x'.repeat(300 * 1024))
    })
    expect(status).toBe(413)
  })

  test('a body that breaks off harms nobody', async () => {
    await new Promise<void>((resolve) => {
      const outgoing = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/interactions',
        headers: { 'content-length': 1000 },
      })
      outgoing.on('error', () => resolve())
      outgoing.write('{', () => outgoing.destroy(new Error('gone')))
    })
    expect((await send({ body: question() })).status).toBe(200)
  })

  test('timestamps within 300 seconds count', async () => {
    expect((await send({ body: question(), timestamp: String(now / 1000 - 300) })).status).toBe(200)
    expect((await send({ body: question(), timestamp: String(now / 1000 + 300) })).status).toBe(200)
  })
})
