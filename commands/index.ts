import type { Command } from '../src/app/command.js'
import { about } from './about.js'
import { answerMessage } from './answer-message.js'
import { ask } from './ask.js'
import { define } from './define.js'
import { rate } from './rate.js'
import { read } from './read.js'
import { share } from './share.js'
import { sources } from './sources.js'
import { topics } from './topics.js'
import { why } from './why.js'

/** Everything that people can run. A new command is a new file and a line here. */
export const commands: readonly Command[] = [
  ask,
  topics,
  define,
  sources,
  about,
  answerMessage,
  read,
  share,
  why,
  rate,
]
