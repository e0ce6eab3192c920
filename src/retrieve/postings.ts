/** Which cards hold a term, and how much. */
export interface Postings {
  /** Numbers of the cards, ascending. */
  readonly cards: Int32Array
  /** A value for each of them. */
  readonly values: Float32Array
}

/**
 * Packs postings of all terms into three arrays: a map of small arrays takes ten times the memory.
 * @param entries a term, a card and a value each; those of a term with cards ascending
 * @returns the postings of a term; nothing for one that no card holds
 */
export const packPostings = (entries: {
  readonly terms: readonly number[]
  readonly cards: readonly number[]
  readonly values: readonly number[]
}): ((term: number) => Postings | undefined) => {
  const ends = new Int32Array(entries.terms.reduce((most, term) => Math.max(most, term), -1) + 2)
  for (const term of entries.terms) ends[term + 1] = (ends[term + 1] ?? 0) + 1
  for (let term = 1; term < ends.length; term += 1) ends[term] = (ends[term] ?? 0) + (ends[term - 1] ?? 0)
  const cards = new Int32Array(entries.terms.length)
  const values = new Float32Array(entries.terms.length)
  const next = ends.slice()
  entries.terms.forEach((term, at) => {
    const place = next[term] ?? 0
    next[term] = place + 1
    cards[place] = entries.cards[at] ?? 0
    values[place] = entries.values[at] ?? 0
  })
  return (term) => {
    const [from = 0, to = 0] = [ends[term], ends[term + 1]]
    return from < to ? { cards: cards.subarray(from, to), values: values.subarray(from, to) } : undefined
  }
}

/** Where a number stands in an ascending list; -1 where it does not. */
export const placeIn = (list: Int32Array, number: number): number => {
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = list[middle] ?? 0
    if (found === number) return middle
    if (found < number) low = middle + 1
    else high = middle - 1
  }
  return -1
}
