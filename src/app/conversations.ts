import type { Clock } from './ports.js'

/** How long a question may be leaned on by the next, in milliseconds. */
const remembered = 15 * 60_000
const turns = 3
/** Conversations held at once; beyond it the oldest goes. */
const held = 10_000

/** The last questions of each conversation, in memory only. */
export interface Conversations {
  /** The questions asked in the last 15 minutes, oldest first. */
  readonly earlier: (key: string | undefined) => readonly string[]
  readonly note: (key: string | undefined, question: string) => void
}

export const createConversations = (clock: Clock): Conversations => {
  const byKey = new Map<string, { text: string; at: number }[]>()
  return {
    earlier: (key) => {
      const since = clock() - remembered
      return key === undefined
        ? []
        : (byKey.get(key) ?? []).filter(({ at }) => at >= since).map(({ text }) => text)
    },
    note: (key, text) => {
      if (key === undefined || !text.trim()) return
      const since = clock() - remembered
      const questions = [
        ...(byKey.get(key) ?? []).filter(({ at }) => at >= since),
        { text: text.slice(0, 2000), at: clock() },
      ].slice(-turns)
      // Set anew, so that a Map's order is the order of last use.
      byKey.delete(key)
      byKey.set(key, questions)
      for (const [oldest, list] of byKey) {
        if (byKey.size <= held && (list.at(-1)?.at ?? 0) >= since) break
        byKey.delete(oldest)
      }
    },
  }
}
