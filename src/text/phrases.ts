import { fold } from './fold.js'

/** Text in the form in which phrases are looked for: folded, without apostrophes and marks, a space at either end. */
export const flat = (text: string): string =>
  ` ${fold(text)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/**
 * A pattern made of phrases of ours, one a line: regular expressions over whole folded words, in which `*` stands for up to five
 * words in between. Never made of what a person typed.
 */
export const phrases = (lines: string): RegExp =>
  new RegExp(
    ` (?:${lines
      .split('\n')
      .map((line) => fold(line.trim()).replaceAll(' * ', ' (?:[^ ]+ ){0,5}?'))
      .filter(Boolean)
      .join('|')})(?= )`,
    'u',
  )
