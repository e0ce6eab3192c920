import MiniSearch from 'minisearch'
import { fold } from '../text/fold.js'

/** Something that can be found by a short name. */
export interface Named<Value> {
  readonly name: string
  readonly value: Value
  /** How much likelier it is meant than others of equal likeness; 1 where nothing is said. */
  readonly boost?: number
}

const tokensOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

/** 2 for the very name, 1 for its beginning, 0 else. */
const nearness = (name: string, wanted: string): number =>
  name === wanted ? 2 : name.startsWith(wanted) ? 1 : 0

/**
 * Finds values by names while they are typed: a name that is the typed text first, then names that begin with it, then those that share
 * its words (beginnings and slips count), by MiniSearch.
 * @returns values, best first; one may come more than once where it has several names
 */
export const createLookup = <Value>(
  named: readonly Named<Value>[],
): ((typed: string, limit: number) => Value[]) => {
  const entries = named.map((one, id) => ({ ...one, id, name: fold(one.name).trim() }))
  const index = new MiniSearch<(typeof entries)[number]>({
    fields: ['name'],
    tokenize: tokensOf,
    processTerm: (term) => term,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      boostDocument: (id) => entries[Number(id)]?.boost ?? 1,
    },
  })
  index.addAll(entries)
  return (typed, limit) => {
    const wanted = fold(typed.slice(0, 100)).trim()
    return index
      .search(wanted)
      .flatMap(({ id, score }) => {
        const entry = entries[Number(id)]
        return entry ? [{ value: entry.value, score, near: nearness(entry.name, wanted) }] : []
      })
      .toSorted((left, right) => right.near - left.near || right.score - left.score)
      .slice(0, limit)
      .map(({ value }) => value)
  }
}
