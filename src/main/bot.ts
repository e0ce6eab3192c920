import { getRequestListener } from '@hono/node-server'
import { createServer, type Server } from 'node:http'
import { existsSync } from 'node:fs'
import { pino } from 'pino'
import { answer } from '../../commands/ask.js'
import { commands } from '../../commands/index.js'
import { createEndpoint } from '../doors/discord/endpoint.js'
import { createGateway, GatewayRefused } from '../doors/discord/gateway.js'
import { createResponder } from '../doors/discord/interaction.js'
import { warmUp } from '../doors/discord/warm-up.js'
import { createWebChat, isLoopback } from '../doors/web/web-chat.js'
import { runEntry } from './entry.js'
import { createHouse } from './house.js'
import { readSettings, type Settings } from './settings.js'
import { openShelf } from './shelf.js'

const tell = (line: string) => process.stdout.write(`${line}\n`)

const listen = (server: Server, { HOST, PORT }: Settings): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `PORT: found ${PORT} in use on ${HOST}, expected a free port: stop the other program, or set PORT (0 takes any)`,
            )
          : new Error(`can't listen on ${HOST}:${PORT}: set HOST and PORT to an address of this machine`, {
              cause: error,
            }),
      ),
    )
    server.listen(PORT, HOST, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : PORT)
    })
  })

/** `npm start`: the browser chat, Discord's endpoint and Discord's gateway, as far as the settings ask for them. */
await runEntry(async () => {
  const settings = readSettings(process.env)
  const log = pino(
    { level: settings.LOG_LEVEL, base: null, redact: ['token', 'err.requestBody', 'err.url'] },
    pino.destination(2),
  )
  const open: (() => Promise<void> | void)[] = []
  let stopping = false
  /** Closes what was opened, last first. */
  const stop = async (status: number) => {
    if (stopping) return
    stopping = true
    for (const close of open.toReversed()) {
      await Promise.resolve()
        .then(close)
        .catch((error: unknown) => log.error({ err: error }, 'could not close cleanly'))
    }
    // All work is done by now; an idle connection of a browser, or a start that was still waiting, must not hold or fail the end.
    process.exit(status)
  }
  process.once('SIGTERM', () => void stop(0))
  process.once('SIGINT', () => void stop(0))

  const shelf = openShelf(settings.KNOWLEDGE_DIR, Date.now, log)
  open.push(shelf.close)
  const house = createHouse(shelf.desk, Date.now)
  const responder = createResponder(commands, house, log)
  warmUp(responder, shelf.desk().library)
  const { library } = shelf.desk()
  tell(`Hakim ${house.version}: ${library.cards.length} cards, knowledge ${library.version}`)

  const local = isLoopback(settings.HOST)
  const chatOn = settings.WEB_CHAT === 'on' || (settings.WEB_CHAT === 'auto' && local)
  const folder = new URL('../../web/', import.meta.url)
  const chat =
    chatOn && existsSync(folder)
      ? createWebChat({ commands, responder, house, answer, folder, localOnly: local })
      : undefined
  const chatListener = chat ? getRequestListener(chat.fetch) : undefined
  const endpoint = settings.DISCORD_PUBLIC_KEY
    ? createEndpoint(settings.DISCORD_PUBLIC_KEY, responder, Date.now)
    : undefined
  const server = createServer((request, response) => {
    if (endpoint && request.url === '/interactions') void endpoint(request, response)
    else if (chatListener) void chatListener(request, response)
    else response.writeHead(404).end()
  })
  server.requestTimeout = 10_000
  const port = await listen(server, settings)
  open.push(() => {
    server.close()
    server.closeIdleConnections()
  })
  const address = `http://${settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST}:${port}`
  tell(
    chat
      ? `Browser chat: ${address}`
      : `Browser chat: off, because ${settings.HOST} can be reached from elsewhere (WEB_CHAT=on turns it on)`,
  )
  if (endpoint) tell(`Discord endpoint: ${settings.PUBLIC_URL ?? address}/interactions`)

  const gateway = settings.DISCORD_TOKEN
    ? createGateway(
        { token: settings.DISCORD_TOKEN, api: settings.DISCORD_API, guildId: settings.DISCORD_GUILD_ID },
        { commands, responder, answer, house, log },
      )
    : undefined
  if (gateway) open.push(() => gateway.stop())
  await shelf.watch()

  // A promise that nobody awaited is a mistake, but no reason to leave everybody without answers.
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'a promise was rejected and nobody cared'),
  )

  if (!gateway) {
    tell(
      'Discord: not connected. Put DISCORD_TOKEN=<your bot token> into .env to connect; the README says how to get one.',
    )
    return
  }
  try {
    await gateway.start()
    if (!stopping) tell('Discord: connected.')
  } catch (error) {
    if (!(error instanceof GatewayRefused)) throw error
    process.stderr.write(`${error.message}\n`)
    await stop(1)
  }
})
