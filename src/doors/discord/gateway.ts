import { MessageType, Routes } from 'discord-api-types/v10'
import {
  Client,
  DiscordAPIError,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  HTTPError,
  Options,
  REST,
  type RawFile,
} from 'discord.js'
import { z } from 'zod'
import type { Command, House } from '../../app/command.js'
import type { Log } from '../../app/log.js'
import type { Attachment } from '../../view/view.js'
import { readInteraction, type Interaction, type Responder } from './interaction.js'
import { filesOf, messageOf } from './payload.js'
import { createRecent } from './recent.js'
import { registerCommands } from './register.js'

export interface GatewaySettings {
  readonly token: string
  /** Base address of Discord's API, without version. */
  readonly api: string
  /** Commands are written for this server alone, where it is named. */
  readonly guildId?: string | undefined
}

export interface Gateway {
  /** Resolves when connected, or rejects with a `GatewayRefused` when trying again is no use. Everything else is tried again. */
  readonly start: () => Promise<void>
  /** Lets what is under way finish, at most `patience` milliseconds, then disconnects. */
  readonly stop: (patience?: number) => Promise<void>
}

/** Discord said no for a reason that only the operator can change. The message says what to do. */
export class GatewayRefused extends Error {}

/** Answers a message in a chat; the gateway has no interaction to reply to there. */
export type AnswerMessage = (
  text: string,
  visit: Parameters<Command['run']>[1],
  house: House,
) => ReturnType<Command['run']>

/** Three tries fit the 3 seconds in which Discord wants its answer. In milliseconds. */
const callbackTimeout = 950
/** How often a connection that is refused or breaks off is tried, and the wait in between, in milliseconds: together within the 3 seconds. */
const callbackTries = 8
const callbackPause = 300
/** Longest wait between two attempts to log in, in milliseconds. */
const longestWait = 60_000

const messageSchema = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().nullish(),
  type: z.int(),
  content: z.string(),
  webhook_id: z.string().nullish(),
  author: z.object({ id: z.string(), bot: z.boolean().optional() }),
  mentions: z.array(z.object({ id: z.string() })).default([]),
})

const refusals: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord refused DISCORD_TOKEN: copy the token again from the Bot page of your application in the developer portal',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refused the intents: the application may not receive server or direct messages; check the Bot page of your application in the developer portal',
  [GatewayCloseCodes.InvalidIntents]: 'Discord refused the intents as invalid: update Hakim',
  [GatewayCloseCodes.ShardingRequired]: 'Discord demands sharding: this bot is in more than 2,500 servers',
}

const rawFiles = (files: readonly Attachment[] = []): RawFile[] =>
  files.map(({ name, text }) => ({ name, data: text, contentType: 'text/plain; charset=utf-8' }))

