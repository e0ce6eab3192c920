import { cpSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openShelf, type Shelf } from '../../src/main/shelf.js'
import { createTestLog, today } from '../support/house.js'

/** Lets the event loop go round once. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('the shelf', () => {
  let folder: string
  let shelf: Shelf
  let lines: ReturnType<typeof createTestLog>['lines']
  const reloads = () => lines.filter(({ message }) => message === 'the knowledge was read again').length

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hakim-'))
    cpSync('knowledge', folder, { recursive: true })
    const { log, lines: told } = createTestLog()
    lines = told
    shelf = openShelf(folder, () => Date.parse(`${today}T08:00:00Z`), log)
    await shelf.watch()
  })
  afterEach(async () => {
    await shelf.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a storm of saves costs one reload', async () => {
    const cards = join(folder, 'cards/islamic-bioethics')
    for (let round = 0; round < 20; round += 1) {
      for (const name of readdirSync(cards)) utimesSync(join(cards, name), new Date(), new Date())
      writeFileSync(join(folder, 'questions/en/ensoulment.txt'), `How many rounds were there, ${round}?\n`)
    }
    while (!reloads()) await turn()
    expect(reloads()).toBe(1)
    expect(
      shelf
        .desk()
        .library.variants.filter(({ card, language }) => card === 'ensoulment' && language === 'en')
        .map(({ text }) => text),
    ).toEqual(['How many rounds were there, 19?'])
  })

  test('a question that is being answered keeps the library it began with', async () => {
    const before = shelf.desk()
    writeFileSync(join(folder, 'questions/en/ensoulment.txt'), 'Something quite new?\n')
    while (!reloads()) await turn()
    expect(shelf.desk()).not.toBe(before)
    expect(before.library.variants.some(({ text }) => text === 'Something quite new?')).toBe(false)
  })

  test('a folder that is emptied leaves everything as it was, and says so', async () => {
    const before = shelf.desk()
    rmSync(join(folder, 'cards'), { recursive: true })
    while (!lines.some(({ level }) => level === 'error')) await turn()
    expect(shelf.desk()).toBe(before)
  })
})
