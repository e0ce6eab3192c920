import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Settings of the person who runs the tests must not reach the program under test. */
const bare = Object.fromEntries(
  Object.entries(process.env).filter(
    ([key]) =>
      !/^(DISCORD_|HOST$|PORT$|PUBLIC_URL|WEB_CHAT|KNOWLEDGE_DIR|DATABASE_URL|LOG_LEVEL|CROSSREF_)/.test(key),
  ),
)

/** Starts an entry point as `npm run` does, and listens to it. */
export const startProgram = (
  name: string,
  {
    args = [],
    env = {},
    input,
  }: { args?: readonly string[]; env?: Record<string, string>; input?: string } = {},
) => {
  const child = spawn(process.execPath, ['scripts/run.mjs', name, ...args], {
    env: { ...bare, NO_COLOR: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const out: string[] = []
  const err: string[] = []
  const waiting = new Set<() => void>()
  const gather = (list: string[]) => (line: string) => {
    list.push(line)
    waiting.forEach((look) => look())
  }
  createInterface({ input: child.stdout }).on('line', gather(out))
  createInterface({ input: child.stderr }).on('line', gather(err))
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  if (input !== undefined) child.stdin.end(input)
  return {
    out,
    err,
    ended,
    /** Resolves with the first line of its output that matches. */
    line: (pattern: RegExp): Promise<RegExpExecArray> =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = out.map((line) => pattern.exec(line)).find((match) => match !== null)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
        void ended.then(() =>
          reject(new Error(`ended without a line like ${pattern}:\n${[...out, ...err].join('\n')}`)),
        )
      }),
    stop: (signal: NodeJS.Signals = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}
