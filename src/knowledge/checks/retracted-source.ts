import { finding } from '../source.js'
import type { Check } from './check.js'

/** A retracted work is cited only by a card that tells of the retraction and names the work under `retractions`. */
export const retractedSource: Check = ({ sources, references }) => {
  const retracted = new Map(
    references.flatMap(({ id, custom }) => (custom?.retracted ? [[id, custom.retracted] as const] : [])),
  )
  return sources.flatMap(({ file, card, citations, placeOf }) => [
    ...citations
      .filter(({ text }) => retracted.has(text) && !card.retractions.includes(text))
      .map(({ text, place }) =>
        finding('retracted-source', 'error', file, place, [
          `[@${text}], retracted ${retracted.get(text)?.date ?? ''} (${retracted.get(text)?.notice ?? ''})`,
          'sources that stand',
          'replace the source and what rests on it, or, where the card tells of the retraction, name the key under retractions',
        ]),
      ),
    ...card.retractions
      .filter((key) => !retracted.has(key))
      .map((key) =>
        finding('retracted-source', 'error', file, placeOf('retractions'), [
          `"${key}" under retractions`,
          'keys of references with custom.retracted',
          'remove it, or tell the retraction in the reference',
        ]),
      ),
  ])
}
