import { finding } from '../source.js'
import { originals, type Check } from './check.js'

/** A translation renders the original's newest version. */
export const staleTranslation: Check = (knowledge) => {
  const versions = new Map(originals(knowledge).map(({ card }) => [card.id, card.version]))
  return knowledge.sources
    .filter(({ isTranslation }) => isTranslation)
    .flatMap(({ file, card, placeOf }) => {
      const version = versions.get(card.id) ?? card.version
      if (card.version === version) return []
      return [
        finding('stale-translation', card.version < version ? 'warning' : 'error', file, placeOf('version'), [
          `a translation of version ${card.version}`,
          `version ${version}, as the original has it`,
          'compare it with the original, translate what changed, set the version',
        ]),
      ]
    })
}
