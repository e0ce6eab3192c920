import { finding } from '../source.js'
import { originals, type Check } from './check.js'

const lost = (file: string, line: number, card: string, what: string) =>
  finding('question-without-card', 'warning', file, { line, column: 1 }, [
    `${what} for "${card}"`,
    'the id of a card',
    'mend the id, or write the card',
  ])

/** Questions and names belong to a card that exists. */
export const questionWithoutCard: Check = (knowledge) => {
  const known = new Set(originals(knowledge).map(({ card }) => card.id))
  const files = new Map(
    knowledge.variants.filter(({ card }) => !known.has(card)).map((variant) => [variant.file, variant]),
  )
  return [
    ...[...files.values()].map(({ file, card }) => lost(file, 1, card, 'questions')),
    ...knowledge.names
      .filter(({ card }) => !known.has(card))
      .map(({ file, line, card }) => lost(file, line, card, 'names')),
  ]
}
