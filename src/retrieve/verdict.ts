import type { Features, Ranking, Verdict } from '../domain/ranking.js'
import { thresholds, verdictWeights } from './weights.js'

/** Decides what a ranking allows to be said: the probability that its first card answers, by logistic regression, against two thresholds. */
export const judge = ({ hits, features }: Ranking): Verdict => {
  const names = Object.keys(features) as (keyof Features)[]
  const parts = Object.fromEntries([
    ['bias', verdictWeights.bias],
    ...names.map((name) => [name, verdictWeights[name] * features[name]]),
  ]) as Verdict['parts']
  const logit = Object.values(parts).reduce((sum, part) => sum + part, 0)
  const confidence = hits.length ? 1 / (1 + Math.exp(-logit)) : 0
  return {
    kind: confidence >= thresholds.speak ? 'speak' : confidence >= thresholds.suggest ? 'suggest' : 'silent',
    confidence,
    parts,
  }
}
