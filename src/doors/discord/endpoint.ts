import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../../app/ports.js'
import { readInteraction, type Reply, type Responder } from './interaction.js'
import { createRecent } from './recent.js'

/** Largest body that is read, in bytes. */
const bodyLimit = 256 * 1024
/** How far a request's time may be from ours, in seconds. */
const skew = 300
/** How long a body may take to arrive, in milliseconds. */
const patience = 5_000

/** DER head of an Ed25519 public key (RFC 8410), before its 32 bytes. */
const keyHead = Buffer.from('302a300506032b6570032100', 'hex')

/**
 * The key that Discord signs with, made once: building it anew at each request costs nearly half the speed.
 * @param hex DISCORD_PUBLIC_KEY, 64 hexadecimal digits
 */
const publicKey = (hex: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([keyHead, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' })

const header = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

/** The whole body; nothing as soon as it is too large. */
const readBody = (request: IncomingMessage): Promise<Buffer | 'too large'> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.setTimeout(patience, () => reject(new Error('the body took too long')))
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > bodyLimit) {
        resolve('too large')
        request.pause()
      } else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('aborted', () => reject(new Error('the body was cut off')))
  })

/**
 * Discord's HTTP endpoint for interactions: POST with an Ed25519 signature over timestamp and body. Nothing is read of a body before its
 * signature holds; what is wrong gets 401, too large 413, no interaction 400, a repeated one 409. Stands on node:http alone, because a
 * framework costs a third of its speed.
 * @param hex DISCORD_PUBLIC_KEY
 */
export const createEndpoint = (hex: string, responder: Responder, clock: Clock) => {
  const key = publicKey(hex)
  const recent = createRecent()

  const isSigned = (request: IncomingMessage, body: Buffer): boolean => {
    const timestamp = header(request, 'x-signature-timestamp')
    const signature = header(request, 'x-signature-ed25519')
    if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{128}$/i.test(signature)) return false
    if (Math.abs(clock() / 1000 - Number(timestamp)) > skew) return false
    return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'))
  }

  const statusAndReply = async (request: IncomingMessage): Promise<[number, Reply?]> => {
    if (request.method !== 'POST') return [405]
    // Told before any of the body is read; a body that grows beyond it all the same is stopped below.
    if (Number(header(request, 'content-length')) > bodyLimit) return [413]
    const body = await readBody(request)
    if (body === 'too large') return [413]
    if (!isSigned(request, body)) return [401]
    const interaction = readInteraction(parseJson(body))
    if (!interaction) return [400]
    if (interaction.type !== 1 && !recent.isNew(interaction.id)) return [409]
    return [200, responder.respond(interaction)]
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let status = 400
    let reply: Reply | undefined
    try {
      ;[status, reply] = await statusAndReply(request)
    } catch {
      // The body broke off or took too long: there is nobody to tell more.
    }
    if (!reply) {
      response.writeHead(status, { connection: 'close', 'content-length': 0 }).end()
      return
    }
    const { files = [], ...payload } = reply
    if (!files.length) {
      const text = JSON.stringify(payload)
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
        .end(text)
      return
    }
    const form = new FormData()
    form.append('payload_json', new Blob([JSON.stringify(payload)], { type: 'application/json' }))
    files.forEach(({ name, text }, at) =>
      form.append(`files[${at}]`, new Blob([text], { type: 'text/plain; charset=utf-8' }), name),
    )
    const packed = new Response(form)
    const bytes = Buffer.from(await packed.arrayBuffer())
    response
      .writeHead(200, {
        'content-type': packed.headers.get('content-type') ?? '',
        'content-length': bytes.length,
      })
      .end(bytes)
  }
}

const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
