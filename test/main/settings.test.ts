import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSettings, settingsSchema, WrongSettings } from '../../src/main/settings.js'

const example = Object.fromEntries(
  readFileSync('.env.example', 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
)

const problemOf = (environment: Record<string, string>): string => {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof WrongSettings) return error.message
    throw error
  }
  return 'no problem'
}

describe('settings', () => {
  test('.env.example names the very keys of the schema', () => {
    expect(Object.keys(example).toSorted()).toEqual(Object.keys(settingsSchema.shape).toSorted())
  })

  test('.env.example, copied as it is, gives the defaults', () => {
    expect(readSettings(example)).toEqual(readSettings({}))
  })

  test('nothing has to be set', () => {
    expect(readSettings({})).toEqual({
      DISCORD_API: 'https://discord.com/api',
      HOST: '127.0.0.1',
      PORT: 8787,
      WEB_CHAT: 'auto',
      CROSSREF_API: 'https://api.crossref.org',
      KNOWLEDGE_DIR: 'knowledge',
      LOG_LEVEL: 'info',
    })
  })

  test('all problems are told together, each with its key, what was found and what was expected', () => {
    const problem = problemOf({
      PORT: '99999',
      DISCORD_PUBLIC_KEY: 'abc',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'ftp://x',
    })
    expect(problem).toMatch(/PORT: found "99999", expected a number from 0 to 65535/)
    expect(problem).toMatch(/DISCORD_PUBLIC_KEY: found "abc", expected 64 hexadecimal digits/)
    expect(problem).toMatch(/LOG_LEVEL: found "loud", expected one of fatal/)
    expect(problem).toMatch(/PUBLIC_URL: found "ftp:\/\/x", expected an address/)
  })

  test.each(['DISCORD_TOKEN', 'DATABASE_URL'])('the value of %s is never shown', (key) => {
    const problem = problemOf({ [key]: 'my secret value' })
    expect(problem).toContain(key)
    expect(problem).not.toContain('secret')
  })

  test('a slash at the end of an address falls away', () => {
    expect(readSettings({ DISCORD_API: 'http://127.0.0.1:4000/api/' }).DISCORD_API).toBe(
      'http://127.0.0.1:4000/api',
    )
  })
})
