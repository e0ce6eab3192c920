import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { messageProblems } from './discord-limits.js'

/** A reply to an interaction, as it arrived. */
export interface Callback {
  readonly id: string
  readonly body: { readonly type: number; readonly data?: Record<string, unknown> }
  readonly files: readonly string[]
  /** When it arrived, by performance.now(). */
  readonly at: number
}

/** What the next matching request meets instead of its usual answer. */
type Fault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Record<string, string>
      readonly body?: object
    }
  /** Never answered. */
  | { readonly kind: 'hang' }
  /** Carried out, but the answer never arrives. */
  | { readonly kind: 'lost' }

interface Request {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

const application = '100000000000000001'
const botUser = { id: '100000000000000002', username: 'hakim', discriminator: '0', bot: true }
const privileged = (1 << 1) | (1 << 8) | (1 << 15)

const send = (
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Record<string, string> = {},
) => {
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

/**
 * A stand-in for Discord on loopback: REST and gateway as far as a bot needs them, with its limits enforced and its failures on demand.
 * Nothing is timed: callers wait for what happens.
 * @param checks whether messages are held against Discord's limits and kept; off where only speed is measured
 */
export const startDiscord = async ({ token = 'a-good-token', checks = true } = {}) => {
  const requests: Request[] = []
  const callbacks: Callback[] = []
  const messages: Record<string, unknown>[] = []
  const refused: string[] = []
  const faults: { readonly path: RegExp; readonly fault: Fault; times: number }[] = []
  const open = new Set<string>()
  const answered = new Set<string>()
  const waiting = new Set<() => void>()
  const events: { t: string; s: number; d: unknown }[] = []
  const identifies: { intents: number }[] = []
  const resumes: number[] = []
  let commands: Record<string, unknown>[] = []
  let sequence = 0
  let socket: WebSocket | undefined
  let ids = 200_000_000_000_000_000n
  let invalidSession = false
  let closeIdentify: number | undefined
  let heard = 0

  const changed = () => waiting.forEach((wake) => wake())
  /** Resolves with what `find` gives as soon as it gives something. */
  const until = <Found>(find: () => Found | undefined | false): Promise<Found> =>
    new Promise((resolve) => {
      const look = () => {
        const found = find()
        if (!found) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })

  const route = (
    method: string,
    path: string,
    body: unknown,
    files: readonly string[],
    bot: boolean,
  ): [number, unknown?] => {
    if (path.endsWith('/gateway/bot')) {
      if (!bot) return [401, { code: 0, message: '401: Unauthorized' }]
      return [
        200,
        {
          url: `ws://127.0.0.1:${port}`,
          shards: 1,
          session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
        },
      ]
    }
    const callback = /\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path)
    if (callback && method === 'POST') {
      const id = callback[1] ?? ''
      if (answered.has(id))
        return [400, { code: 40060, message: 'Interaction has already been acknowledged.' }]
      if (!open.has(id)) return [404, { code: 10062, message: 'Unknown interaction' }]
      const reply = body as Callback['body']
      const problems =
        checks && (reply.type === 4 || reply.type === 7) ? messageProblems(reply.data, files) : []
      if (problems.length) {
        refused.push(...problems)
        return [400, { code: 50035, message: `Invalid Form Body: ${problems.join('; ')}` }]
      }
      open.delete(id)
      answered.add(id)
      callbacks.push({ id, body: checks ? reply : { type: reply.type }, files, at: performance.now() })
      return [204]
    }
    if (/\/channels\/\d+\/messages$/.test(path) && method === 'POST') {
      if (!bot) return [401, { code: 0, message: '401: Unauthorized' }]
      const message = body as Record<string, unknown>
      const problems = messageProblems(message, files)
      if (problems.length) {
        refused.push(...problems)
        return [400, { code: 50035, message: problems.join('; ') }]
      }
      const twin = message['enforce_nonce']
        ? messages.find(({ nonce }) => nonce === message['nonce'])
        : undefined
      if (!twin) messages.push(message)
      return [200, { id: String((ids += 1n)) }]
    }
    if (path.endsWith('/commands')) {
      if (method === 'GET') return [200, commands]
      if (method === 'PUT') {
        commands = (body as Record<string, unknown>[]).map((command) => ({
          id: String((ids += 1n)),
          version: '1',
          nsfw: false,
          default_member_permissions: null,
          ...command,
        }))
        return [200, commands]
      }
    }
    return [404, { code: 0, message: '404: Not Found' }]
  }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks)
    const path = (request.url ?? '').split('?')[0] ?? ''
    const method = request.method ?? 'GET'
    const { body, files } = await readBody(raw, request.headers['content-type'] ?? '')
    requests.push({ method, path, body: checks ? body : undefined })
    const fault = faults.find((one) => one.times > 0 && one.path.test(path))
    if (fault) fault.times -= 1
    if (fault?.fault.kind === 'status') {
      send(response, fault.fault.status, fault.fault.body ?? { message: 'fault' }, fault.fault.headers)
    } else if (fault?.fault.kind !== 'hang') {
      const [status, answer] = route(
        method,
        path,
        body,
        files,
        request.headers.authorization === `Bot ${token}`,
      )
      if (fault?.fault.kind === 'lost') request.socket.destroy()
      else send(response, status, answer)
    }
    changed()
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const gateway = new WebSocketServer({ server })
  gateway.on('connection', (connection) => {
    const say = (message: object) => connection.send(JSON.stringify(message))
    say({ op: 10, d: { heartbeat_interval: 41_250 } })
    connection.on('message', (raw: Buffer) => {
      heard += 1
      const { op, d } = JSON.parse(raw.toString()) as {
        op: number
        d: { token: string; intents: number; seq: number }
      }
      if (op === 1) say({ op: 11 })
      if (op === 2) {
        identifies.push({ intents: d.intents })
        if (d.token !== token) connection.close(4004)
        else if (closeIdentify !== undefined) connection.close(closeIdentify)
        else if (d.intents & privileged) connection.close(4014)
        else {
          socket = connection
          sequence += 1
          say({
            op: 0,
            t: 'READY',
            s: sequence,
            d: {
              v: 10,
              user: botUser,
              guilds: [],
              session_id: `session-${identifies.length}`,
              resume_gateway_url: `ws://127.0.0.1:${port}`,
              application: { id: application, flags: 0 },
              shard: [0, 1],
            },
          })
        }
      }
      if (op === 6) {
        resumes.push(d.seq)
        if (invalidSession) {
          invalidSession = false
          say({ op: 9, d: false })
        } else {
          socket = connection
          for (const event of events.filter(({ s }) => s > d.seq)) say({ op: 0, ...event })
          say({ op: 0, t: 'RESUMED', s: sequence, d: {} })
        }
      }
      changed()
    })
    connection.on('close', () => {
      if (socket === connection) socket = undefined
      changed()
    })
  })

  /** Sends an event now, or with the next resume when nobody is connected. */
  const dispatch = (t: string, d: unknown) => {
    sequence += 1
    const event = { t, s: sequence, d }
    events.push(event)
    socket?.send(JSON.stringify({ op: 0, ...event }))
  }

  const nextId = () => String((ids += 1n))
  const base = (id: string, type: number, data: object, more: object) => ({
    id,
    token: `token-${id}`,
    type,
    version: 1,
    application_id: application,
    guild_id: '300000000000000001',
    channel_id: '300000000000000002',
    channel: { id: '300000000000000002', type: 0 },
    locale: 'en-US',
    guild_locale: 'en-US',
    member: { user: { id: '400000000000000001', username: 'amina' }, roles: [], permissions: '0' },
    app_permissions: '0',
    authorizing_integration_owners: { '0': '300000000000000001' },
    context: 0,
    entitlements: [],
    data,
    ...more,
  })
  /** Sends an interaction and waits for its reply. */
  const interact = (type: number, data: object, more: object = {}): Promise<Callback> => {
    const id = nextId()
    open.add(id)
    dispatch('INTERACTION_CREATE', base(id, type, data, more))
    return until(() => callbacks.find((callback) => callback.id === id))
  }

  return {
    api: `http://127.0.0.1:${port}/api`,
    application,
    botUser,
    requests,
    callbacks,
    messages,
    /** What was refused because it breaks a limit. */
    refused,
    identifies,
    resumes,
    heard: () => heard,
    commands: () => commands,
    setCommands: (next: Record<string, unknown>[]) => (commands = next),
    isConnected: () => socket !== undefined,
    until,
    dispatch,
    interact,
    ask: (question: string, more: object = {}, options: object[] = []) =>
      interact(
        2,
        {
          id: nextId(),
          type: 1,
          name: 'ask',
          options: [{ name: 'question', type: 3, value: question }, ...options],
        },
        more,
      ),
    press: (customId: string, message: object, values?: string[]) =>
      interact(
        3,
        { component_type: values ? 3 : 2, custom_id: customId, ...(values ? { values } : {}) },
        { message },
      ),
    /** Somebody writes a message; resolves when the bot has sent its next one. */
    write: (content: string, more: object = {}) => {
      const before = messages.length
      dispatch('MESSAGE_CREATE', {
        id: nextId(),
        channel_id: '300000000000000002',
        type: 0,
        content,
        author: { id: '400000000000000001', username: 'amina' },
        mentions: [],
        ...more,
      })
      return until(() => messages[before])
    },
    /** Lets the next requests to a path fail. */
    fail: (path: RegExp, fault: Fault, times = 1) => faults.push({ path, fault, times }),
    /** Cuts the connection without a word. */
    drop: () => socket?.terminate(),
    close: (code: number) => socket?.close(code),
    reconnect: () => socket?.send(JSON.stringify({ op: 7, d: null })),
    invalidate: () => {
      invalidSession = true
      socket?.terminate()
    },
    refuseIdentify: (code: number) => (closeIdentify = code),
    sendRaw: (text: string) => socket?.send(text),
    stop: async () => {
      gateway.clients.forEach((client) => client.terminate())
      gateway.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Discord = Awaited<ReturnType<typeof startDiscord>>

const readBody = async (raw: Buffer, type: string): Promise<{ body: unknown; files: string[] }> => {
  if (!raw.length) return { body: undefined, files: [] }
  if (!type.startsWith('multipart/form-data')) return { body: JSON.parse(raw.toString()), files: [] }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const payload = form.get('payload_json')
  const files = [...form.values()].flatMap((value) =>
    typeof value === 'string' || value === payload ? [] : [value.name],
  )
  return {
    body: JSON.parse(typeof payload === 'string' ? payload : ((await payload?.text()) ?? 'null')),
    files,
  }
}
