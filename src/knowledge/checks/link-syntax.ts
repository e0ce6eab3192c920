import { finding } from '../source.js'
import type { Check } from './check.js'

/** Links live in references.json: neither `[text](url)` nor a bare address, nor a link that lost its brackets, stands in a card. */
export const linkSyntax: Check = ({ sources }) =>
  sources.flatMap(({ file, links }) =>
    links.map(({ text, place }) =>
      finding('link-syntax', 'error', file, place, [
        `"${text}"`,
        'citations as [@citekey] and no other links or brackets',
        'add a reference and cite it',
      ]),
    ),
  )
