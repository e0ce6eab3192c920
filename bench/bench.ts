import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { load } from '../src/knowledge/load.js'
import { readKnowledgeFolder } from '../src/main/knowledge-folder.js'
import { startDiscord } from '../test/support/discord.js'
import { readExam, sittable } from './exam-set.js'
import { peers } from './peers.js'
import { hitRate, percentile } from './score.js'

// `npm run bench`: matching and speed beside Fuse.js and MiniSearch on the same cards, then the bot beside a bare discord.js client on the same
// stand-in for Discord, all in one run. Times are of this machine; the ratios are what counts.

const { library } = load(readKnowledgeFolder('knowledge'), new Date().toISOString().slice(0, 10))
const questions = sittable(readExam('test/exam/dev.jsonl'), library).filter(
  ({ expect, context, guard }) => expect.length && !context && !guard,
)
const english = questions.filter(({ lang }) => lang === 'en')
const arabic = questions.filter(({ lang }) => lang === 'ar')

console.log(
  `Matching: ${library.cards.length} cards, ${library.variants.length} ways of asking, ${english.length} English and ${arabic.length} Arabic questions\n`,
)
console.log(
  '| engine | hit@1 en | hit@3 en | hit@1 ar | p50 ms | p99 ms | build ms |\n|---|---|---|---|---|---|---|',
)
for (const { name, build } of peers) {
  const start = performance.now()
  const search = build(library)
  const built = performance.now() - start
  questions.slice(0, 20).forEach(({ text }) => search(text))
  const times: number[] = []
  const sit = (list: typeof questions) =>
    list.map(({ text, expect }) => {
      const before = performance.now()
      const cards = search(text)
      times.push(performance.now() - before)
      return { expect, cards }
    })
  const [en, ar] = [sit(english), sit(arabic)]
  const figures = [hitRate(en), hitRate(en, 3), hitRate(ar)].map((figure) => figure.toFixed(3))
  console.log(
    `| ${name} | ${figures.join(' | ')} | ${percentile(times, 0.5).toFixed(2)} | ${percentile(times, 0.99).toFixed(2)} | ${built.toFixed(0)} |`,
  )
}

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
