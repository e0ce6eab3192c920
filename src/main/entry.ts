import type { Log } from '../app/log.js'

/** Says nothing: for entry points whose output is their answer. */
export const quietLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** Runs an entry point. What it throws is told in one line, with its cause, and ends the process with status 1; DEBUG=1 shows the stack. */
export const runEntry = async (work: () => Promise<void>): Promise<void> => {
  // A reader that closes the pipe early (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  try {
    await work()
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}${cause}\n`)
    if (process.env['DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    process.exitCode = 1
  }
}
