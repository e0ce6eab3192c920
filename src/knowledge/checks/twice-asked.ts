import { fold } from '../../text/fold.js'
import { words } from '../../text/words.js'
import { finding } from '../source.js'
import type { Check } from './check.js'

/** A question stands once: the same words, whatever their marks and capitals, in one card or in two. */
export const twiceAsked: Check = ({ variants }) => {
  const first = new Map<string, string>()
  return variants.flatMap(({ text, file, line, card, language }) => {
    const key = `${language} ${words(fold(text))
      .map((word) => word.text)
      .join(' ')}`
    const owner = first.get(key)
    first.set(key, owner ?? card)
    return owner === undefined
      ? []
      : [
          finding('twice-asked', 'error', file, { line, column: 1 }, [
            `"${text}", asked for ${owner} already`,
            'each question once',
            `keep it for the card that answers it better`,
          ]),
        ]
  })
}
