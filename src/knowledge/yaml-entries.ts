import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Place } from './source.js'

/** An entry of a YAML file that lists things by id. */
export interface Entry {
  readonly id: string
  readonly value: unknown
  readonly place: Place
}

/** What kept a file from being read, and where. */
export interface Unreadable {
  readonly place: Place
  readonly found: string
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''

/** Reads a YAML file of `id: value`, strictly: no key twice, no anchors, which could blow a file up. */
export const readEntries = (text: string): readonly Entry[] | Unreadable => {
  const counter = new LineCounter()
  const document = parseDocument(text, {
    strict: true,
    uniqueKeys: true,
    lineCounter: counter,
    version: '1.2',
  })
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const [error] = document.errors
  if (error) return { place: placeOf(error.pos[0]), found: firstLine(error) }
  if (!isMap(document.contents)) return { place: placeOf(0), found: 'no list of ids' }
  try {
    const values = document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>
    return document.contents.items.flatMap(({ key }): Entry[] =>
      isScalar(key)
        ? [{ id: String(key.value), value: values[String(key.value)], place: placeOf(key.range?.[0] ?? 0) }]
        : [],
    )
  } catch (problem) {
    return { place: placeOf(0), found: firstLine(problem) }
  }
}
