import type { Command } from '../src/app/command.js'
import { answer } from './ask.js'

/** In a message's menu: answers what the message asks. */
export const answerMessage: Command = {
  name: 'answer-message',
  reach: 'message',
  localName: 'commandAnswer',
  run: ({ message = '' }, visit, house) => answer(message, visit, house, visit.alone ? 'everyone' : 'asker'),
}
