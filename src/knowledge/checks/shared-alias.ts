import { fold } from '../../text/fold.js'
import { finding } from '../source.js'
import type { Check } from './check.js'

/** An alias belongs to one card; shared, it can't decide between them. Original and translation of one card may share. */
export const sharedAlias: Check = ({ sources }) => {
  const owners = new Map<string, string>()
  return sources.flatMap(({ file, card, placeOf }) =>
    card.aliases.flatMap((alias) => {
      const key = fold(alias)
      const owner = owners.get(key)
      owners.set(key, owner ?? card.id)
      return owner === undefined || owner === card.id
        ? []
        : [
            finding('shared-alias', 'warning', file, placeOf('aliases'), [
              `"${alias}", an alias of both ${owner} and ${card.id}`,
              'aliases that tell cards apart',
              'keep it where people mean it, remove it from the other',
            ]),
          ]
    }),
  )
}
