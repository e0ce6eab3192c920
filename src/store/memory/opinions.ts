import type { Opinion, Opinions } from '../../app/ports.js'

const keyOf = (card: string, version: number, opinion: Opinion) => `${card} ${version} ${opinion}`
/** Counts opinions in memory, by card, version and opinion; gone with the process. */
export const createOpinions = (): Opinions & { readonly counted: () => ReadonlyMap<string, number> } => {
  const counts = new Map<string, number>()
  return {
    count: (card, version, opinion) => {
      const key = keyOf(card, version, opinion)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    },
    counted: () => counts,
  }
}
