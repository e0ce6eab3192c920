import { fold } from '../../text/fold.js'
import { finding } from '../source.js'
import { originals, type Check } from './check.js'

/** A term leads to a card that exists, rests on a known source that stands, and no name of it is another term's. */
export const glossaryEntry: Check = (knowledge) => {
  const cards = new Set(originals(knowledge).map(({ card }) => card.id))
  const references = new Map(knowledge.references.map((reference) => [reference.id, reference]))
  const owners = new Map<string, string>()
  return knowledge.terms.flatMap(({ id, language, term, also, means, card, file, place }) => {
    const problems: (readonly [string, string, string])[] = []
    if (!cards.has(card))
      problems.push([`the card "${card}" of ${id}`, 'the id of a card', 'mend the id, or write the card'])
    for (const key of means.sources) {
      const reference = references.get(key)
      if (!reference)
        problems.push([`[@${key}] in ${id}`, 'a key of references.json', 'mend the key or add the reference'])
      else if (reference.custom?.retracted)
        problems.push([`[@${key}] in ${id}, a retracted work`, 'sources that stand', 'replace the source'])
    }
    for (const name of [term, ...also]) {
      const key = `${language} ${fold(name)}`
      const owner = owners.get(key)
      owners.set(key, owner ?? id)
      if (owner !== undefined && owner !== id)
        problems.push([
          `"${name}", a name of both ${owner} and ${id}`,
          'names that tell terms apart',
          'keep it for the term that people mean',
        ])
    }
    return problems.map((problem) => finding('glossary-entry', 'error', file, place, problem))
  })
}
