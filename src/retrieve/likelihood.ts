import type { Fields } from './card-index.js'
import { packPostings, placeIn } from './postings.js'

/**
 * How much likelier those who ask for a card are to say a term than askers at large, as a logarithm: above 0 where it speaks for the
 * card, below where it speaks against it. A term that is only guessed counts by how far the guess is trusted, 0..1.
 */
export type Likelihood = (term: number, card: number, trust: number) => number

/** How often a name counts beside a way of asking. */
const nameTimes = 2
/** Dirichlet's prior, in terms: how much a card's own words have to be before they outweigh those of all cards. */
const prior = 30

/**
 * A language model of each card's askers, from its names and ways of asking, smoothed by that of all cards
 * (Zhai and Lafferty 2004, doi:10.1145/984321.984322).
 * @param cards each card's terms, by field
 */
export const createLikelihood = (
  cards: readonly Pick<Fields<readonly number[]>, 'names' | 'asked'>[],
): Likelihood => {
  const all = new Map<number, number>()
  const entries = { terms: [] as number[], cards: [] as number[], values: [] as number[] }
  const lengths = cards.map(({ names, asked }, card) => {
    const counts = new Map<number, number>()
    for (const term of names) counts.set(term, (counts.get(term) ?? 0) + nameTimes)
    for (const term of asked) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const [term, count] of counts) {
      all.set(term, (all.get(term) ?? 0) + count)
      entries.terms.push(term)
      entries.cards.push(card)
      entries.values.push(count)
    }
    return nameTimes * names.length + asked.length
  })
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const silent = lengths.map((length) => Math.log(prior / (length + prior)))
  // How often a card's askers say a term is counted in units of what the prior expects of it.
  const values = entries.values.map(
    (count, at) => (count * total) / (prior * (all.get(entries.terms[at] ?? -1) ?? 1)),
  )
  const postings = packPostings({ ...entries, values })
  return (term, card, trust) => {
    const held = postings(term)
    const times = held?.values[placeIn(held.cards, card)] ?? 0
    return Math.log(1 + trust * times) + (silent[card] ?? 0)
  }
}
