import type { Language } from './language.js'
import type { SectionKind } from './card.js'

/** Where in a card the question's words were found. */
export interface PassageRef {
  readonly kind: 'names' | 'answer' | 'question' | SectionKind
  readonly language: Language
  /** Which block of the section, or which line of the questions; 0-based. */
  readonly index: number
}

/** One word of the question and what became of it. */
export interface Term {
  readonly typed: string
  /** The stem under which it was looked up; the spelling that was taken where the typed one is unknown. */
  readonly read: string
  /** `known`: in the library; `corrected`: only by mending its spelling; `unknown`: nowhere. */
  readonly state: 'known' | 'corrected' | 'unknown'
  /** Inverse document frequency: how much the word tells. */
  readonly weight: number
  /** Whether the best card holds it. */
  readonly inBest: boolean
}

export interface Hit {
  readonly card: string
  readonly score: number
  /** The card's passages that hold most of the question, best first. */
  readonly passages: readonly { readonly ref: PassageRef; readonly score: number }[]
}

/** Quantities in 0..1 (unless said) that the verdict is computed from. */
export interface Features {
  /** How strongly the best card as a whole holds the question's words: its BM25F as a share of the most it could be. */
  readonly strength: number
  /** Score of the first card less that of the second: evidence, not a ratio, which is large where both are weak. */
  readonly margin: number
  /** How much the question tells: the weight of its words, over that plus the weight of two words that no card holds. */
  readonly told: number
  /** Share of the question's words that the best card does not hold. */
  readonly missing: number
  /** Whether a word that names one thing (number, gene, place, person) is missing: 0 or 1. */
  readonly veto: number
}

export interface Ranking {
  /** Best first, at most 10. */
  readonly hits: readonly Hit[]
  readonly terms: readonly Term[]
  readonly features: Features
}

/** What may be said: `speak` the best card, `suggest` the nearest ones, or be `silent`. */
export interface Verdict {
  readonly kind: 'speak' | 'suggest' | 'silent'
  /** Probability that the best card answers the question, 0..1. */
  readonly confidence: number
  /** Each feature's part in the confidence, in logits. */
  readonly parts: Readonly<Record<keyof Features | 'bias', number>>
}
