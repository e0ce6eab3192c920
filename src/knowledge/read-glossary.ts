import { z } from 'zod'
import type { Claim } from '../domain/card.js'
import { isLanguage } from '../domain/language.js'
import type { Finding } from '../domain/finding.js'
import type { Term } from '../domain/library.js'
import { readBody } from './card-body.js'
import { finding, type KnowledgeFile, type Place } from './source.js'
import { readEntries } from './yaml-entries.js'

const glossaryPath = /^glossary\/([a-z]{2})\.yaml$/
const line = z.string().trim().min(1).max(80)
const schema = z.strictObject({
  term: line,
  also: z.array(line).max(12).default([]),
  means: z.string().trim().min(1).max(400),
  card: line,
})

/** A term with its place, as the checks need it. */
export interface TermSource extends Term {
  readonly file: string
  readonly place: Place
}

interface Glossary {
  readonly terms: readonly TermSource[]
  readonly findings: readonly Finding[]
  /** Whether the file could not be read at all. */
  readonly broken: boolean
}

/** The definition as one cited claim; nothing where it is anything else. */
const claimIn = (text: string, place: Place): Claim | undefined => {
  const body = readBody(text, 0, () => place)
  const [claim] = body.answer
  const isPlain =
    !body.sections.length &&
    [body.uncitedSentences, body.brokenCitations, body.html, body.links, body.misplaced].every(
      (list) => !list.length,
    )
  return isPlain && body.answer.length === 1 ? claim : undefined
}

/**
 * Reads `glossary/<language>.yaml`: `id: { term, also: [other names], means: "One sentence [@key].", card }`. An entry that can't be
 * read is left out and reported.
 */
export const readGlossary = ({ path, text }: KnowledgeFile): Glossary => {
  const problem = (place: Place, found: string, todo = 'mend the file'): Finding =>
    finding('glossary', 'error', path, place, [
      found,
      'ids of terms, each with term, means (one sentence with its [@citekey]) and card',
      todo,
    ])
  const [, language = ''] = glossaryPath.exec(path) ?? []
  if (!isLanguage(language)) {
    const found = problem({ line: 1, column: 1 }, `"${path}"`, 'name it glossary/<language>.yaml')
    return { terms: [], findings: [found], broken: true }
  }
  const entries = readEntries(text)
  if ('found' in entries)
    return { terms: [], findings: [problem(entries.place, entries.found)], broken: true }
  const findings: Finding[] = []
  const terms = entries.flatMap(({ id, value, place }): TermSource[] => {
    const parsed = schema.safeParse(value)
    if (!parsed.success) {
      const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`.trim())
      findings.push(problem(place, `${id}: ${issues.join('; ')}`, 'mend the entry'))
      return []
    }
    const { means, ...rest } = parsed.data
    const claim = claimIn(means, place)
    if (!claim) {
      findings.push(problem(place, `${id}: "${means}"`, 'write one sentence that ends with its citation'))
      return []
    }
    return [{ id, language, ...rest, means: claim, file: path, place }]
  })
  return { terms, findings, broken: false }
}
