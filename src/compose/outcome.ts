import type { Block, Card, SectionKind } from '../domain/card.js'
import { cardIn, type Library } from '../domain/library.js'
import type { Answered, Excerpt, Outcome, Plain } from '../domain/outcome.js'
import type { Question } from '../domain/question.js'
import type { Hit, Ranking, Verdict } from '../domain/ranking.js'
import { claimText } from '../domain/claim-text.js'

/** How many near cards are offered when none is said outright. */
const offered = 5
/** An excerpt below the short answer is at most this long, in characters, in whole blocks. */
const excerptBudget = 900
/** How much more of the question than the short answer a passage has to hold to be worth showing. */
const lead = 0.04

/** Decides what may be said in answer to a question: whole claims, with their sources, or that it is not known. */
export const composeOutcome = (
  library: Library,
  question: Question,
  ranking: Ranking,
  verdict: Verdict,
): Outcome => {
  const found = plainOutcome(library, question, ranking, verdict)
  return question.guard ? { kind: 'guarded', guard: question.guard, found } : found
}

const plainOutcome = (library: Library, question: Question, ranking: Ranking, verdict: Verdict): Plain => {
  const cards = ranking.hits
    .slice(0, offered)
    .flatMap(({ card }) => cardIn(library, card, question.answerIn) ?? [])
  const [card] = cards
  const [hit] = ranking.hits
  const found = { question, ranking, verdict }
  if (verdict.kind === 'speak' && card && hit) {
    const excerpt = excerptOf(card, hit)
    const citations = citationsOf(card, excerpt)
    if (citations) return { kind: 'answered', ...found, card, citations, ...(excerpt ? { excerpt } : {}) }
  }
  if (verdict.kind !== 'silent' && card) return { kind: 'unsure', ...found, candidates: cards }
  return {
    kind: 'abstained',
    ...found,
    nearest: cards.slice(0, 3),
    missing: ranking.terms
      .filter(({ inBest, state }) => !inBest || state === 'unknown')
      .map(({ typed }) => typed),
  }
}

const lengthOf = ({ claims, label = '' }: Block): number =>
  claims.reduce((sum, claim) => sum + claimText(claim).length, label.length)

/** The passage that holds more of the question than the short answer does, with what follows it in the budget when it is a list. */
const excerptOf = (card: Card, { passages }: Hit): Excerpt | undefined => {
  const own = passages.filter(({ ref }) => ref.language === card.language)
  const answer = own.find(({ ref }) => ref.kind === 'answer')?.score ?? 0
  const best = own.find(({ ref }) => ref.kind !== 'answer' && ref.kind !== 'question' && ref.kind !== 'names')
  if (!best || best.score < answer + lead) return undefined
  const section = card.sections.find(({ kind }) => kind === best.ref.kind)
  const block = section?.blocks[best.ref.index]
  return section && block && lengthOf(block) <= excerptBudget
    ? { section: section.kind satisfies SectionKind, blocks: [block] }
    : undefined
}

const citationsOf = ({ answer }: Card, excerpt: Excerpt | undefined): Answered['citations'] | undefined => {
  const [first, ...rest] = new Set(
    [...answer, ...(excerpt?.blocks.flatMap(({ claims }) => claims) ?? [])].flatMap(({ sources }) => sources),
  )
  return first === undefined ? undefined : [first, ...rest]
}
