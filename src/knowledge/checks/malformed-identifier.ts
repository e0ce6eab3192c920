import { finding } from '../source.js'
import type { Check } from './check.js'

const doi = /^10\.\d{4,9}\/[^\s"<>]+$/
const pmid = /^[1-9]\d{0,8}$/

/** A DOI is written bare (`10.1000/182`, not as a link); a PMID is digits. An id appears once. */
export const malformedIdentifier: Check = ({ references, referencesFile, placeOfReference }) => {
  const seen = new Map<string, number>()
  return references.flatMap(({ id, DOI, PMID }) => {
    const times = seen.get(id) ?? 0
    seen.set(id, times + 1)
    const problem = (found: string, expected: string, todo: string) =>
      finding('malformed-identifier', 'error', referencesFile, placeOfReference(id, times), [
        `${id}: ${found}`,
        expected,
        todo,
      ])
    return [
      ...(times ? [problem('stands twice', 'each id once', 'merge the two items')] : []),
      ...(DOI !== undefined && !doi.test(DOI)
        ? [problem(`DOI "${DOI}"`, 'a bare DOI such as 10.1000/182', 'remove the link part, mend the number')]
        : []),
      ...(PMID !== undefined && !pmid.test(PMID)
        ? [problem(`PMID "${PMID}"`, 'digits', 'look the number up in PubMed')]
        : []),
    ]
  })
}