/** Connects to Discord's gateway and answers interactions, mentions and direct messages. */
export const createGateway = (
  { token, api, guildId }: GatewaySettings,
  {
    commands,
    responder,
    answer,
    house,
    log,
  }: { commands: readonly Command[]; responder: Responder; answer: AnswerMessage; house: House; log: Log },
): Gateway => {
  // Interactions have their own limit at Discord, so the usual 50 requests a second must not hold them back; and an answer that is late is none.
  const callbacks = new REST({
    api,
    timeout: callbackTimeout,
    retries: 2,
    globalRequestsPerSecond: 5_000,
    handlerSweepInterval: 60_000,
  })
  const recent = createRecent()
  const underWay = new Set<Promise<void>>()
  let client: Client | undefined
  let stopped = false
  let wake: (() => void) | undefined

  const guarded = (what: string, work: () => Promise<void>) => {
    const done = work()
      .catch((error: unknown) => log.error({ err: error }, `${what} failed`))
      .finally(() => underWay.delete(done))
    underWay.add(done)
  }

  const reply = async (interaction: Interaction) => {
    const { files, ...body } = responder.respond(interaction)
    const message = { body, files: rawFiles(files) }
    for (let tries = 1; !(await tryReply(interaction, message, tries)); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, callbackPause))
    }
  }

  /** Sends a reply once; false where it is worth trying again. */
  const tryReply = async (
    interaction: Interaction,
    message: { body: object; files: RawFile[] },
    tries: number,
  ): Promise<boolean> => {
    try {
      await callbacks.post(Routes.interactionCallback(interaction.id, interaction.token ?? ''), {
        ...message,
        auth: false,
      })
      return true
    } catch (error) {
      // Acknowledged already: an earlier try arrived and only Discord's word of it was lost.
      if (error instanceof DiscordAPIError && error.code === 40060) return true
      if (error instanceof DiscordAPIError && error.code === 10062) {
        log.warn({ interaction: interaction.id }, 'an interaction expired before its answer arrived')
        return true
      }
      // discord.js tries again after timeouts and errors of Discord's; a connection that broke off it hands on.
      if (error instanceof DiscordAPIError || error instanceof HTTPError || tries >= callbackTries)
        throw error
      return false
    }
  }

  const answerMessage = async (raw: unknown, self: string) => {
    const message = messageSchema.safeParse(raw).data
    if (!message || message.author.bot || message.webhook_id || message.author.id === self) return
    if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return
    if (message.guild_id && !message.mentions.some(({ id }) => id === self)) return
    if (!recent.isNew(message.id)) return
    const text = message.content.replaceAll(`<@${self}>`, ' ').replaceAll(`<@!${self}>`, ' ')
    const view = answer(
      text,
      { conversation: `${message.channel_id}:${message.author.id}`, alone: !message.guild_id },
      house,
    )
    await client?.rest.post(Routes.channelMessages(message.channel_id), {
      body: {
        ...messageOf(view),
        message_reference: { message_id: message.id, fail_if_not_exists: false },
        // The same message tried twice stays one message.
        nonce: message.id,
        enforce_nonce: true,
      },
      files: rawFiles(filesOf(view)),
    })
  }

  const receive = (event: string | null | undefined, data: unknown, self: string | undefined) => {
    if (stopped) return
    if (event === 'INTERACTION_CREATE') {
      const interaction = readInteraction(data)
      if (!interaction?.token) log.warn({}, 'an interaction that could not be read was left out')
      else if (recent.isNew(interaction.id)) guarded('an answer', () => reply(interaction))
    } else if (event === 'MESSAGE_CREATE' && self)
      guarded('an answer to a message', () => answerMessage(data, self))
  }

  const connect = async (): Promise<void> => {
    const next = new Client({
      // None of these is privileged; contents of messages come where the bot is mentioned or written to.
      intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
      makeCache: Options.cacheWithLimits({
        MessageManager: 0,
        UserManager: 0,
        GuildMemberManager: 0,
        ThreadManager: 0,
        ReactionManager: 0,
      }),
      rest: { api, timeout: 10_000 },
    })
    client = next
    const ready = new Promise<void>((resolve, reject) => {
      next.once(Events.ClientReady, () => resolve())
      next.on(Events.ShardDisconnect, ({ code }) =>
        reject(new GatewayRefused(refusals[code] ?? `Discord closed the connection for good (code ${code})`)),
      )
    })
    next.on(Events.ShardError, (error) =>
      log.warn({ err: error }, 'the connection to Discord failed; trying again'),
    )
    next.on(Events.Error, (error) => log.warn({ err: error }, 'the Discord client failed; going on'))
    next.on(Events.ShardResume, () => log.info({}, 'resumed the connection to Discord'))
    // Everything is read from the raw event behind one boundary. discord.js would build objects and caches from it that nobody
    // needs, and a malformed event would throw inside its socket listener; only its own bookkeeping goes on.
    next.on(Events.Raw, (packet: { t?: string | null; d?: unknown }) =>
      receive(packet.t, packet.d, next.user?.id),
    )
    const keep = next.ws['handlePacket'].bind(next.ws)
    next.ws['handlePacket'] = (packet?: { t?: string }, shard?) =>
      packet?.t === 'INTERACTION_CREATE' || packet?.t === 'MESSAGE_CREATE' ? false : keep(packet, shard)
    await Promise.race([next.login(token), ready])
    await ready
  }

  const register = async () => {
    for (let wait = 1_000; !stopped; wait = Math.min(wait * 2, longestWait)) {
      try {
        const id = client?.application?.id
        if (client && id)
          log.info(
            { commands: await registerCommands(client.rest, id, guildId, commands, log) },
            'commands are in step with Discord',
          )
        return
      } catch (error) {
        log.warn({ err: error, wait }, 'could not write the commands; trying again')
        await pause(wait)
      }
    }
  }

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  return {
    start: async () => {
      for (let wait = 1_000; !stopped; wait = Math.min(wait * 2, longestWait)) {
        try {
          await connect()
          log.info({ user: client?.user?.tag }, 'connected to Discord')
          void register()
          return
        } catch (error) {
          await client?.destroy().catch(() => {})
          const refusal = refusalOf(error)
          if (refusal) throw refusal
          log.warn({ err: error, wait }, 'could not connect to Discord; trying again')
          await pause(wait)
        }
      }
    },
    stop: async (patience = 5_000) => {
      stopped = true
      wake?.()
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)))
      await Promise.race([Promise.allSettled(underWay), late])
      clearTimeout(timer)
      callbacks.clearHandlerSweeper()
      callbacks.clearHashSweeper()
      await client?.destroy()
    },
  }
}

/** What the operator has to change, where an error is of that kind. */
const refusalOf = (error: unknown): GatewayRefused | undefined => {
  if (error instanceof GatewayRefused) return error
  const unauthorised =
    error instanceof Error &&
    (('code' in error && error.code === 'TokenInvalid') || ('status' in error && error.status === 401))
  return unauthorised ? new GatewayRefused(refusals[GatewayCloseCodes.AuthenticationFailed]) : undefined
}
