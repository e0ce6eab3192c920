import { finding } from '../source.js'
import { claimText } from '../../domain/claim-text.js'
import type { Check } from './check.js'

const most = 600

/** The short answer is short: at most 600 characters, citations not counted. */
export const longAnswer: Check = ({ sources }) =>
  sources.flatMap(({ file, card, answerPlace }) => {
    const length = card.answer.map(claimText).join(' ').length
    return length > most
      ? [
          finding('long-answer', 'error', file, answerPlace, [
            `a short answer of ${length} characters`,
            `at most ${most}`,
            'move detail under ## Details',
          ]),
        ]
      : []
  })
