import { answer } from '../../commands/ask.js'
import { commands } from '../../commands/index.js'
import { isLanguage } from '../domain/language.js'
import { chat } from '../doors/terminal/chat.js'
import { quietLog, runEntry } from './entry.js'
import { createHouse } from './house.js'
import { readSettings } from './settings.js'
import { openShelf } from './shelf.js'

/** `npm run chat`: a conversation in the terminal. `npm run chat -- ar` speaks Arabic from the start. */
await runEntry(async () => {
  const settings = readSettings(process.env)
  const shelf = openShelf(settings.KNOWLEDGE_DIR, Date.now, quietLog)
  const wished = process.argv[2]
  const colour = process.stdout.isTTY && !process.env['NO_COLOR']
  await chat(
    commands,
    createHouse(shelf.desk, Date.now),
    answer,
    wished !== undefined && isLanguage(wished) ? wished : undefined,
    {
      input: process.stdin,
      output: process.stdout,
      colour,
    },
  )
})
