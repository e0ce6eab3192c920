import { isStopWord } from '../../text/stop-words.js'
import { stem } from '../../text/stem.js'
import { words } from '../../text/words.js'
import type { Variant } from '../../domain/library.js'
import { finding } from '../source.js'
import type { Check } from './check.js'

/** Below so many telling words, one other word makes another question: "safety of CAR-T", "cost of CAR-T". */
const long = 7

const tellingWords = ({ text, language }: Variant): string[] => [
  ...new Set(
    words(text)
      .filter((word) => !isStopWord(word.text, language))
      .map((word) => stem(word.text, language)),
  ),
]

/**
 * Two cards are not asked for in the same telling words: whichever answers, the other's readers are sent astray. Order and small words do
 * not count ("What is a stem cell?", "stem cells: what are they"); of seven telling words and more, one may differ as well.
 */
export const nearDouble: Check = ({ variants }) => {
  const first = new Map<string, Variant>()
  return variants.flatMap((variant) => {
    const telling = tellingWords(variant).toSorted()
    if (!telling.length) return []
    const keys = [
      telling,
      ...(telling.length < long ? [] : telling.map((left) => telling.filter((word) => word !== left))),
    ].map((set) => `${variant.language} ${set.join(' ')}`)
    const other = keys.map((key) => first.get(key)).find((found) => found && found.card !== variant.card)
    keys.forEach((key) => first.set(key, first.get(key) ?? variant))
    return other
      ? [
          finding('near-double', 'error', variant.file, { line: variant.line, column: 1 }, [
            `"${variant.text}", much like "${other.text}" of ${other.card}`,
            'questions that tell the cards apart',
            'keep it for the card that answers it better, or say what sets this one apart',
          ]),
        ]
      : []
  })
}
