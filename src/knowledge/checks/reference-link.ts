import { finding } from '../source.js'
import type { Check } from './check.js'

/** People can open each source: it has a DOI or a URL. */
export const referenceLink: Check = ({ references, referencesFile, placeOfReference }) =>
  references
    .filter(({ DOI, URL }) => !DOI && !URL)
    .map(({ id }) =>
      finding('reference-link', 'error', referencesFile, placeOfReference(id), [
        `${id} has no DOI and no URL`,
        'one of them',
        'look it up and add it',
      ]),
    )
