import { z } from 'zod'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
const address = (protocol: RegExp) => z.url({ protocol, error: 'expected an address' })

/** Every setting, by the name of its environment variable; all are optional. */
export const settingsSchema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S{8,}$/, 'expected the token of a bot, without spaces')
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'expected 64 hexadecimal digits')
    .optional(),
  DISCORD_API: address(/^https?$/)
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://discord.com/api'),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,20}$/, 'expected the id of a server, 15 to 20 digits')
    .optional(),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'expected a host name or address')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65535, 'expected a number from 0 to 65535')
    .default(8787),
  PUBLIC_URL: address(/^https?$/)
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  WEB_CHAT: z.enum(['auto', 'on', 'off'], 'expected auto, on or off').default('auto'),
  CROSSREF_API: address(/^https?$/)
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://api.crossref.org'),
  CROSSREF_MAILTO: z.email('expected an e-mail address').optional(),
  KNOWLEDGE_DIR: z.string().default('knowledge'),
  DATABASE_URL: address(/^postgres(ql)?$/).optional(),
  LOG_LEVEL: z.enum(levels, `expected one of ${levels.join(', ')}`).default('info'),
})
export type Settings = z.infer<typeof settingsSchema>

/** The settings are wrong; the message names each key with what was found and what was expected. */
export class WrongSettings extends Error {}

/** Keys whose values are never shown. */
const secret = new Set(['DISCORD_TOKEN', 'DATABASE_URL'])

/**
 * Reads the settings; an empty value is a missing one.
 * @throws WrongSettings with all problems together
 */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape).flatMap((key) => {
      const value = environment[key]?.trim()
      return value ? [[key, value]] : []
    }),
  )
  const parsed = settingsSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(({ path, message }) => {
    const key = String(path[0])
    const found = secret.has(key)
      ? `a value of ${given[key]?.length ?? 0} characters`
      : JSON.stringify(given[key])
    return `  ${key}: found ${found}, ${message.replace(/^Invalid.*$/, 'expected another form')}`
  })
  throw new WrongSettings(
    `These settings are wrong; mend them in the environment or in .env:\n${lines.join('\n')}`,
  )
}
