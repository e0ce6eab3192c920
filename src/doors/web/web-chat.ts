import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Command, House, Visit } from '../../app/command.js'
import { isLanguage } from '../../domain/language.js'
import type { View } from '../../view/view.js'
import { applicationCommands } from '../discord/application-commands.js'
import { readInteraction, type Responder } from '../discord/interaction.js'
import { filesOf, messageOf } from '../discord/payload.js'

const messageSchema = z.object({
  text: z.string().max(4000),
  asker: z.string().max(40),
  channel: z.string().max(40),
  locale: z.string().max(10).default('en'),
})

/** Hosts under which only this machine reaches the chat. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])
export const isLoopback = (host: string): boolean => loopback.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host)

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

interface Parts {
  readonly commands: readonly Command[]
  readonly responder: Responder
  readonly house: House
  readonly answer: (text: string, visit: Visit, house: House) => View
  /** Where the built page lies. */
  readonly folder: URL
  /** Whether only names of this machine are let in: a page elsewhere that points its own name at 127.0.0.1 is not. */
  readonly localOnly: boolean
}

/** The browser chat: a page that looks like Discord, and the same interactions that Discord would send, answered by the same code. */
export const createWebChat = ({ commands, responder, house, answer, folder, localOnly }: Parts): Hono => {
  const app = new Hono()
  const file = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  const pages = [
    { path: '/', name: 'index.html', type: 'text/html; charset=utf-8' },
    { path: '/chat.js', name: 'chat.js', type: 'text/javascript; charset=utf-8' },
    { path: '/chat.css', name: 'chat.css', type: 'text/css; charset=utf-8' },
  ].map((page) => ({ ...page, body: file(page.name) }))

  app.use(async (context, next) => {
    const host = context.req.header('host') ?? ''
    const origin = context.req.header('origin')
    if (localOnly && !isLoopback(host.replace(/:\d+$/, '')))
      return context.text('This chat answers this machine only.', 403)
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
      return context.text('Another page may not use this chat.', 403)
    await next()
    context.header('content-security-policy', policy)
    context.header('x-content-type-options', 'nosniff')
    context.header('referrer-policy', 'no-referrer')
  })
  for (const { path, type, body } of pages) {
    app.get(path, (context) => context.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }))
  }
  app.get('/chat/commands', (context) => context.json(applicationCommands(commands)))

  app.use('/chat/*', bodyLimit({ maxSize: 256 * 1024 }), async (context, next) => {
    if (
      context.req.method === 'POST' &&
      !context.req.header('content-type')?.startsWith('application/json')
    ) {
      return context.text('expected content-type application/json', 415)
    }
    return next()
  })
  app.post('/chat/interactions', async (context) => {
    const interaction = readInteraction(await context.req.json().catch(() => undefined))
    return interaction
      ? context.json(responder.respond(interaction))
      : context.text('expected an interaction', 400)
  })
  app.post('/chat/messages', async (context) => {
    const message = messageSchema.safeParse(await context.req.json().catch(() => undefined)).data
    if (!message) return context.text('expected {"text", "asker", "channel", "locale"}', 400)
    const screen = message.locale.slice(0, 2)
    const view = answer(
      message.text,
      {
        conversation: `${message.channel}:${message.asker}`,
        screen: isLanguage(screen) ? screen : undefined,
      },
      house,
    )
    return context.json({ data: messageOf(view), files: filesOf(view) })
  })
  return app
}
