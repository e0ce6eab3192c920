import { finding } from '../source.js'
import type { Check } from './check.js'

/** Each sentence of the short answer has its source: "It works. [@a]" passes, "It works. So does that [@a]." does not. */
export const uncitedSentence: Check = ({ sources }) =>
  sources.flatMap(({ file, uncitedSentences }) =>
    uncitedSentences.map(({ text, place }) =>
      finding('uncited-sentence', 'error', file, place, [
        `"${text}"`,
        'a citation in each sentence of the short answer',
        'add [@citekey] before its full stop, or leave the sentence out',
      ]),
    ),
  )
