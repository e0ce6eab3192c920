import type { Card } from '../domain/card.js'
import type { Finding, Severity } from '../domain/finding.js'

export interface KnowledgeFile {
  /** Path below the knowledge folder, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** A place in a file, counted from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

export interface Located {
  readonly text: string
  readonly place: Place
}

/** A card beside what the checks need to know of its file. */
export interface CardSource {
  readonly file: string
  readonly card: Card
  /** Whether this is `<id>.<language>.md`. */
  readonly isTranslation: boolean
  /** Place of a front matter key, of the file's start where the key is missing. */
  readonly placeOf: (key: string) => Place
  /** Sentences of the short answer that carry no citation. */
  readonly uncitedSentences: readonly Located[]
  /** Blocks of the sections that carry no citation. */
  readonly uncitedBlocks: readonly Located[]
  readonly citations: readonly Located[]
  /** Citation groups that can't be read, e.g. `[@]` or `[@a, b]`. */
  readonly brokenCitations: readonly Located[]
  readonly html: readonly Located[]
  readonly links: readonly Located[]
  readonly answerPlace: Place
}

/** Turns offsets of a text into places. */
export const placesIn = (text: string): ((offset: number) => Place) => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

/** A finding at a place, in the order in which it is read: what was found, what was expected, what to do. */
export const finding = (
  rule: string,
  severity: Severity,
  file: string,
  place: Place,
  [found, expected, todo]: readonly [found: string, expected: string, todo: string],
): Finding => ({ rule, severity, file, ...place, found, expected, todo })
