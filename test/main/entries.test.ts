import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { AnswerLine } from '../../src/doors/terminal/answer-line.js'
import { startDiscord } from '../support/discord.js'
import { startProgram } from '../support/program.js'

const folders: string[] = []
/** A knowledge folder of one card: reading all of our own takes a program seconds, and most of these tests are not about it. */
const small = 'test/cases/base'
const copyOfSmall = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hakim-'))
  folders.push(folder)
  cpSync(small, folder, { recursive: true })
  return folder
}
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

describe('npm start', () => {
  test('without a token it opens the browser chat and tells how to connect Discord', async () => {
    const bot = startProgram('bot', { env: { PORT: '0', KNOWLEDGE_DIR: small } })
    const [, address = ''] = await bot.line(/^Browser chat: (http:\/\/127\.0\.0\.1:\d+)$/)
    await bot.line(/DISCORD_TOKEN/)
    const page = await fetch(address)
    expect(await page.text()).toContain('<title>Hakim')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await bot.stop()).toBe(0)
  })

  test('where others can reach it the browser chat is off', async () => {
    const bot = startProgram('bot', { env: { PORT: '0', KNOWLEDGE_DIR: small, HOST: '0.0.0.0' } })
    await bot.line(/^Browser chat: off/)
    expect(await bot.stop()).toBe(0)
  })

  test('with a token it connects, answers, and stops cleanly', async () => {
    const discord = await startDiscord()
    const bot = startProgram('bot', {
      env: { PORT: '0', DISCORD_TOKEN: 'a-good-token', DISCORD_API: discord.api },
    })
    await bot.line(/^Discord: connected/)
    expect((await discord.ask('What is a stem cell?')).body.type).toBe(4)
    expect(await bot.stop()).toBe(0)
    await discord.stop()
  })

  test('stopped while it still waits for Discord it ends with status 0', async () => {
    const discord = await startDiscord()
    discord.fail(/gateway\/bot$/, { kind: 'hang' }, 100)
    const bot = startProgram('bot', {
      env: { PORT: '0', KNOWLEDGE_DIR: small, DISCORD_TOKEN: 'a-good-token', DISCORD_API: discord.api },
    })
    await discord.until(() => discord.requests.length > 0)
    expect(await bot.stop()).toBe(0)
    await discord.stop()
  })

  test('a refused token is one clear line and status 1, without a stack trace or the token', async () => {
    const discord = await startDiscord()
    const bot = startProgram('bot', {
      env: {
        PORT: '0',
        KNOWLEDGE_DIR: small,
        DISCORD_TOKEN: 'a-wrong-token',
        DISCORD_API: discord.api,
        LOG_LEVEL: 'silent',
      },
    })
    expect(await bot.ended).toBe(1)
    expect(bot.err).toEqual([expect.stringMatching(/^Discord refused DISCORD_TOKEN: copy the token again/)])
    await discord.stop()
  })

  test('refused intents are one clear line and status 1', async () => {
    const discord = await startDiscord()
    discord.refuseIdentify(4014)
    const bot = startProgram('bot', {
      env: {
        PORT: '0',
        KNOWLEDGE_DIR: small,
        DISCORD_TOKEN: 'a-good-token',
        DISCORD_API: discord.api,
        LOG_LEVEL: 'silent',
      },
    })
    expect(await bot.ended).toBe(1)
    expect(bot.err).toEqual([expect.stringMatching(/^Discord refused the intents/)])
    await discord.stop()
  })

  test('wrong settings are told together, with status 1', async () => {
    const bot = startProgram('bot', { env: { PORT: 'many', LOG_LEVEL: 'loud' } })
    expect(await bot.ended).toBe(1)
    expect(bot.err.join('\n')).toMatch(/PORT: found "many"[\s\S]*LOG_LEVEL: found "loud"/)
  })

  test('a folder without cards is told with what to do', async () => {
    const bot = startProgram('bot', { env: { PORT: '0', KNOWLEDGE_DIR: 'docs-that-are-not-there' } })
    expect(await bot.ended).toBe(1)
    expect(bot.err.join('\n')).toMatch(
      /can't read the knowledge folder docs-that-are-not-there: set KNOWLEDGE_DIR/,
    )
  })

  test('a card that is saved is said within the same run; a broken one stays as it was', async () => {
    const folder = copyOfSmall()
    const discord = await startDiscord()
    const bot = startProgram('bot', {
      env: { PORT: '0', KNOWLEDGE_DIR: folder, DISCORD_TOKEN: 'a-good-token', DISCORD_API: discord.api },
    })
    await bot.line(/^Discord: connected/)
    const card = join(folder, 'cards/cells/stem-cell.md')
    const write = (title: string, rest: string) =>
      writeFileSync(
        card,
        `---\ntitle: ${title}\naliases: []\nlevel: intro\nevidence: laboratory\nreviewed: 2026-11-01\nreview_every: 12 months\nversion: 2\nrelated: []\n---\n${rest}\n`,
      )
    const titleNow = async () =>
      (
        (await discord.press('read?card=stem-cell&in=en', { flags: 64, embeds: [] })).body.data as {
          embeds: { title: string }[]
        }
      ).embeds[0]?.title
    write('A new title', 'It is a cell [@lee2020].')
    while ((await titleNow()) !== 'A new title');
    write('A broken one', 'No source here.')
    // Until the log says so, which it does after the reload; asking meanwhile shows that answers go on.
    while (!bot.err.some((line) => line.includes('last good version'))) await titleNow()
    expect(await titleNow()).toBe('A new title')
    await bot.stop()
    await discord.stop()
  })
})

