import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startProgram } from '../../support/program.js'

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)

describe.skipIf(!executable)(
  `the browser chat in a real browser${executable ? '' : ' (skipped: no chromium on this machine)'}`,
  () => {
    let bot: ReturnType<typeof startProgram>
    let browser: Browser
    let page: Page
    let address = ''
    const outside: string[] = []
    const errors: string[] = []

    beforeAll(async () => {
      bot = startProgram('bot', { env: { PORT: '0' } })
      ;[, address = ''] = await bot.line(/^Browser chat: (http:\S+)$/)
      browser = await chromium.launch({
        executablePath: executable ?? '',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      })
    })
    afterAll(async () => {
      await browser.close()
      await bot.stop()
    })
    beforeEach(async () => {
      page = await browser.newPage({ viewport: { width: 1000, height: 1400 }, locale: 'en-US' })
      page.on('request', (request) => {
        if (
          !request.url().startsWith(address) &&
          !request.url().startsWith('data:') &&
          !request.url().startsWith('blob:')
        )
          outside.push(request.url())
      })
      page.on('pageerror', (error) => errors.push(error.message))
      await page.goto(address)
      await page.waitForSelector('discord-embed')
    })

    const ask = async (text: string) => {
      const before = await page.locator('discord-embed').count()
      await page.fill('#text', text)
      await page.keyboard.press('Enter')
      await page.locator('discord-embed').nth(before).waitFor()
      return page.locator('discord-message').last()
    }

    test('GIVEN a question THEN the answer stands there with numbered sources that lead somewhere', async () => {
      const message = await ask('What is a stem cell?')
      expect(await message.textContent()).toContain('fixed job')
      expect(await message.locator('discord-embed-field a').first().getAttribute('href')).toMatch(/^https:/)
    })

    test('GIVEN a private answer WHEN More is pressed THEN the details stand in its place', async () => {
      await ask('/ask What is a stem cell?')
      const count = await page.locator('discord-message').count()
      await page.locator('discord-message').last().getByRole('button', { name: 'More' }).click()
      await page.locator('discord-embed h3', { hasText: 'Details' }).waitFor()
      expect(await page.locator('discord-message').count()).toBe(count)
    })

    test('GIVEN an answer WHEN العربية is pressed THEN it reads from right to left', async () => {
      await ask('/ask What is a stem cell?')
      await page.locator('discord-message').last().getByRole('button', { name: 'العربية' }).click()
      const paragraph = page
        .locator('discord-message')
        .last()
        .locator('discord-embed-description p', { hasText: 'الخلية الجذعية' })
        .first()
      await paragraph.waitFor()
      expect(
        await page.evaluate(
          `getComputedStyle([...document.querySelectorAll('discord-embed-description p')].find((one) => one.textContent.includes('الخلية الجذعية'))).direction`,
        ),
      ).toBe('rtl')
    })

    test('GIVEN "/" THEN commands and suggestions are offered and taken with the keyboard alone', async () => {
      await page.focus('#text')
      await page.keyboard.type('/so')
      await page.getByRole('option', { name: /\/sources/ }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.keyboard.type('casgevy')
      // The list changes with every letter: what counts is what stands first.
      await page.locator('#choices li:first-child', { hasText: 'Casgevy' }).waitFor()
      const before = await page.locator('discord-embed').count()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.locator('discord-embed').nth(before).waitFor()
      expect(await page.locator('.files a').allTextContents()).toEqual([
        'casgevy.bib',
        'casgevy.ris',
        'casgevy.json',
      ])
    })

    test('GIVEN a select THEN choosing leads on', async () => {
      await page.getByRole('button', { name: 'Browse topics' }).click()
      await page.locator('select[data-id^="topics"]').last().selectOption('history')
      const card = page.locator('discord-embed li', { hasText: 'Ibn Sina' })
      await card.waitFor()
      expect(await card.textContent()).toContain('testing drugs')
    })

    test('GIVEN the theme button THEN light and dark change', async () => {
      const back = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
      const first = await back()
      await page.getByRole('button', { name: 'Light' }).click()
      expect(await back()).not.toBe(first)
    })

    test('GIVEN hostile text THEN it stays text', async () => {
      const message = await ask('<img src=x onerror=alert(1)> **stem cell** @everyone')
      expect(await message.locator('img[src="x"]').count()).toBe(0)
      expect(await message.textContent()).toContain('<img src=x onerror=alert(1)>')
    })

    test('all this asked nothing of other machines and broke nothing', () => {
      expect(outside).toEqual([])
      expect(errors).toEqual([])
    })
  },
)
