import { z } from 'zod'
import { languageOfVisit, type Command, type House, type Visit } from '../src/app/command.js'
import { examplesOf } from '../src/domain/library.js'
import { outcomeView } from '../src/compose/outcome-view.js'
import { say } from '../src/i18n/say.js'
import type { View } from '../src/view/view.js'

const schema = z.object({
  question: z.string().default(''),
  private: z.enum(['true', 'false']).default('true'),
})

/** Answers a question and remembers it for follow-ups. Shared with every way of asking: slash command, mention, message menu. */
export const answer = (
  text: string,
  visit: Visit,
  house: House,
  audience: View['audience'] = 'everyone',
): View => {
  const desk = house.desk()
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const language = languageOfVisit(visit)
    const example = examplesOf(desk.library, desk.library.cards[0]?.id ?? '', language)[0] ?? ''
    return {
      tone: 'plain',
      language,
      parts: [{ kind: 'notice', text: say(language, 'emptyQuestion', { example }), language }],
      actions: [],
      audience,
    }
  }
  const outcome = desk.answer(text, {
    earlier: house.conversations.earlier(visit.conversation),
    wished: visit.wished,
    screen: visit.screen,
  })
  house.conversations.note(visit.conversation, text)
  return outcomeView(desk.library, outcome, audience)
}

/** `/ask question: private:` */
export const ask: Command = {
  name: 'ask',
  reach: 'slash',
  localName: 'nameAsk',
  describe: 'commandAsk',
  options: [
    {
      name: 'question',
      kind: 'text',
      required: true,
      suggests: true,
      localName: 'nameQuestion',
      describe: 'optionQuestion',
    },
    { name: 'private', kind: 'yes-no', required: false, localName: 'namePrivate', describe: 'optionPrivate' },
  ],
  run: (input, visit, house) => {
    const { question, private: hidden } = schema.parse(input)
    const audience = hidden === 'true' && !visit.alone ? 'asker' : 'everyone'
    return answer(question, visit, house, audience)
  },
  suggest: (typed, visit, house) =>
    house
      .desk()
      .suggest(typed, languageOfVisit(visit))
      .map(({ text }) => ({ label: text, value: text })),
}
