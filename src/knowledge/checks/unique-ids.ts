import { finding } from '../source.js'
import { originals, type Check } from './check.js'

/** No two originals share an id or a title: `cards/a/ipsc.md` beside `cards/b/ipsc.md`. */
export const uniqueIds: Check = (knowledge) => {
  const ids = new Map<string, string>()
  const titles = new Map<string, string>()
  return originals(knowledge).flatMap(({ file, card, placeOf }) => {
    const sameId = ids.get(card.id)
    const sameTitle = titles.get(card.title.toLowerCase())
    ids.set(card.id, sameId ?? file)
    titles.set(card.title.toLowerCase(), sameTitle ?? file)
    return [
      ...(sameId
        ? [
            finding('unique-ids', 'error', file, { line: 1, column: 1 }, [
              `the id "${card.id}" of ${sameId}`,
              'an id of its own',
              'rename the newer card',
            ]),
          ]
        : []),
      ...(sameTitle && !sameId
        ? [
            finding('unique-ids', 'error', file, placeOf('title'), [
              `the title of ${sameTitle}`,
              'a title of its own',
              'word it so that people can tell the cards apart',
            ]),
          ]
        : []),
    ]
  })
}
