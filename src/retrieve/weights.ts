import type { Features } from '../domain/ranking.js'
import type { FieldWeights } from './card-index.js'

/** Fields of a card in BM25F. */
export const fieldWeights: FieldWeights = {
  names: 2.5,
  body: 0.4,
  asked: 1.6,
  k1: 1.2,
  b: { names: 0.3, body: 0.5, asked: 0.5 },
}

/** How evidence of a card adds up to its score; each part is a share of the question's weight, 0..1. */
export const evidenceWeights = {
  /** The card as a whole, by BM25F. */
  whole: 1,
  /** The closest way of asking. */
  variant: 1,
  /** The way of asking that is next to it: two who asked alike tell more than one. */
  second: 0.3,
  /** How likely its askers are to say the question's words, in nats. */
  said: 0.025,
  /** The passage that holds most of the question. */
  passage: 0.1,
  /** Names of the card that stand in the question as a phrase. */
  linked: 0.5,
  /** What a passage gains for being about what is asked for (risk, cost, ...); chooses passages, not cards. */
  aspect: 0.2,
  /** What an earlier question's words count in a follow-up. */
  context: 0.5,
} as const

/** Logistic regression over the features of a ranking: written by `npm run train`. */
export const verdictWeights: Readonly<Record<keyof Features | 'bias', number>> = {
  bias: -3.96,
  strength: 2.7,
  margin: 3.29,
  told: 3.6,
  missing: -2.15,
  veto: -0.76,
}

/** Confidence from which the best card is said outright, and from which the nearest cards are offered. */
export const thresholds = { speak: 0.78, suggest: 0.15 } as const
