import { placeIn, type Fields } from './card-index.js'

/**
 * How much likelier those who ask for a card are to say a term than askers at large, as a logarithm: above 0 where it speaks for the
 * card, below where it speaks against it. A term that is only guessed counts by how far the guess is trusted, 0..1.
 */
export type Likelihood = (term: number, card: number, trust: number) => number

/** How often a name counts beside a way of asking. */
const nameTimes = 2
/** Dirichlet's prior, in terms: how much a card's own words have to be before they outweigh those of all cards. */
const prior = 30

interface Sayings {
  /** Numbers of the cards whose askers say the term, ascending. */
  readonly cards: Int32Array
  /** How often they say it, in units of what the prior expects. */
  readonly times: Float32Array
}

/**
 * A language model of each card's askers, from its names and ways of asking, smoothed by that of all cards
 * (Zhai and Lafferty 2004, doi:10.1145/984321.984322).
 * @param cards each card's terms, by field
 */
export const createLikelihood = (
  cards: readonly Pick<Fields<readonly number[]>, 'names' | 'asked'>[],
): Likelihood => {
  const all = new Map<number, number>()
  const lists = new Map<number, { cards: number[]; counts: number[] }>()
  const lengths = cards.map(({ names, asked }, card) => {
    const counts = new Map<number, number>()
    for (const term of names) counts.set(term, (counts.get(term) ?? 0) + nameTimes)
    for (const term of asked) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const [term, count] of counts) {
      all.set(term, (all.get(term) ?? 0) + count)
      const list = lists.get(term) ?? { cards: [], counts: [] }
      lists.set(term, list)
      list.cards.push(card)
      list.counts.push(count)
    }
    return nameTimes * names.length + asked.length
  })
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const silent = lengths.map((length) => Math.log(prior / (length + prior)))
  const terms = new Map(
    [...lists].map(([term, list]): [number, Sayings] => {
      const expected = (prior * (all.get(term) ?? 1)) / total
      return [
        term,
        {
          cards: Int32Array.from(list.cards),
          times: Float32Array.from(list.counts, (count) => count / expected),
        },
      ]
    }),
  )
  return (term, card, trust) => {
    const held = terms.get(term)
    const times = held?.times[placeIn(held.cards, card)] ?? 0
    return Math.log(1 + trust * times) + (silent[card] ?? 0)
  }
}
