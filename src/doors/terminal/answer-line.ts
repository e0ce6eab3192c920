import { z } from 'zod'
import type { Desk } from '../../app/desk.js'
import { outcomeView } from '../../compose/outcome-view.js'
import { isLanguage } from '../../domain/language.js'
import { plain } from '../../domain/outcome.js'
import { drawText } from './draw.js'

const schema = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.string().optional(),
  context: z.array(z.string()).optional(),
})

/** One answer for a machine. */
export interface AnswerLine {
  readonly id: string
  readonly outcome: 'answered' | 'unsure' | 'abstained'
  readonly guard: 'advice' | 'urgent' | null
  /** Up to 10 card ids, best first, also where none is said. */
  readonly cards: readonly string[]
  readonly confidence: number
  /** The language of the answer. */
  readonly lang: string
  /** Citekeys that are shown. */
  readonly references: readonly string[]
  readonly text: string
  /** Time that this question took, in milliseconds. */
  readonly ms: number
}

/**
 * Answers a question that came as JSON: `{"id", "text", "lang"?, "context"?: [earlier questions]}`.
 * @param now a clock in milliseconds
 * @throws a ZodError where the line has another shape
 */
export const answerLine = (desk: Desk, question: unknown, now: () => number): AnswerLine => {
  const { id, text, lang = '', context = [] } = schema.parse(question)
  const asker = isLanguage(lang) ? { screen: lang, wished: lang } : {}
  const start = now()
  const outcome = desk.answer(text, { earlier: context, ...asker })
  const view = outcomeView(desk.library, outcome, 'everyone')
  const ms = now() - start
  const found = plain(outcome)
  return {
    id,
    outcome: found.kind,
    guard: outcome.kind === 'guarded' ? outcome.guard : null,
    cards: found.ranking.hits.map(({ card }) => card),
    confidence: Number(found.verdict.confidence.toFixed(4)),
    lang: found.kind === 'answered' ? found.card.language : found.question.answerIn,
    references: found.kind === 'answered' ? found.citations : [],
    text: drawText(view),
    ms: Number(ms.toFixed(3)),
  }
}
