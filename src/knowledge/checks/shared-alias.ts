import { fold } from '../../text/fold.js'
import { finding } from '../source.js'
import type { Check } from './check.js'

/** An alias belongs to one card; shared, it can't decide between them. Original and translation of one card may share. */
export const sharedAlias: Check = ({ sources, names }) => {
  const owners = new Map<string, string>()
  const lists = [
    ...sources.map(({ file, card: { id, aliases }, placeOf }) => ({
      id,
      aliases,
      file,
      place: placeOf('aliases'),
    })),
    ...names.map(({ card: id, aliases, file, line }) => ({
      id,
      aliases,
      file,
      place: { line, column: 1 },
    })),
  ]
  return lists.flatMap(({ id, aliases, file, place }) =>
    aliases.flatMap((alias) => {
      const key = fold(alias)
      const owner = owners.get(key)
      owners.set(key, owner ?? id)
      return owner === undefined || owner === id
        ? []
        : [
            finding('shared-alias', 'warning', file, place, [
              `"${alias}", an alias of both ${owner} and ${id}`,
              'aliases that tell cards apart',
              'keep it where people mean it, remove it from the other',
            ]),
          ]
    }),
  )
}
