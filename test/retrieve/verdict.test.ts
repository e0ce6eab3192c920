import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Features, Ranking } from '../../src/domain/ranking.js'
import { judge } from '../../src/retrieve/verdict.js'
import { thresholds } from '../../src/retrieve/weights.js'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyFeatures: fc.Arbitrary<Features> = fc.record({
  strength: share,
  margin: fc.double({ min: 0, max: 3, noNaN: true }),
  told: share,
  missing: share,
  veto: fc.constantFrom(0, 1),
})
const ranking = (
  features: Features,
  hits: Ranking['hits'] = [{ card: 'one', score: 1, passages: [] }],
): Ranking => ({
  hits,
  terms: [],
  features,
})
const certain: Features = { strength: 1, margin: 1, told: 1, missing: 0, veto: 0 }
const lost: Features = { strength: 0, margin: 0, told: 0, missing: 1, veto: 1 }
const runs = { seed: 1, numRuns: 500 }

describe('the verdict', () => {
  test('speaks where all speaks for it, and is silent where nothing does', () => {
    expect(judge(ranking(certain)).kind).toBe('speak')
    expect(judge(ranking(lost)).kind).toBe('silent')
  })

  test('is silent without hits, whatever the features say', () => {
    expect(judge(ranking(certain, []))).toMatchObject({ kind: 'silent', confidence: 0 })
  })

  test('is told by its confidence against the two thresholds', () => {
    fc.assert(
      fc.property(anyFeatures, (features) => {
        const { kind, confidence } = judge(ranking(features))
        expect(confidence).toBeGreaterThan(0)
        expect(confidence).toBeLessThan(1)
        expect(kind === 'speak').toBe(confidence >= thresholds.speak)
        expect(kind === 'silent').toBe(confidence < thresholds.suggest)
      }),
      runs,
    )
  })

  test('names parts whose sum is the log odds of the confidence', () => {
    fc.assert(
      fc.property(anyFeatures, (features) => {
        const { confidence, parts } = judge(ranking(features))
        const sum = parts.bias + parts.strength + parts.margin + parts.told + parts.missing + parts.veto
        expect(Math.log(confidence / (1 - confidence))).toBeCloseTo(sum, 6)
      }),
      runs,
    )
  })

  test('a feature that is nought has no part', () => {
    const { parts } = judge(ranking({ strength: 0, margin: 0, told: 0, missing: 0, veto: 0 }))
    expect(Object.entries(parts).filter(([name, value]) => name !== 'bias' && value !== 0)).toEqual([])
  })

  test.each(['strength', 'margin', 'told'] as const)('more %s never lowers the confidence', (feature) => {
    fc.assert(
      fc.property(anyFeatures, share, (features, more) => {
        const higher = { ...features, [feature]: features[feature] + more }
        expect(judge(ranking(higher)).confidence).toBeGreaterThanOrEqual(judge(ranking(features)).confidence)
      }),
      runs,
    )
  })

  test.each(['missing', 'veto'] as const)('more %s never raises the confidence', (feature) => {
    fc.assert(
      fc.property(anyFeatures, share, (features, more) => {
        const higher = { ...features, [feature]: features[feature] + more }
        expect(judge(ranking(higher)).confidence).toBeLessThanOrEqual(judge(ranking(features)).confidence)
      }),
      runs,
    )
  })

  test('a name that is missing takes away what a half-covered question had', () => {
    const half: Features = { strength: 0.7, margin: 0.2, told: 0.6, missing: 0.3, veto: 0 }
    expect(judge(ranking({ ...half, veto: 1 })).confidence).toBeLessThan(judge(ranking(half)).confidence)
  })
})
