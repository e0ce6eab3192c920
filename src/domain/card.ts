import type { Language } from './language.js'

export const levels = ['intro', 'intermediate', 'advanced'] as const
export type Level = (typeof levels)[number]

/** What the main answer of a card rests on, strongest science first, then the words of bodies and of the press. */
export const evidences = [
  'guideline',
  'systematic-review',
  'randomised-trial',
  'observational',
  'case-report',
  'laboratory',
  'council-resolution',
  'law',
  'news',
  'expert-opinion',
] as const
export type Evidence = (typeof evidences)[number]

/** The id of a reference, as it stands in `[@key]`. */
export type Citekey = string

/** A run of text in one style, or the place of a citation. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: true; readonly emphasis?: true }
  | { readonly kind: 'cite'; readonly keys: readonly [Citekey, ...Citekey[]] }

/** The smallest thing that may be said: whole sentences with the sources that carry them. Never cut. */
export interface Claim {
  readonly inlines: readonly Inline[]
  readonly sources: readonly [Citekey, ...Citekey[]]
}

/** A paragraph, a list item or a table row. `label` is its bold run-in heading, or the body that a position belongs to. */
export interface Block {
  readonly kind: 'paragraph' | 'item' | 'row'
  readonly label?: string
  readonly claims: readonly Claim[]
}

export const sectionKinds = ['details', 'limits', 'positions'] as const
export type SectionKind = (typeof sectionKinds)[number]

export interface Section {
  readonly kind: SectionKind
  readonly blocks: readonly Block[]
}

/** One card in one language. A translation shares everything but its words with the original. */
export interface Card {
  /** The file's name; never changes. */
  readonly id: string
  readonly topic: string
  readonly language: Language
  readonly title: string
  readonly aliases: readonly string[]
  readonly level: Level
  readonly evidence: Evidence
  /** ISO date on which a person last compared the card with its sources. */
  readonly reviewed: string
  /** Months after which it has to be read again. */
  readonly reviewEvery: number
  /** Grows with each change of meaning; a translation carries the version that it renders. */
  readonly version: number
  readonly related: readonly string[]
  /** Retracted works whose retraction the card tells of; it may cite them. */
  readonly retractions: readonly Citekey[]
  /** The short answer: one paragraph, each claim cited. */
  readonly answer: readonly Claim[]
  readonly sections: readonly Section[]
  readonly file: string
}
