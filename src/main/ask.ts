import { program } from 'commander'
import { createInterface } from 'node:readline'
import { answer } from '../../commands/ask.js'
import { commands } from '../../commands/index.js'
import { createDesk } from '../app/desk.js'
import { isLanguage, languages } from '../domain/language.js'
import { answerLine } from '../doors/terminal/answer-line.js'
import { drawText } from '../doors/terminal/draw.js'
import { createHouse } from './house.js'
import { runEntry } from './entry.js'
import { buildOf, keptLibrary } from './kept-library.js'
import { readSettings } from './settings.js'
import { readShelf } from './shelf.js'

/** `npm run ask -- "question"`: one answer in the terminal; `--jsonl` answers a stream of questions for machines. */
await runEntry(async () => {
  program
    .name('npm run ask --')
    .description('Answers a question from the cards.')
    .argument('[question...]', 'the question, in your own words')
    .option('--lang <code>', `language of the answer: ${languages.join(', ')}`)
    .option('--json', 'print the answer as JSON')
    .option('--why', 'print why this answer was chosen')
    .option('--jsonl', 'read questions as JSON lines from standard input, write one answer a line')
    .parse()
  const options = program.opts<{ lang?: string; json?: true; why?: true; jsonl?: true }>()
  const { lang } = options
  if (lang !== undefined && !isLanguage(lang))
    program.error(`--lang: found "${lang}", expected one of ${languages.join(', ')}`)
  const wished = lang !== undefined && isLanguage(lang) ? lang : undefined
  const settings = readSettings(process.env)
  const folder = settings.KNOWLEDGE_DIR
  const desk = createDesk(
    keptLibrary(folder, '.cache/library', buildOf(import.meta.url), () => {
      const today = new Date().toISOString().slice(0, 10)
      return readShelf(folder, today).library
    }),
  )

  if (options.jsonl) {
    let number = 0
    for await (const line of createInterface({ input: process.stdin })) {
      number += 1
      if (!line.trim()) continue
      try {
        process.stdout.write(
          `${JSON.stringify(answerLine(desk, JSON.parse(line), () => performance.now()))}\n`,
        )
      } catch (error) {
        throw new Error(`line ${number} of standard input: expected JSON with "id" and "text"`, {
          cause: error,
        })
      }
    }
    return
  }

  const text = program.args.join(' ')
  if (!text.trim())
    program.error('found no question; expected one, such as: npm run ask -- "What is a stem cell?"')
  if (options.json) {
    const line = answerLine(desk, { id: 'question', text, ...(wished ? { lang: wished } : {}) }, () =>
      performance.now(),
    )
    process.stdout.write(`${JSON.stringify(line, null, 2)}\n`)
    return
  }
  const colour = process.stdout.isTTY && !process.env['NO_COLOR']
  const house = createHouse(() => desk, Date.now)
  const view = answer(text, { wished }, house)
  process.stdout.write(`${drawText(view, { colour })}\n`)
  if (options.why) {
    const why = commands
      .find(({ name }) => name === 'why')
      ?.run({ in: view.language }, { wished, quote: view.quote ?? [text] }, house)
    if (why) process.stdout.write(`\n${drawText(why, { colour })}\n`)
  }
})
