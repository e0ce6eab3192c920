import { finding } from '../source.js'
import { originals, type Check } from './check.js'

/** Questions belong to a card that exists. */
export const questionWithoutCard: Check = (knowledge) => {
  const known = new Set(originals(knowledge).map(({ card }) => card.id))
  const files = new Map(
    knowledge.variants.filter(({ card }) => !known.has(card)).map((variant) => [variant.file, variant]),
  )
  return [...files.values()].map(({ file, card }) =>
    finding('question-without-card', 'warning', file, { line: 1, column: 1 }, [
      `questions for "${card}"`,
      'the id of a card',
      'rename the file, or write the card',
    ]),
  )
}
