import { finding } from '../source.js'
import type { Check } from './check.js'

/** A reference that no card and no term cites; kept for cards to come, so it is told without alarm. */
export const unusedReference: Check = ({ sources, terms, references, referencesFile, placeOfReference }) => {
  const used = new Set([
    ...sources.flatMap(({ citations }) => citations.map(({ text }) => text)),
    ...terms.flatMap(({ means }) => means.sources),
  ])
  return references
    .filter(({ id }) => !used.has(id))
    .map(({ id }) =>
      finding('unused-reference', 'info', referencesFile, placeOfReference(id), [
        `${id} is cited by no card`,
        'a card that cites it',
        'cite it, or remove it when no card will',
      ]),
    )
}
