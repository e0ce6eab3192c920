import { finding } from '../source.js'
import { originals, type Survey } from './check.js'

/** A card's own question finds that card first. */
export const strayQuestion: Survey = (knowledge, { firstCard }) => {
  const known = new Set(originals(knowledge).map(({ card }) => card.id))
  return knowledge.variants
    .filter(({ card }) => known.has(card))
    .flatMap((variant) => {
      const first = firstCard(variant)
      return first === variant.card
        ? []
        : [
            finding('stray-question', 'warning', variant.file, { line: variant.line, column: 1 }, [
              `"${variant.text}" finds ${first ?? 'no card'}`,
              `a question that finds ${variant.card}`,
              'move it to the card that it finds, or word it closer to its own',
            ]),
          ]
    })
}
