import type { Library } from '../domain/library.js'
import type { Question } from '../domain/question.js'
import type { Features, Hit, PassageRef, Term } from '../domain/ranking.js'
import { createCardIndex, placeIn } from './card-index.js'
import type { Engine } from './engine.js'
import { createNames } from './names.js'
import { passagesByCard } from './passages.js'
import { createSpelling } from './spelling.js'
import { readTerms, type Asked } from './terms.js'
import { createVocabulary } from './vocabulary.js'
import { evidenceWeights, fieldWeights } from './weights.js'

/** A passage as the terms that it holds, each once. */
interface Passage {
  readonly ref: PassageRef
  readonly terms: ReadonlySet<number>
  /** What all its terms tell together. */
  readonly weight: number
}

/** How many cards the fast first look hands on to the close reading. */
const shortlist = 40
const hitLimit = 10

/** How far a passage holds the question: the weight that both share, 0 where they share nothing. */
const sharedWith = (passage: ReadonlySet<number>, asked: readonly Asked[]): number =>
  asked.reduce((sum, { readings, weight }) => {
    const held = readings.find(({ term }) => passage.has(term))
    return held ? sum + held.trust * weight : sum
  }, 0)

/**
 * Ranks cards in two looks. The first scores every card as a whole (BM25F over names, text and the ways of asking); the second reads
 * the passages of the best: the closest way of asking, the passage that holds most of the question, the names it mentions.
 */
export const createEngine = (library: Library): Engine => {
  const vocabulary = createVocabulary()
  const names = createNames(vocabulary.readName)
  const texts = passagesByCard(library)
  const read = library.cards.map(({ id }, number) =>
    (texts.get(id) ?? []).map(({ ref, text }) => {
      if (ref.kind === 'names') names.add(number, text, ref.language)
      return { ref, terms: vocabulary.read(text, ref.language) }
    }),
  )
  const index = createCardIndex(
    read.map((passages) => {
      const of = (kinds: (kind: PassageRef['kind']) => boolean) =>
        passages.filter(({ ref }) => kinds(ref.kind)).flatMap(({ terms }) => terms)
      return {
        names: of((kind) => kind === 'names'),
        body: of((kind) => kind !== 'names' && kind !== 'question'),
        asked: of((kind) => kind === 'question'),
      }
    }),
    fieldWeights,
  )
  vocabulary.close((term) => index(term)?.cards.length ?? 0, library.cards.length)
  const passages = read.map((list) =>
    list.map(({ ref, terms }): Passage => {
      const set = new Set(terms)
      return { ref, terms: set, weight: [...set].reduce((sum, term) => sum + vocabulary.weight(term), 0) }
    }),
  )
  const spelling = createSpelling(vocabulary.words)
  const scores = new Float32Array(library.cards.length)

  const termsOf = ({ text, language, followUp, context }: Question): Asked[] => {
    const own = readTerms(text, language, vocabulary, spelling)
    if (!followUp) return own
    const known = new Set(own.map((word) => word.text))
    const before = context.flatMap((earlier) =>
      readTerms(earlier, language, vocabulary, spelling, evidenceWeights.context),
    )
    return [
      ...own,
      ...before.filter((word) => !known.has(word.text) && word.state !== 'unknown' && known.add(word.text)),
    ]
  }

  /** BM25F of every card; returns the best card numbers and leaves their scores in `scores`. */
  const firstLook = (asked: readonly Asked[]): number[] => {
    scores.fill(0)
    const touched = new Set<number>()
    for (const { readings, weight } of asked) {
      const best = new Map<number, number>()
      for (const { term, trust } of readings) {
        const postings = index(term)
        postings?.cards.forEach((card, at) =>
          best.set(card, Math.max(best.get(card) ?? 0, trust * (postings.scores[at] ?? 0))),
        )
      }
      for (const [card, score] of best) {
        scores[card] = (scores[card] ?? 0) + weight * score
        touched.add(card)
      }
    }
    return [...touched]
      .toSorted((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right)
      .slice(0, shortlist)
  }

  /** Trust in a word's standing in a card, and whether it stands in its names. */
  const heldBy = (card: number, { readings }: Asked): { trust: number; named: boolean } => {
    for (const { term, trust } of readings) {
      const postings = index(term)
      const at = postings ? placeIn(postings, card) : -1
      if (postings && at >= 0) return { trust, named: postings.named[at] === 1 }
    }
    return { trust: 0, named: false }
  }

  return {
    rank: (question) => {
      const asked = termsOf(question)
      const total = asked.reduce((sum, { weight }) => sum + weight, 0) || 1
      const linked = names.link(asked)
      const most = fieldWeights.k1 + 1
      const read2 = firstLook(asked).map((number) => {
        const shared = (passages[number] ?? [])
          .map((passage) => ({ passage, share: sharedWith(passage.terms, asked) }))
          .filter(({ share }) => share > 0)
        const variant = shared.reduce(
          (best, { passage, share }) =>
            passage.ref.kind === 'question' || passage.ref.kind === 'names'
              ? Math.max(best, share / Math.sqrt(total * (passage.weight || 1)))
              : best,
          0,
        )
        const text = shared.filter(
          ({ passage }) => passage.ref.kind !== 'question' && passage.ref.kind !== 'names',
        )
        const passage = text.reduce((best, { share }) => Math.max(best, share / total), 0)
        const name = (linked.get(number) ?? 0) / total
        const score =
          (evidenceWeights.whole * (scores[number] ?? 0)) / (total * most) +
          evidenceWeights.variant * variant +
          evidenceWeights.passage * passage +
          evidenceWeights.linked * name
        return { number, score, variant, passage, text }
      })
      const ordered = read2.toSorted((left, right) => right.score - left.score || left.number - right.number)
      const [best, second] = ordered
      const held = asked.map((word) => (best ? heldBy(best.number, word) : { trust: 0, named: false }))
      const share = (part: (word: Asked, at: number) => number) =>
        asked.reduce((sum, word, at) => sum + part(word, at), 0) / total
      const missing = asked.filter((_, at) => (held[at]?.trust ?? 0) === 0)
      const features: Features = {
        coverage: share(({ weight }, at) => weight * (held[at]?.trust ?? 0)),
        names: share(({ weight }, at) => (held[at]?.named ? weight * held[at].trust : 0)),
        variant: Math.min(1, best?.variant ?? 0),
        passage: best?.passage ?? 0,
        margin: best ? 1 - (second?.score ?? 0) / best.score : 0,
        unknown: share(({ weight, state }) => (state === 'unknown' ? weight : 0)),
        missing:
          missing.reduce((heaviest, { weight }) => Math.max(heaviest, weight), 0) / (vocabulary.most() || 1),
        veto: asked.some(
          ({ distinctive, state }, at) =>
            distinctive && (state === 'corrected' || (held[at]?.trust ?? 0) === 0),
        )
          ? 1
          : 0,
      }
      return {
        hits: ordered.slice(0, hitLimit).map(({ number, score, text }): Hit => ({
          card: library.cards[number]?.id ?? '',
          score,
          passages: text
            .toSorted((left, right) => right.share - left.share)
            .slice(0, 8)
            .map(({ passage, share: own }) => ({ ref: passage.ref, score: own / total })),
        })),
        terms: asked.map(({ typed, read: as, state, weight }, at): Term => ({
          typed,
          read: as,
          state,
          weight,
          inBest: (held[at]?.trust ?? 0) > 0,
        })),
        features,
      }
    },
  }
}
