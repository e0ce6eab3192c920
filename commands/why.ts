import { z } from 'zod'
import { languageOfVisit, type Command } from '../src/app/command.js'
import { whyView } from '../src/compose/why-view.js'
import { say } from '../src/i18n/say.js'
import { thresholds } from '../src/retrieve/weights.js'
import { language } from './read-input.js'

const schema = z.object({ in: language })

/** A button: why a question got its answer. The question comes back from the message that quotes it. */
export const why: Command = {
  name: 'why',
  reach: 'button',
  run: (input, visit, house) => {
    const { in: wished } = schema.parse(input)
    const spoken = wished ?? languageOfVisit(visit)
    const text = visit.quote?.at(-1)
    if (text === undefined) {
      return {
        tone: 'unknown',
        language: spoken,
        parts: [{ kind: 'notice', text: say(spoken, 'whyNoQuestion'), language: spoken }],
        actions: [],
      }
    }
    const desk = house.desk()
    const { ranking, verdict } = desk.explain(text, {
      earlier: visit.quote?.slice(0, -1) ?? [],
      wished,
      screen: visit.screen,
    })
    return whyView(desk.library, spoken, ranking, verdict, thresholds)
  },
}
