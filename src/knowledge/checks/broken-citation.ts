import { finding } from '../source.js'
import type { Check } from './check.js'

/** A citation reads `[@key]` or `[@key1; @key2]`: not `[@a, @b]`, not `[@]`. */
export const brokenCitation: Check = ({ sources }) =>
  sources.flatMap(({ file, brokenCitations }) =>
    brokenCitations.map(({ text, place }) =>
      finding('broken-citation', 'error', file, place, [
        `"${text}"`,
        '[@key] or [@key1; @key2]',
        'write each key with @, separated by semicolons',
      ]),
    ),
  )
