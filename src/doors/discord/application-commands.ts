import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
} from 'discord-api-types/v10'
import type { Command, Option } from '../../app/command.js'
import { say, spokenLanguages } from '../../i18n/say.js'
import type { WordKey } from '../../i18n/words.js'

/** Discord's codes of the languages that Hakim speaks besides English. Arabic is in its schema, though not in its list of locales. */
const locales = { ar: 'ar', tr: 'tr', id: 'id', fr: 'fr' } as const

type Localizations = Record<string, string>

const localized = (key: WordKey, arabic: boolean): Localizations =>
  Object.fromEntries(
    Object.entries(locales)
      .filter(
        ([language]) =>
          (arabic || language !== 'ar') && spokenLanguages.includes(language as keyof typeof locales),
      )
      .map(([language, locale]) => [locale, say(language as keyof typeof locales, key)]),
  )

const optionOf = ({ name, kind, required, suggests, localName, describe }: Option, arabic: boolean) => ({
  type: kind === 'text' ? ApplicationCommandOptionType.String : ApplicationCommandOptionType.Boolean,
  name,
  name_localizations: localized(localName, arabic),
  description: say('en', describe),
  description_localizations: localized(describe, arabic),
  required,
  ...(suggests ? { autocomplete: true } : {}),
})

/** A command as Discord's API takes it. */
export interface ApplicationCommand {
  readonly type: ApplicationCommandType
  readonly name: string
  readonly name_localizations: Localizations & LocalizationMap
  readonly description?: string
  readonly description_localizations?: Localizations & LocalizationMap
  readonly options?: readonly ReturnType<typeof optionOf>[]
  readonly integration_types: readonly ApplicationIntegrationType[]
  readonly contexts: readonly InteractionContextType[]
}

/**
 * What people find in Discord's menus: usable in servers, in direct messages and where the user installed it.
 * @param arabic whether Arabic names go along; Discord may refuse a locale that its documentation does not list
 */
export const applicationCommands = (commands: readonly Command[], arabic = true): ApplicationCommand[] =>
  commands
    .filter(({ reach }) => reach !== 'button')
    .map(({ name, reach, localName, describe, options = [] }) => {
      const shared = {
        name_localizations: localName ? localized(localName, arabic) : {},
        integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
        contexts: [
          InteractionContextType.Guild,
          InteractionContextType.BotDM,
          InteractionContextType.PrivateChannel,
        ],
      }
      if (reach === 'message' || !describe) {
        return {
          type: ApplicationCommandType.Message,
          name: localName ? say('en', localName) : name,
          ...shared,
        }
      }
      return {
        type: ApplicationCommandType.ChatInput,
        name,
        description: say('en', describe),
        description_localizations: localized(describe, arabic),
        options: options.map((option) => optionOf(option, arabic)),
        ...shared,
      }
    })

/** Whether what Discord holds says what we would write; what it adds of its own (ids, versions, defaults) does not count. */
export const sameCommands = (ours: readonly ApplicationCommand[], theirs: unknown): boolean =>
  Array.isArray(theirs) &&
  theirs.length === ours.length &&
  ours.every((command) => theirs.some((other: unknown) => holds(other, command)))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether `found` says all that `wanted` says; false, empty and missing are one. */
const holds = (found: unknown, wanted: unknown): boolean => {
  if (Array.isArray(wanted)) {
    const list: unknown[] = Array.isArray(found) ? found : []
    return list.length === wanted.length && wanted.every((one, at) => holds(list[at], one))
  }
  if (isObject(wanted)) {
    const other = isObject(found) ? found : {}
    return Object.entries(wanted).every(([key, value]) => holds(other[key], value))
  }
  return found === wanted || (!found && !wanted)
}
