import type { ZodError } from 'zod'
import type { Finding } from '../domain/finding.js'
import { isLanguage } from '../domain/language.js'
import { readBody } from './card-body.js'
import { originalSchema, translationOf } from './card-schema.js'
import { splitFrontMatter } from './front-matter.js'
import { finding, placesIn, type CardSource, type KnowledgeFile, type Place } from './source.js'

/** `cards/<topic>/<id>.md` or `cards/<topic>/<id>.<language>.md`. */
const cardPath = /^cards\/([a-z0-9-]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([a-z]{2}))?\.md$/
/** No card comes near it; a larger file is a mistake or an attack, and is not parsed. */
const largest = 24 * 1024

/**
 * Reads one card file. A translation takes what its front matter lacks (level, evidence, ...) from `originalOf(id)`.
 * @returns the card with the places its checks need, or the findings that keep it from being read
 */
export const readCard = (
  { path, text: raw }: KnowledgeFile,
  originalOf: (id: string) => CardSource | undefined,
): CardSource | Finding[] => {
  const start: Place = { line: 1, column: 1 }
  const [, topic, id, language = 'en'] = cardPath.exec(path) ?? []
  if (!topic || !id || !isLanguage(language)) {
    return [
      finding('file-name', 'error', path, start, [
        `"${path}"`,
        'cards/<topic>/<id>.md or cards/<topic>/<id>.<language>.md, in lower case with hyphens',
        'rename the file',
      ]),
    ]
  }
  if (raw.length > largest) {
    return [
      finding('file-size', 'error', path, start, [
        `${raw.length} characters`,
        `at most ${largest}`,
        'shorten or split the card',
      ]),
    ]
  }
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const matter = splitFrontMatter(path, text)
  if (Array.isArray(matter)) return matter
  const isTranslation = language !== 'en'
  const original = isTranslation ? originalOf(id)?.card : undefined
  if (isTranslation && !original) {
    return [
      finding('lone-translation', 'error', path, start, [
        `a translation of "${id}"`,
        `a readable original ${id}.md beside it`,
        'write or mend the original first, or rename this file',
      ]),
    ]
  }
  const front = (original ? translationOf(original) : originalSchema).safeParse(matter.data)
  if (!front.success) return schemaFindings(path, front.error, matter.placeOf)
  const placeAt = placesIn(text)
  const body = tryBody(matter.body, matter.bodyOffset, placeAt)
  if (!body) {
    return [
      finding('layout', 'error', path, placeAt(matter.bodyOffset), [
        'Markdown that is nested too deeply to be read',
        'plain paragraphs, bullets and one table',
        'write it flat',
      ]),
    ]
  }
  const { answer, sections, ...places } = body
  if (!answer.length) {
    return [
      finding('short-answer', 'error', path, places.answerPlace, [
        'no cited sentence before the first heading',
        'a short answer, each sentence with its [@citekey]',
        'write the answer above the first heading',
      ]),
    ]
  }
  if (places.misplaced.length) {
    return places.misplaced.map(({ text: found, place }) =>
      finding('layout', 'error', path, place, [
        `"${found}"`,
        'one answer paragraph, then ## Details, ## Limits, ## Positions (once each) with paragraphs, bullets, and a table in Positions',
        'move or remove it',
      ]),
    )
  }
  return {
    file: path,
    isTranslation,
    placeOf: matter.placeOf,
    ...places,
    card: { id, topic, language, answer, sections, file: path, ...front.data },
  }
}

/** The body, or nothing where it is nested so deeply that the Markdown reader runs out of stack. */
const tryBody = (...input: Parameters<typeof readBody>): ReturnType<typeof readBody> | undefined => {
  try {
    return readBody(...input)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const schemaFindings = (path: string, error: ZodError, placeOf: (key: string) => Place): Finding[] =>
  error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        finding('schema', 'error', path, placeOf(key), [
          `unknown key "${key}"`,
          'the keys of the card format',
          'remove it or mend its spelling',
        ]),
      )
    }
    const key = String(issue.path[0] ?? '')
    return [
      finding('schema', 'error', path, placeOf(key), [
        `${issue.path.join('.') || 'front matter'}: ${issue.message}`,
        'front matter as in knowledge/README.md',
        key ? `mend "${key}"` : 'write the front matter',
      ]),
    ]
  })
