import { finding } from '../source.js'
import { originals, type Check } from './check.js'

/** `related` names cards that exist, other than the card itself. */
export const unknownRelated: Check = (knowledge) => {
  const known = new Set(originals(knowledge).map(({ card }) => card.id))
  return originals(knowledge).flatMap(({ file, card, placeOf }) =>
    card.related
      .filter((id) => !known.has(id) || id === card.id)
      .map((id) =>
        finding('unknown-related', 'error', file, placeOf('related'), [
          `"${id}"`,
          'the id of another card',
          'mend the id, or leave it out until that card exists',
        ]),
      ),
  )
}
