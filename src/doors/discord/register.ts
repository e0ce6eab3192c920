import { Routes } from 'discord-api-types/v10'
import type { REST } from 'discord.js'
import type { Command } from '../../app/command.js'
import type { Log } from '../../app/log.js'
import { applicationCommands, sameCommands } from './application-commands.js'

/** Writes the commands to Discord only where they differ: it allows 200 creations a day. With a guild they are written for it alone. */
export const registerCommands = async (
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  commands: readonly Command[],
  log: Log,
): Promise<'same' | 'written'> => {
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId)
  const theirs = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
  const [full, withoutArabic] = [applicationCommands(commands), applicationCommands(commands, false)]
  if (sameCommands(full, theirs) || sameCommands(withoutArabic, theirs)) return 'same'
  try {
    await rest.put(route, { body: full })
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && error.status === 400)) throw error
    log.warn({}, 'Discord refused the Arabic command names; writing the commands without them')
    await rest.put(route, { body: withoutArabic })
  }
  return 'written'
}
