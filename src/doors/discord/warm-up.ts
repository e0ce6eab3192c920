import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10'
import type { Library } from '../../domain/library.js'
import type { Responder } from './interaction.js'

/** Enough questions for the engine of JavaScript to translate what is used most. */
const questions = 400

/**
 * Answers questions that nobody asked, before anybody does. What is made at first use (the dictionary for spelling, at the first typing
 * error) is then made, and the first person waits no longer than others.
 */
export const warmUp = (responder: Responder, { variants }: Library): void => {
  for (const { text } of variants.slice(0, questions)) {
    responder.respond({
      id: '0',
      type: InteractionType.ApplicationCommand,
      data: {
        type: ApplicationCommandType.ChatInput,
        name: 'ask',
        options: [{ name: 'question', value: `${text} ${text.slice(1)}` }],
      },
    })
  }
}
