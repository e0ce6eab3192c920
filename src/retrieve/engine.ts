import type { Question } from '../domain/question.js'
import type { Ranking } from '../domain/ranking.js'

/**
 * What every matcher does: rank the cards of the library it was made from. The order is the same at every call, scores never rise
 * from one hit to the next, a card appears once, no input throws.
 */
export interface Engine {
  readonly rank: (question: Question) => Ranking
}
