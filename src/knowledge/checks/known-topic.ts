import { finding } from '../source.js'
import type { Check } from './check.js'

/** A card stands in the folder of a topic of topics.yaml. */
export const knownTopic: Check = ({ sources, topics }) => {
  const known = new Set(topics.map(({ id }) => id))
  return sources
    .filter(({ card }) => !known.has(card.topic))
    .map(({ file, card }) =>
      finding('known-topic', 'error', file, { line: 1, column: 1 }, [
        `the folder "${card.topic}"`,
        'a topic of topics.yaml',
        'move the card, or add the topic',
      ]),
    )
}
