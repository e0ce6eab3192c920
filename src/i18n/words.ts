import type { en } from './locales/en.js'

export type WordKey = keyof typeof en
/** Hakim's words in one language. */
export type Words = Readonly<Record<WordKey, string>>
