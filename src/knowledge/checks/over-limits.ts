import { finding } from '../source.js'
import type { Survey } from './check.js'

/** Every rendering of a card fits Discord's limits, in every language: found here, not when somebody asks. */
export const overLimits: Survey = ({ sources }, { renderings }) =>
  sources.flatMap(({ file, card }) =>
    renderings(card)
      .filter(({ problems }) => problems.length)
      .map(({ name, problems }) =>
        finding('over-limits', 'error', file, { line: 1, column: 1 }, [
          `${name}: ${problems.join('; ')}`,
          "a rendering within Discord's limits",
          'shorten or split the part that is named',
        ]),
      ),
  )
