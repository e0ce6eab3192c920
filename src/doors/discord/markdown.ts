import { isolateLatin } from '../../text/bidi.js'
import { isRightToLeft, type Language } from '../../domain/language.js'

/** Text that Discord shows as it is: no formatting, no mention, no emoji, no list or heading at a line's start. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\*_~`|[\]<>]/g, '\\$&')
    .replace(/^(\s*)([#+-])/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/u, '$1\\$2')
    .replaceAll('@', '@\u200B')

/** Text of a language as it is shown: in right-to-left text, Latin runs are isolated. */
export const inDirection = (text: string, language: Language): string =>
  isRightToLeft(language) ? isolateLatin(text) : text

/** A quote's line, and back: what people typed returns letter by letter when a button is pressed. */
export const quoteLine = (text: string): string => `> ${escapeMarkdown(text)}`
export const readQuote = (description: string): string[] =>
  description
    .split('\n')
    .slice(0, 8)
    .filter((line) => line.startsWith('> '))
    .map((line) =>
      line
        .slice(2)
        .replaceAll('@\u200B', '@')
        .replace(/\\([\\*_~`|[\]<>#+\-.)])/g, '$1'),
    )
