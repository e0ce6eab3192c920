import { finding } from '../source.js'
import type { Check } from './check.js'

/** Cards hold Markdown only; no medium would show HTML as meant. */
export const rawHtml: Check = ({ sources }) =>
  sources.flatMap(({ file, html }) =>
    html.map(({ text, place }) =>
      finding('raw-html', 'error', file, place, [
        `"${text}"`,
        'Markdown without HTML',
        'remove the tags or comment',
      ]),
    ),
  )
