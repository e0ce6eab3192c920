import type { Block, Card, Citekey, SectionKind } from './card.js'
import type { Guard, Question } from './question.js'
import type { Ranking, Verdict } from './ranking.js'

/** Part of a card that is shown below the short answer because the question asks for it. */
export interface Excerpt {
  readonly section: SectionKind
  readonly blocks: readonly Block[]
}

interface Found {
  readonly question: Question
  readonly ranking: Ranking
  readonly verdict: Verdict
}

/** What a question comes to. Not knowing is a normal result. */
export type Outcome = Plain | Guarded
export type Plain = Answered | Unsure | Abstained

export interface Answered extends Found {
  readonly kind: 'answered'
  readonly card: Card
  readonly excerpt?: Excerpt
  /** Sources in the order in which they are numbered. */
  readonly citations: readonly [Citekey, ...Citekey[]]
}

/** Several cards are near; the asker chooses. */
export interface Unsure extends Found {
  readonly kind: 'unsure'
  readonly candidates: readonly Card[]
}

/** No card answers it. `missing` are the words that no card, or not the nearest, holds. */
export interface Abstained extends Found {
  readonly kind: 'abstained'
  readonly nearest: readonly Card[]
  readonly missing: readonly string[]
}

/** A personal decision or an emergency: a notice first, then what the cards hold in general. */
export interface Guarded {
  readonly kind: 'guarded'
  readonly guard: Guard
  readonly found: Plain
}

/** The outcome without the notice that may stand before it. */
export const plain = (outcome: Outcome): Plain => (outcome.kind === 'guarded' ? outcome.found : outcome)
