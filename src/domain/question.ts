import type { Language } from './language.js'

/** What a question wants to know of its subject. */
export const aspects = [
  'cause',
  'risk',
  'cost',
  'evidence',
  'permissibility',
  'who',
  'when',
  'where',
  'how',
  'definition',
  'treatment',
  'limits',
] as const
export type Aspect = (typeof aspects)[number]

/** A personal medical decision, or an emergency: answered behind a notice. */
export type Guard = 'advice' | 'urgent'

/** A question as understood: what was typed, plus what can be told about it without looking at any card. */
export interface Question {
  /** As typed, white space tidied, at most 2,000 characters. */
  readonly text: string
  readonly language: Language
  /** The language in which to answer, where cards allow. */
  readonly answerIn: Language
  readonly aspects: readonly Aspect[]
  readonly guard?: Guard
  /** Whether it speaks of ending one's life. */
  readonly selfHarm?: true
  /** Whether it leans on what was said before ("and its risks?"). */
  readonly followUp: boolean
  /** The words of earlier questions that a follow-up leans on, latest first. */
  readonly context: readonly string[]
}
