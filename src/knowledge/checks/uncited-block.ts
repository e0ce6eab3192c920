import { finding } from '../source.js'
import type { Check } from './check.js'

/** Each paragraph, bullet and table row of a section has at least one source. */
export const uncitedBlock: Check = ({ sources }) =>
  sources.flatMap(({ file, uncitedBlocks }) =>
    uncitedBlocks.map(({ text, place }) =>
      finding('uncited-block', 'error', file, place, [
        `"${text}"`,
        'a citation in each paragraph, bullet and row',
        'add [@citekey], or leave it out',
      ]),
    ),
  )
