import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCrossref } from '../../../src/doors/crossref/crossref.js'

/** The shape of Crossref's answers, as its REST API gives them; names and numbers are made up. */
const answer = {
  status: 'ok',
  'message-type': 'work',
  'message-version': '1.0.0',
  message: {
    DOI: '10.1000/cells(2014)7',
    type: 'journal-article',
    title: ['Stimulus-triggered fate of <i>made-up</i> cells'],
    author: [
      { given: 'Ann', family: 'Lee', sequence: 'first', affiliation: [] },
      { name: 'The Cell Consortium', sequence: 'additional', affiliation: [] },
    ],
    issued: { 'date-parts': [[2014, 1, 29]] },
    'published-online': { 'date-parts': [[2013, 12, 30]] },
    'updated-by': [
      {
        DOI: '10.1000/notice',
        type: 'retraction',
        label: 'Retraction',
        source: 'publisher',
        updated: { 'date-parts': [[2014, 7, 2]] },
      },
      {
        DOI: '10.1000/NOTICE',
        type: 'retraction',
        label: 'Retraction',
        source: 'retraction-watch',
        updated: { 'date-parts': [[2014, 7, 2]] },
      },
      {
        DOI: '10.1000/fixed',
        type: 'corrigendum',
        label: 'Corrigendum',
        updated: { 'date-parts': [[2014, 3]] },
      },
      { DOI: '10.1000/new', type: 'new_version', label: 'New version' },
    ],
  },
}

let server: Server
let base: string
let respond: (request: IncomingMessage, response: ServerResponse) => void
const asked: IncomingMessage[] = []
const waited: number[] = []
const kept = new Map<string, string>()

const client = () =>
  createCrossref({
    base,
    mailto: 'someone@example.org',
    cache: { get: (doi) => kept.get(doi), set: (doi, text) => void kept.set(doi, text) },
    wait: (time) => {
      waited.push(time)
      return Promise.resolve()
    },
  })
const json = (response: ServerResponse, value: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
/** Answers in turn, the last one for all that come after. */
const inTurn = (...turns: (typeof respond)[]) => {
  let turn = 0
  respond = (request, response) => turns[Math.min(turn++, turns.length - 1)]?.(request, response)
}
const status =
  (code: number, headers: Record<string, string> = {}): typeof respond =>
  (_, response) => {
    response.writeHead(code, headers).end('{}')
  }
const works: typeof respond = (_, response) => json(response, answer)

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request)
    respond(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked.length = 0
  waited.length = 0
  kept.clear()
  respond = works
})

describe('the client of Crossref', () => {
  test('reads title, authors, years and notices, each notice once', async () => {
    expect(await client().work('10.1000/cells(2014)7')).toEqual({
      title: 'Stimulus-triggered fate of <i>made-up</i> cells',
      authors: ['Lee', 'The Cell Consortium'],
      years: [2014, 2013],
      notices: [
        { kind: 'retraction', DOI: '10.1000/NOTICE', date: '2014-07-02' },
        { kind: 'correction', DOI: '10.1000/fixed', date: '2014-03' },
      ],
    })
  })

  test('says who asks, in the address and in the agent', async () => {
    await client().work('10.1000/a b/c')
    expect(asked[0]?.url).toBe('/works/10.1000%2Fa%20b%2Fc?mailto=someone%40example.org')
    expect(asked[0]?.headers['user-agent']).toContain('mailto:someone@example.org')
  })

  test('knows nothing of a DOI that the service does not know, and remembers that', async () => {
    respond = status(404)
    const crossref = client()
    expect(await crossref.work('10.1000/none')).toBeUndefined()
    expect(await crossref.work('10.1000/none')).toBeUndefined()
    expect(asked).toHaveLength(1)
  })

  test('asks once for what it can keep, and again where the kept answer is damaged', async () => {
    const crossref = client()
    await crossref.work('10.1000/x')
    await crossref.work('10.1000/x')
    expect(asked).toHaveLength(1)
    kept.set('10.1000/x', '{"message":')
    expect((await crossref.work('10.1000/x'))?.years).toEqual([2014, 2013])
    expect(asked).toHaveLength(2)
  })

  test('waits as long as the busy service says, then asks again', async () => {
    inTurn(status(429, { 'retry-after': '7' }), status(503), works)
    expect((await client().work('10.1000/x'))?.authors).toEqual(['Lee', 'The Cell Consortium'])
    expect(waited.filter((time) => time >= 1000)).toEqual([7000, 2000])
  })

  test('spaces its requests by the limit that the service tells', async () => {
    respond = (_, response) =>
      json(response, answer, { 'x-rate-limit-limit': '5', 'x-rate-limit-interval': '2s' })
    const crossref = client()
    await crossref.work('10.1000/x')
    await crossref.work('10.1000/y')
    expect(waited).toEqual([0, 400])
  })

  test.each([
    ['a refusal, at once', status(400), 1],
    ['a service that stays down, after four tries', status(500), 4],
  ])('gives up on %s', async (_, turn, requests) => {
    respond = turn
    await expect(client().work('10.1000/x')).rejects.toThrow('no answer on 10.1000/x')
    expect(asked).toHaveLength(requests)
    expect(kept.size).toBe(0)
  })

  test.each([
    ['text', 'not JSON', /JSON/],
    ['another shape', '{"message": {"title": "one"}}', /expected array/],
  ])('keeps nothing of an answer that is %s', async (_, text, problem) => {
    respond = (__, response) => void response.writeHead(200).end(text)
    await expect(client().work('10.1000/x')).rejects.toThrow(problem)
    expect(kept.size).toBe(0)
  })

  test('gives up on a connection that is cut', async () => {
    respond = (request) => request.socket.destroy()
    await expect(client().work('10.1000/x')).rejects.toThrow('no answer on 10.1000/x')
  })
})
