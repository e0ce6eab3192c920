import { finding } from '../source.js'
import type { Check } from './check.js'

/** `[@key]` names a reference of references.json. */
export const unknownCitekey: Check = ({ sources, references, referencesFile }) => {
  const known = new Set(references.map(({ id }) => id))
  return sources.flatMap(({ file, citations }) =>
    citations
      .filter(({ text }) => !known.has(text))
      .map(({ text, place }) =>
        finding('unknown-citekey', 'error', file, place, [
          `[@${text}]`,
          `a key of ${referencesFile}`,
          'mend the key or add the reference',
        ]),
      ),
  )
}
