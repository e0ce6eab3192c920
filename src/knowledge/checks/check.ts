import type { Card } from '../../domain/card.js'
import type { Finding } from '../../domain/finding.js'
import type { LocalName, Topic, Variant } from '../../domain/library.js'
import type { Reference } from '../../domain/reference.js'
import type { TermSource } from '../read-glossary.js'
import type { CardSource, Place } from '../source.js'

/** All that was read, before anything is left out. */
export interface Knowledge {
  readonly sources: readonly CardSource[]
  readonly topics: readonly Topic[]
  readonly variants: readonly Variant[]
  readonly names: readonly LocalName[]
  readonly terms: readonly TermSource[]
  readonly references: readonly Reference[]
  readonly referencesFile: string
  readonly placeOfReference: (id: string, occurrence?: number) => Place
  /** ISO date. */
  readonly today: string
}

/** A rule that needs only what was read. */
export type Check = (knowledge: Knowledge) => Finding[]

/** What the slow rules ask of the rest of the house. */
export interface Trials {
  /** Every rendering of a card that people can meet, with what breaks a limit of Discord in it. */
  readonly renderings: (
    card: Card,
  ) => readonly { readonly name: string; readonly problems: readonly string[] }[]
  /** The card that a question finds first. */
  readonly firstCard: (question: Variant) => string | undefined
}

/** A rule that tries the cards out; runs in `npm run knowledge`, not at start-up. */
export type Survey = (knowledge: Knowledge, trials: Trials) => Finding[]

export const originals = (knowledge: Knowledge): CardSource[] =>
  knowledge.sources.filter((source) => !source.isTranslation)