describe('npm run ask', () => {
  test('prints an answer with its sources', async () => {
    const ask = startProgram('ask', { args: ['What is a stem cell?'] })
    expect(await ask.ended).toBe(0)
    expect(ask.out[0]).toBe('What is a stem cell?')
    expect(ask.out.join('\n')).toMatch(/Sources\n\[1\] National Institutes of Health\./)
  })

  test('--why prints what decided', async () => {
    const ask = startProgram('ask', { args: ['--why', 'What is a stem cell?'] })
    expect(await ask.ended).toBe(0)
    expect(ask.out.join('\n')).toContain('Why this answer?')
  })

  test('--jsonl answers line by line, in order, in the form that machines expect', async () => {
    const questions = [
      { id: 'a', lang: 'en', text: 'What is a stem cell?' },
      { id: 'b', lang: 'ar', text: 'ما هي الخلية الجذعية؟' },
      { id: 'c', lang: 'en', text: 'Should I stop taking my clopidogrel today?' },
      { id: 'd', lang: 'en', text: 'Which team won the league in 1998?' },
      { id: 'e', lang: 'en', text: 'and how much does it cost?', context: ['What is CAR-T therapy?'] },
    ]
    const ask = startProgram('ask', {
      args: ['--jsonl'],
      input: `${questions.map((one) => JSON.stringify(one)).join('\n')}\n`,
    })
    expect(await ask.ended).toBe(0)
    const answers = ask.out.map((line) => JSON.parse(line) as AnswerLine)
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e'])
    const [plain, arabic, advice, unknown, followUp] = answers
    expect(plain).toMatchObject({ outcome: 'answered', guard: null, lang: 'en' })
    expect(plain?.cards[0]).toBe('what-are-stem-cells')
    expect(plain?.references.length).toBeGreaterThan(0)
    expect(arabic).toMatchObject({ outcome: 'answered', lang: 'ar' })
    expect(advice?.guard).toBe('advice')
    expect(unknown?.outcome).not.toBe('answered')
    expect(followUp?.cards[0]).toBe('car-t')
    for (const { confidence, ms, cards } of answers) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(ms).toBeGreaterThan(0)
      expect(cards.length).toBeLessThanOrEqual(10)
    }
  })

  test('a line that is no question is told with its number', async () => {
    const ask = startProgram('ask', {
      args: ['--jsonl'],
      input: '{"id":"a","text":"What is a stem cell?"}\nnonsense\n',
      env: { KNOWLEDGE_DIR: small },
    })
    expect(await ask.ended).toBe(1)
    expect(ask.err.join('\n')).toMatch(/line 2 of standard input/)
  })

  test.each([
    [['--lang', 'xx', 'hello'], /found "xx", expected one of en, ar/],
    [[], /found no question/],
  ])('%j is refused with what was expected', async (args, message) => {
    const ask = startProgram('ask', { args, env: { KNOWLEDGE_DIR: small } })
    expect(await ask.ended).toBe(1)
    expect(ask.err.join('\n')).toMatch(message)
  })
})

