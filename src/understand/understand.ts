import type { Language } from '../domain/language.js'
import type { Question } from '../domain/question.js'
import { tidy } from '../text/fold.js'
import { aspectsOf } from '../text/aspects.js'
import { isFollowUp } from './follow-up.js'
import { guardOf, tellsOfSelfHarm } from './guard.js'
import { languageOf } from './language.js'

export interface Circumstances {
  /** Earlier questions of the conversation, oldest first. */
  readonly earlier?: readonly string[]
  /** The language in which the asker wants to read, where they said so. */
  readonly wished?: Language | undefined
  /** The language of the asker's screen: a guess for questions that show none. */
  readonly screen?: Language | undefined
}

/** Reads a question without looking at any card. Never throws; an empty text gives a question without words. */
export const understand = (typed: string, { earlier = [], wished, screen }: Circumstances = {}): Question => {
  const text = tidy(typed)
  const language = languageOf(text) ?? screen ?? wished ?? 'en'
  const guard = guardOf(text)
  const followUp = earlier.length > 0 && isFollowUp(text)
  return {
    text,
    language,
    answerIn: wished ?? language,
    aspects: aspectsOf(text),
    ...(guard ? { guard } : {}),
    ...(tellsOfSelfHarm(text) ? { selfHarm: true } : {}),
    followUp,
    context: followUp
      ? earlier
          .slice(-3)
          .toReversed()
          .map((one) => tidy(one))
      : [],
  }
}
