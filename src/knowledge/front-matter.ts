import matter from 'gray-matter'
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Finding } from '../domain/finding.js'
import { finding, type Place } from './source.js'

interface FrontMatter {
  readonly data: unknown
  readonly body: string
  /** Offset of the body in the whole text. */
  readonly bodyOffset: number
  readonly placeOf: (key: string) => Place
}

const refuse = (language: string) => ({
  parse: (): never => {
    throw new Error(`front matter in ${language} is not read`)
  },
})
// gray-matter comes with engines that run code (`---js`) or read other formats: each is replaced by a refusal.
const engines = Object.fromEntries(
  ['js', 'javascript', 'coffee', 'coffeescript', 'cson', 'json', 'toml'].map((language) => [
    language,
    refuse(language),
  ]),
)

/**
 * Splits a card into its YAML front matter and its Markdown body. The YAML is read strictly (version 1.2, no duplicate keys,
 * no anchors, no custom tags); each problem becomes a finding at its place.
 */
export const splitFrontMatter = (file: string, text: string): FrontMatter | Finding[] => {
  const start = { line: 1, column: 1 }
  const problem = (place: Place, found: string, todo: string) =>
    finding('front-matter', 'error', file, place, [found, 'YAML front matter between two lines of ---', todo])
  if (text.includes('\0')) return [problem(start, 'a NUL byte', 'save the card as UTF-8 text')]
  if (!text.startsWith('---\n')) {
    const fence = text.split('\n', 1)[0] ?? ''
    return [
      problem(
        start,
        fence ? `"${fence.slice(0, 40)}" as first line` : 'nothing',
        'begin the file with --- alone on its line',
      ),
    ]
  }
  if (!/\n---[ \t]*(\n|$)/.test(text.slice(3)))
    return [problem(start, 'no second ---', 'end the front matter with ---')]
  let yaml = ''
  let body = ''
  try {
    // An options object keeps gray-matter from its cache, which hands out shared objects and hides repeated errors.
    const split = matter(text, { engines: { ...engines, yaml: (source: string) => ((yaml = source), {}) } })
    body = split.content
  } catch (error) {
    return [
      problem(
        start,
        error instanceof Error ? error.message : String(error),
        'write the front matter in YAML',
      ),
    ]
  }
  const counter = new LineCounter()
  const document = parseDocument(yaml, {
    strict: true,
    uniqueKeys: true,
    lineCounter: counter,
    version: '1.2',
  })
  // The fence takes the first line; gray-matter hands over the YAML from the line break that ends it.
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line: line + (yaml.startsWith('\n') ? 0 : 1), column: col }
  }
  const problems = [...document.errors, ...document.warnings].map((error) =>
    problem(
      at(error.pos[0]),
      error.message.split('\n', 1)[0] ?? error.code,
      'mend the YAML; quote values that hold a colon',
    ),
  )
  if (problems.length) return problems
  const places = new Map<string, Place>()
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (isScalar(pair.key) && pair.key.range) places.set(String(pair.key.value), at(pair.key.range[0]))
    }
  }
  try {
    return {
      data: document.toJS({ maxAliasCount: 0 }),
      body,
      bodyOffset: text.length - body.length,
      placeOf: (key) => places.get(key) ?? start,
    }
  } catch (error) {
    return [
      problem(
        start,
        error instanceof Error ? error.message : String(error),
        'write values out instead of anchors and aliases',
      ),
    ]
  }
}
