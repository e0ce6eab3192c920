import type { Library } from '../domain/library.js'
import type { Aspect, Question } from '../domain/question.js'
import type { Features, Hit, PassageRef, Term } from '../domain/ranking.js'
import { aspectsOf } from '../text/aspects.js'
import { createCardIndex } from './card-index.js'
import type { Engine } from './engine.js'
import { createLikelihood } from './likelihood.js'
import { createNames } from './names.js'
import { passagesByCard } from './passages.js'
import { createPassageIndex, isText as isTextPassage } from './passage-index.js'
import { placeIn } from './postings.js'
import { createSpelling } from './spelling.js'
import { readTerms, type Asked } from './terms.js'
import { createVocabulary } from './vocabulary.js'
import { evidenceWeights, fieldWeights } from './weights.js'

/** A card after the close look. */
interface Candidate {
  readonly number: number
  readonly score: number
  readonly variant: number
  /** How much of the question's weight each of its passages holds. */
  readonly shared: Float32Array
}

/** How many cards the fast first look hands on to the close reading. */
const shortlist = 40
/** A card with less than this share of the best first score is not read: at this cut hit@1 and hit@3 of the exam are as without it (decision 0006). */
const hopeless = 0.15
const hitLimit = 10
const passageLimit = 8
/** How much of a passage's start tells what it is about, in characters. */
const opening = 40

/** Aspects that tell one passage of a card from another. */
const telling: ReadonlySet<Aspect> = new Set([
  'cause',
  'risk',
  'cost',
  'evidence',
  'permissibility',
  'who',
  'when',
  'where',
  'limits',
])

/**
 * Ranks cards in two looks. The first scores every card as a whole (BM25F over names, text and the ways of asking); the second reads
 * the passages of the best: the closest way of asking, the passage that holds most of the question, the names it mentions.
 */
export const createEngine = (library: Library): Engine => {
  const vocabulary = createVocabulary()
  const names = createNames(vocabulary.readName)
  const byCard = passagesByCard(library)
  const read = library.cards.map(({ id }, number) =>
    (byCard.get(id) ?? []).map(({ ref, text }) => {
      if (ref.kind === 'names') names.add(number, text, ref.language)
      return {
        ref,
        terms: vocabulary.read(text, ref.language),
        about: isTextPassage(ref)
          ? aspectsOf(text.slice(0, opening)).filter((aspect) => telling.has(aspect))
          : [],
      }
    }),
  )
  const fields = read.map((passages) => {
    const of = (kinds: (kind: PassageRef['kind']) => boolean) =>
      passages.filter(({ ref }) => kinds(ref.kind)).flatMap(({ terms }) => terms)
    return {
      names: of((kind) => kind === 'names'),
      body: of((kind) => kind !== 'names' && kind !== 'question'),
      asked: of((kind) => kind === 'question'),
    }
  })
  const index = createCardIndex(fields, fieldWeights)
  const likelihood = createLikelihood(fields)
  vocabulary.close((term) => index(term)?.cards.length ?? 0, library.cards.length)
  const passages = read.map((list) => createPassageIndex(list, vocabulary.weight))
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
          best.set(card, Math.max(best.get(card) ?? 0, trust * (postings.values[at] ?? 0))),
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
      .filter((card, _, [best = card]) => (scores[card] ?? 0) >= hopeless * (scores[best] ?? 0))
  }

  /** How far a word's standing in a card is trusted; 0 where it does not stand there. */
  const trustIn = (card: number, { readings }: Asked): number =>
    readings.find(({ term }) => {
      const postings = index(term)
      return postings && placeIn(postings.cards, card) >= 0
    })?.trust ?? 0

  /** Reads the passages of a card: how close somebody asked this before, and which passage holds most of it. */
  const closeLook = (number: number, asked: readonly Asked[], total: number, linked: number): Candidate => {
    const own = passages[number]
    const shared = own?.shared(asked) ?? new Float32Array(0)
    let variant = 0
    let second = 0
    let passage = 0
    own?.passages.forEach(({ weight, isText }, at) => {
      const held = shared[at] ?? 0
      if (!held) return
      if (isText) {
        passage = Math.max(passage, held / total)
        return
      }
      const likeness = held / Math.sqrt(total * (weight || 1))
      second = Math.max(second, Math.min(variant, likeness))
      variant = Math.max(variant, likeness)
    })
    const said = asked.reduce(
      (sum, { readings }) =>
        sum +
        (readings.length
          ? Math.max(...readings.map(({ term, trust }) => likelihood(term, number, trust)))
          : 0),
      0,
    )
    const score =
      (evidenceWeights.whole * (scores[number] ?? 0)) / (total * (fieldWeights.k1 + 1)) +
      evidenceWeights.variant * variant +
      evidenceWeights.second * second +
      evidenceWeights.said * said +
      evidenceWeights.passage * passage +
      (evidenceWeights.linked * linked) / total
    return { number, score, variant, shared }
  }

  /** The passages of a card that hold most of the question, those about what is asked for before others. */
  const bestPassages = (
    { number, shared }: Candidate,
    total: number,
    aspects: Question['aspects'],
  ): Hit['passages'] => {
    const own = passages[number]
    return (own?.texts ?? [])
      .flatMap((at) => {
        const [passage, held = 0] = [own?.passages[at], shared[at]]
        if (!passage || !held) return []
        const { ref, about } = passage
        const fits = about.some((aspect) => aspects.includes(aspect))
        return [{ ref, score: held / total + (fits ? evidenceWeights.aspect : 0) }]
      })
      .toSorted((left, right) => right.score - left.score || left.ref.index - right.ref.index)
      .slice(0, passageLimit)
  }

  return {
    rank: (question) => {
      const asked = termsOf(question)
      const total = asked.reduce((sum, { weight }) => sum + weight, 0) || 1
      const told = asked.reduce((sum, { tells }) => sum + tells, 0)
      const linked = names.link(asked)
      const ordered = firstLook(asked)
        .map((number) => closeLook(number, asked, total, linked.get(number) ?? 0))
        .toSorted((left, right) => right.score - left.score || left.number - right.number)
      const [best, second] = ordered
      const held = asked.map((word) => (best ? trustIn(best.number, word) : 0))
      const features: Features = {
        strength: best ? Math.min(1, (scores[best.number] ?? 0) / (total * (fieldWeights.k1 + 1))) : 0,
        margin: best ? Math.max(0, best.score - Math.max(0, second?.score ?? 0)) : 0,
        told: told / (told + 2 * vocabulary.most()),
        missing: asked.length ? held.filter((trust) => !trust).length / asked.length : 1,
        veto: Number(
          asked.some(({ distinctive, state }, at) => distinctive && (state === 'corrected' || !held[at])),
        ),
      }
      return {
        hits: ordered.slice(0, hitLimit).map((candidate): Hit => ({
          card: library.cards[candidate.number]?.id ?? '',
          score: candidate.score,
          passages: bestPassages(candidate, total, question.aspects),
        })),
        terms: asked.map(({ typed, read: as, state, weight }, at): Term => ({
          typed,
          read: as,
          state,
          weight,
          inBest: (held[at] ?? 0) > 0,
        })),
        features,
      }
    },
  }
}
