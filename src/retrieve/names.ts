import type { Language } from '../domain/language.js'
import type { Asked } from './terms.js'

/** Longest name that is looked for, in words. */
const longest = 8

/** Links runs of the question's words to cards by their names. */
export interface Names {
  readonly add: (card: number, name: string, language: Language) => void
  /** Card -> weight of the question's words that name it, each word counted for its longest name only. */
  readonly link: (asked: readonly Asked[]) => Map<number, number>
}

/**
 * Titles and aliases as phrases: runs of stems without stop words, joined words whole, so that "CAR-T", "CAR T" and "cart" are one.
 * @param read the terms of a name, as the vocabulary numbers them
 */
export const createNames = (read: (text: string, language: Language) => readonly number[]): Names => {
  const cards = new Map<string, Set<number>>()
  /** First term -> how long the longest name is that begins with it: most runs of words begin no name. */
  const lengths = new Map<number, number>()
  return {
    add: (card, name, language) => {
      // A question's word counts once, so a name's does too.
      const terms = [...new Set(read(name, language))]
      if (!terms.length || terms.length > longest) return
      const key = terms.join(' ')
      cards.set(key, (cards.get(key) ?? new Set()).add(card))
      const [first = -1] = terms
      lengths.set(first, Math.max(lengths.get(first) ?? 0, terms.length))
    },
    link: (all) => {
      const asked = all.filter(({ isPart }) => !isPart)
      const linked = new Map<number, number>()
      const used = new Set<number>()
      const reach = asked.map(({ readings }) =>
        Math.max(0, ...readings.map(({ term }) => lengths.get(term) ?? 0)),
      )
      for (let length = Math.min(longest, asked.length); length > 0; length -= 1) {
        for (let start = 0; start + length <= asked.length; start += 1) {
          if ((reach[start] ?? 0) < length) continue
          const run = asked.slice(start, start + length)
          if (run.some((_, at) => used.has(start + at))) continue
          const hit = phrasesOf(run).find(({ key }) => cards.has(key))
          if (!hit) continue
          const weight = hit.trust * run.reduce((sum, word) => sum + word.weight, 0)
          for (const card of cards.get(hit.key) ?? []) linked.set(card, (linked.get(card) ?? 0) + weight)
          run.forEach((_, at) => used.add(start + at))
        }
      }
      return linked
    },
  }
}

/** The ways to read a run of words, most trusted first, at most nine. */
const phrasesOf = (run: readonly Asked[]): { key: string; trust: number }[] =>
  run.reduce(
    (phrases: { key: string; trust: number }[], { readings }) =>
      phrases
        .flatMap(({ key, trust }) =>
          readings.map((one) => ({
            key: key ? `${key} ${one.term}` : String(one.term),
            trust: trust * one.trust,
          })),
        )
        .slice(0, 9),
    [{ key: '', trust: 1 }],
  )