describe('npm run chat', () => {
  test('answers, runs the numbered actions, and ends', async () => {
    const chat = startProgram('chat', { input: 'What is a stem cell?\n1\n/nothing\n/quit\n' })
    expect(await chat.ended).toBe(0)
    const said = chat.out.join('\n')
    expect(said).toContain('fixed job')
    expect(said).toContain('Details')
    expect(said).toContain('Type a question')
  })
})

describe('npm run knowledge -- --online', () => {
  test('without an address to write to tells what is missing', async () => {
    const check = startProgram('knowledge', { args: ['--online'], env: { KNOWLEDGE_DIR: small } })
    expect(await check.ended).toBe(1)
    expect(check.err.join('\n')).toMatch(/found no CROSSREF_MAILTO, expected your e-mail address/)
  })

  test('compares each DOI, tells what differs at its place, and asks once', async () => {
    const asked: string[] = []
    const notice = { DOI: '10.1000/gone', type: 'retraction', updated: { 'date-parts': [[2024, 2, 1]] } }
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      const isLee = request.url?.includes('lee2020')
      response.end(
        JSON.stringify({
          message: {
            title: ['How cells divide'],
            author: [{ family: 'Lee' }],
            issued: { 'date-parts': [[isLee ? 2020 : 2019]] },
            'updated-by': isLee ? [notice] : [],
          },
        }),
      )
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const env = {
      KNOWLEDGE_DIR: small,
      CROSSREF_API: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      CROSSREF_MAILTO: 'someone@example.org',
    }
    const args = ['--online', '--format', 'json']
    const told = async () => {
      const check = startProgram('knowledge', { args, env })
      const status = await check.ended
      const findings = JSON.parse(check.out.join('\n')) as { rule: string; line: number; found: string }[]
      return { status, found: findings.filter(({ rule }) => rule === 'crossref') }
    }
    const first = await told()
    expect(first.status).toBe(1)
    expect(first.found.map(({ line, found }) => `${line} ${found}`)).toEqual([
      '3 a notice of retraction of 2024-02-01 (10.1000/gone)',
      '22 the year 2020',
    ])
    expect(await told()).toEqual(first)
    expect(asked).toHaveLength(2)
    server.close()
  })
})

describe('npm run knowledge', () => {
  test('is content with the own knowledge', async () => {
    const check = startProgram('knowledge')
    expect(await check.ended).toBe(0)
    expect(check.out.at(-1)).toMatch(/ 0 errors/)
  })

  test.each(['text', 'json', 'github'])(
    'prints findings as %s and ends with status 1 on errors',
    async (format) => {
      const folder = copyOfSmall()
      writeFileSync(join(folder, 'cards/cells/broken.md'), '---\ntitle: Broken\n---\nNo.\n')
      const check = startProgram('knowledge', { args: ['--format', format], env: { KNOWLEDGE_DIR: folder } })
      expect(await check.ended).toBe(1)
      const said = check.out.join('\n')
      const place = join(folder, 'cards/cells/broken.md')
      if (format === 'text')
        expect(said).toMatch(new RegExp(`${place}:\\d+:\\d+: found .*, expected .*, .* \\(schema\\)`))
      if (format === 'json')
        expect(
          (JSON.parse(said) as { file: string; rule: string }[]).some(
            ({ file, rule }) => file === place && rule === 'schema',
          ),
        ).toBe(true)
      if (format === 'github') expect(said).toContain(`::error file=${place},line=`)
    },
  )
})
