import type { Language } from '../domain/language.js'
import type { WordKey } from '../i18n/words.js'
import type { View } from '../view/view.js'
import type { Conversations } from './conversations.js'
import type { Desk } from './desk.js'
import type { Opinions } from './ports.js'

/** What commands find in the house. */
export interface House {
  /** The desk of this moment; take it once for each run. */
  readonly desk: () => Desk
  readonly conversations: Conversations
  readonly opinions: Opinions
  /** The program's version. */
  readonly version: string
}

/** Who asks, as far as an answer needs it. */
export interface Visit {
  /** The language of the asker's screen. */
  readonly screen?: Language | undefined
  /** The language they said they read. */
  readonly wished?: Language | undefined
  /** Where follow-ups belong: one asker in one channel. */
  readonly conversation?: string | undefined
  /** Whether asker and bot are alone, so that nothing needs hiding or sharing. */
  readonly alone?: boolean
  /** The quote of the view whose button was pressed. */
  readonly quote?: readonly string[]
}

/** Input by name, as typed or as packed into a button: always text, checked by the command. */
export type Input = Readonly<Record<string, string>>

export interface Option {
  readonly name: string
  readonly kind: 'text' | 'yes-no'
  readonly required: boolean
  /** Whether values are suggested while typing. */
  readonly suggests?: true
  readonly localName: WordKey
  readonly describe: WordKey
}

export interface Choice {
  readonly label: string
  readonly value: string
}

/**
 * Something that people can run: by typing a slash command, from a message's menu, or by a button. It returns what is to be said and never holds an
 * interaction, so one file serves every door.
 */
export interface Command {
  /** Permanent: it stands in buttons that were sent long ago. */
  readonly name: string
  readonly reach: 'slash' | 'message' | 'button'
  /** Name and description on screen; buttons have none. */
  readonly localName?: WordKey
  readonly describe?: WordKey
  readonly options?: readonly Option[]
  readonly run: (input: Input, visit: Visit, house: House) => View
  /** Suggestions for an option while it is typed. */
  readonly suggest?: (typed: string, visit: Visit, house: House) => readonly Choice[]
}

/** The language to speak in where no question shows one. */
export const languageOfVisit = ({ wished, screen }: Visit): Language => wished ?? screen ?? 'en'
