import { finding } from '../source.js'
import { originals, type Check } from './check.js'

/** Relations go both ways: when A names B, B names A. */
export const oneWayRelation: Check = (knowledge) => {
  const related = new Map(originals(knowledge).map(({ card }) => [card.id, card.related]))
  return originals(knowledge).flatMap(({ file, card, placeOf }) =>
    card.related
      .filter((id) => id !== card.id && related.has(id) && !related.get(id)?.includes(card.id))
      .map((id) =>
        finding('one-way-relation', 'warning', file, placeOf('related'), [
          `"${id}", which does not name "${card.id}"`,
          'relations that go both ways',
          `add ${card.id} to the related cards of ${id}, or remove it here`,
        ]),
      ),
  )
}
