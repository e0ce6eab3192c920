import {
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10'
import { randomUUID } from 'node:crypto'
import { z, ZodError } from 'zod'
import type { Choice, Command, House, Input, Visit } from '../../app/command.js'
import type { Log } from '../../app/log.js'
import { isLanguage, type Language } from '../../domain/language.js'
import { say } from '../../i18n/say.js'
import type { Attachment, View } from '../../view/view.js'
import { unpackCall } from './custom-id.js'
import { readQuote } from './markdown.js'
import type { Message } from './message.js'
import { filesOf, messageOf } from './payload.js'

/** An interaction as Discord sends it, as far as it is read here. https://docs.discord.com/developers/interactions/receiving-and-responding */
const snowflake = z.string().regex(/^\d{1,20}$/)
const user = z.object({ id: snowflake })
const option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
})
const interactionSchema = z.object({
  id: snowflake,
  token: z.string().optional(),
  type: z.int(),
  channel_id: snowflake.optional(),
  guild_id: snowflake.nullish(),
  context: z.int().nullish(),
  locale: z.string().optional(),
  user: user.optional(),
  member: z.object({ user: user.optional() }).optional(),
  message: z
    .object({
      flags: z.int().optional(),
      embeds: z.array(z.object({ description: z.string().optional() })).optional(),
    })
    .optional(),
  data: z
    .object({
      type: z.int().optional(),
      name: z.string().optional(),
      options: z.array(option).optional(),
      target_id: z.string().optional(),
      resolved: z
        .object({ messages: z.record(z.string(), z.object({ content: z.string().optional() })).optional() })
        .optional(),
      custom_id: z.string().optional(),
      values: z.array(z.string()).optional(),
    })
    .optional(),
})
export type Interaction = z.infer<typeof interactionSchema>

/** What is sent back: Discord's response object, files beside it. */
export interface Reply {
  readonly type: InteractionResponseType
  readonly data?:
    | (Message & { readonly flags?: number })
    | { readonly choices: { readonly name: string; readonly value: string }[] }
  readonly files?: readonly Attachment[]
}

/** In which the bot's own direct messages are told from other places. */
const botDirectMessage = 1
/** How many choices an autocomplete may have, and how long their texts are. */
const choiceLimit = 25
const choiceText = 100

/** Reads an interaction; nothing where it is not one. */
export const readInteraction = (raw: unknown): Interaction | undefined =>
  interactionSchema.safeParse(raw).data

/** The language of a Discord locale: `en-GB` -> `en`; nothing for languages that Hakim does not know. */
const languageOfLocale = (locale = ''): Language | undefined => {
  const code = locale.slice(0, 2).toLowerCase()
  return isLanguage(code) ? code : undefined
}

/** Shortens a label, which is no medical text, to what an autocomplete choice holds. */
const clip = (text: string): string => (text.length > choiceText ? `${text.slice(0, choiceText - 1)}…` : text)

const visitOf = ({
  locale,
  context,
  channel_id: channel,
  user: direct,
  member,
  message,
}: Interaction): Visit => {
  const asker = direct?.id ?? member?.user?.id
  const quote = readQuote(message?.embeds?.[0]?.description ?? '')
  return {
    screen: languageOfLocale(locale),
    alone: context === botDirectMessage,
    conversation: asker && channel ? `${channel}:${asker}` : undefined,
    ...(quote.length ? { quote } : {}),
  }
}

const replyOf = (interaction: Interaction, view: View): Reply => {
  const message = messageOf(view)
  const inDirectMessage = interaction.context === botDirectMessage
  const pressed = interaction.type === InteractionType.MessageComponent
  const ownMessage = inDirectMessage || ((interaction.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  if (pressed && view.replaces && ownMessage) {
    return { type: InteractionResponseType.UpdateMessage, data: message, files: filesOf(view) }
  }
  const hidden = view.audience !== 'everyone' && !inDirectMessage
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...message, ...(hidden ? { flags: MessageFlags.Ephemeral } : {}) },
    files: filesOf(view),
  }
}

/** Answers interactions by running commands: the same for the gateway, the HTTP endpoint and the browser chat. */
export const createResponder = (commands: readonly Command[], house: House, log: Log) => {
  const byName = new Map(commands.map((command) => [command.name, command]))
  const messageCommand = commands.find(({ reach }) => reach === 'message')

  /** Which command is meant, with its input. */
  const callOf = ({ type, data }: Interaction): { command: Command | undefined; input: Input } => {
    if (type === InteractionType.MessageComponent) {
      const { command, input } = unpackCall(data?.custom_id ?? '', data?.values?.[0])
      return { command: byName.get(command), input }
    }
    if (data?.type === ApplicationCommandType.Message) {
      return {
        command: messageCommand,
        input: { message: data.resolved?.messages?.[data.target_id ?? '']?.content ?? '' },
      }
    }
    const input = Object.fromEntries(
      (data?.options ?? []).map(({ name, value }) => [name, String(value ?? '')]),
    )
    const command = byName.get(data?.name ?? '')
    return { command: command?.reach === 'slash' ? command : undefined, input }
  }

  const failure = (error: unknown, visit: Visit): View => {
    const language = visit.screen ?? 'en'
    const notice = (text: string): View => ({
      tone: 'error',
      language,
      parts: [{ kind: 'notice', text, language }],
      actions: [],
    })
    if (error instanceof ZodError) return notice(say(language, 'unknownCommand'))
    const reference = randomUUID().slice(0, 8)
    log.error({ reference, err: error }, 'a command failed')
    return notice(say(language, 'failed', { reference }))
  }

  const run = (interaction: Interaction, visit: Visit): View => {
    const { command, input } = callOf(interaction)
    const language = visit.screen ?? 'en'
    if (!command)
      return {
        tone: 'error',
        language,
        parts: [{ kind: 'notice', text: say(language, 'unknownCommand'), language }],
        actions: [],
      }
    return command.run(input, visit, house)
  }

  const suggestions = (interaction: Interaction, visit: Visit): readonly Choice[] => {
    const { command } = callOf(interaction)
    const focused = interaction.data?.options?.find((one) => one.focused)
    return command?.suggest?.(String(focused?.value ?? ''), visit, house) ?? []
  }

  return {
    /** The reply to an interaction. Never throws: a failure is logged and told with its reference. */
    respond: (interaction: Interaction): Reply => {
      if (interaction.type === InteractionType.Ping) return { type: InteractionResponseType.Pong }
      const visit = visitOf(interaction)
      try {
        if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
          const choices = suggestions(interaction, visit)
            .filter(({ label, value }) => label.trim() && value.trim())
            .slice(0, choiceLimit)
            .map(({ label, value }) => ({ name: clip(label), value: clip(value) }))
          return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } }
        }
        return replyOf(interaction, run(interaction, visit))
      } catch (error) {
        if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
          log.error({ err: error }, 'suggestions failed')
          return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } }
        }
        return replyOf(interaction, failure(error, visit))
      }
    },
  }
}

export type Responder = ReturnType<typeof createResponder>
