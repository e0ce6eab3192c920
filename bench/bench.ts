import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { load } from '../src/knowledge/load.js'
import { readKnowledgeFolder } from '../src/main/knowledge-folder.js'
import { startDiscord } from '../test/support/discord.js'
import { readExam, sittable } from './exam-set.js'
import { madeUpLibrary } from './growth.js'
import { readPeers } from './peers.js'
import { hitRate, percentile } from './score.js'

// `npm run bench`: matching and speed beside the search libraries of bench/peers on the same cards (`-- --matching` stops there, `-- --growth` adds libraries of up
// to 100,000 made-up cards, which takes half an hour for all of them; `--only Hakim` measures one engine), then the bot beside a bare discord.js client on the same
// stand-in for Discord, all in one run. Times are of this machine; the ratios are what counts.

const { library } = load(readKnowledgeFolder('knowledge'), new Date().toISOString().slice(0, 10))
const questions = sittable(readExam('test/exam/dev.jsonl'), library).filter(
  ({ expect, context, guard }) => expect.length && !context && !guard,
)
const english = questions.filter(({ lang }) => lang === 'en')
const [, only] = /--only[= ](\S+)/.exec(process.argv.join(' ')) ?? []
const peers = (await readPeers()).filter(({ name }) => !only || name.startsWith(only))
/** How many questions a slow engine is asked of each kind. */
const patience = 25

/** Asks an engine questions one after the other: what it found, and how long each took, in milliseconds. */
const sit = async <Question extends { readonly text: string; readonly expect: readonly string[] }>(
  search: Awaited<ReturnType<(typeof peers)[number]['build']>>,
  list: readonly Question[],
) => {
  const rows: { expect: readonly string[]; cards: readonly string[]; ms: number }[] = []
  for (const { text, expect } of list) {
    const before = performance.now()
    const cards = await search(text)
    rows.push({ expect, cards, ms: performance.now() - before })
  }
  return rows
}
console.log(
  `Matching: ${library.cards.length} cards, ${library.variants.length} ways of asking, ${questions.length} questions, ${english.length} of them English\n`,
)
console.log(
  '| engine | hit@1 en | hit@3 en | hit@1 ar | hit@1 others | p50 ms | p99 ms | build ms |\n|---|---|---|---|---|---|---|---|',
)
/** A row of the table; what the engine holds is let go when the function ends. */
const measureMatching = async ({ name, slow, build }: (typeof peers)[number]): Promise<string> => {
  const start = performance.now()
  const search = await build(library)
  const built = performance.now() - start
  const some = (list: typeof questions) => (slow ? list.slice(0, patience) : list)
  await sit(search, some(questions).slice(0, 20))
  const en = await sit(search, some(english))
  const ar = await sit(search, some(questions.filter(({ lang }) => lang === 'ar')))
  const others = await sit(search, some(questions.filter(({ lang }) => lang !== 'ar' && lang !== 'en')))
  const figures = [hitRate(en), hitRate(en, 3), hitRate(ar), hitRate(others)].map((figure) =>
    figure.toFixed(3),
  )
  const times = [...en, ...ar, ...others].map(({ ms }) => ms)
  const [p50, p99] = [percentile(times, 0.5).toFixed(2), percentile(times, 0.99).toFixed(2)]
  return `| ${name} | ${figures.join(' | ')} | ${p50} | ${p99} | ${built.toFixed(0)} |`
}
for (const peer of peers) console.log(await measureMatching(peer))

/** An engine whose questions took longer at one size is not asked at the next, in milliseconds. */
const tooSlow = 400
const measureGrowth = async () => {
  console.log('\nGrowth, made-up cards: p50 of a question and the build, in milliseconds\n')
  const sizes = [250, 2_500, 25_000, 100_000]
  console.log(`| engine | ${sizes.join(' | ')} |\n|---|${sizes.map(() => '---|').join('')}`)
  for (const { name, slow, build } of peers) {
    const cells: string[] = []
    let last = slow ? tooSlow : 0
    for (const size of sizes) {
      if (last > tooSlow || (slow && size > 250)) {
        cells.push('-')
        continue
      }
      const made = madeUpLibrary(size, library)
      const start = performance.now()
      const search = await build(made.library)
      const built = performance.now() - start
      const list = slow ? made.questions.slice(0, 10) : made.questions
      await sit(search, list.slice(0, 20))
      last = percentile(
        (await sit(search, list)).map(({ ms }) => ms),
        0.5,
      )
      cells.push(`${last.toFixed(2)} (${built.toFixed(0)})`)
    }
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
}
if (process.argv.includes('--growth')) await measureGrowth()
if (process.argv.includes('--matching')) process.exit(0)

const cold = Array.from({ length: 5 }, () => {
  const before = performance.now()
  spawnSync(process.execPath, ['scripts/run.mjs', 'ask', 'What is a stem cell?'], { stdio: 'ignore' })
  return performance.now() - before
})
console.log(
  `\nnpm run ask, cold, without npm's own start: median ${percentile(cold, 0.5).toFixed(0)} ms of ${cold.length} runs`,
)

const seconds = 6
const perSecond = 100
/** Resident memory of a process in MiB, where the machine tells (Linux). */
const memoryOf = ({ pid }: ChildProcess): number => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

/** Connects a bot, asks it 100 questions a second, and tells how long its replies took and what memory it holds. */
const measure = async (args: readonly string[]) => {
  const discord = await startDiscord({ checks: false })
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      DISCORD_TOKEN: 'a-good-token',
      DISCORD_API: discord.api,
      PORT: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  })
  await discord.until(() => discord.isConnected())
  await discord.ask('What is a stem cell?')
  const memory = memoryOf(child)
  const replies: Promise<number>[] = []
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const before = performance.now()
      const text = english[replies.length % english.length]?.text ?? ''
      replies.push(discord.ask(text).then(({ at }) => at - before))
      if (replies.length === seconds * perSecond) {
        clearInterval(timer)
        resolve()
      }
    }, 1000 / perSecond)
  })
  const times = await Promise.all(replies)
  const loaded = memoryOf(child)
  child.kill()
  await discord.stop()
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), memory, loaded }
}

const pong = ['dist/bench/pong.js']
const hakim = ['--max-semi-space-size=4', 'scripts/run.mjs', 'bot']
const rounds: { pong: Awaited<ReturnType<typeof measure>>; hakim: Awaited<ReturnType<typeof measure>> }[] = []
for (let round = 0; round < 3; round += 1)
  rounds.push({ pong: await measure(pong), hakim: await measure(hakim) })
const middle = (of: (round: (typeof rounds)[number]) => number) => percentile(rounds.map(of), 0.5)
console.log(
  `\nBeside a bare discord.js "pong" bot on the same stand-in, ${perSecond} interactions/s for ${seconds} s, median of ${rounds.length} rounds in turn:`,
)
console.log('| | pong | Hakim | ratio |\n|---|---|---|---|')
for (const [name, of] of [
  ['acknowledged, p50 ms', (one: { p50: number }) => one.p50],
  ['acknowledged, p99 ms', (one: { p99: number }) => one.p99],
  ['memory connected, MiB', (one: { memory: number }) => one.memory],
  ['memory after the load, MiB', (one: { loaded: number }) => one.loaded],
] as [string, (one: Awaited<ReturnType<typeof measure>>) => number][]) {
  const [theirs, ours] = [middle((round) => of(round.pong)), middle((round) => of(round.hakim))]
  console.log(`| ${name} | ${theirs.toFixed(1)} | ${ours.toFixed(1)} | ${(ours / theirs).toFixed(2)} |`)
}
process.exit(0)
