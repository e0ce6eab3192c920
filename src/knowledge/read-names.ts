import { z } from 'zod'
import { isLanguage } from '../domain/language.js'
import type { Finding } from '../domain/finding.js'
import type { LocalName } from '../domain/library.js'
import { finding, type KnowledgeFile, type Place } from './source.js'
import { readEntries } from './yaml-entries.js'

const namesPath = /^names\/([a-z]{2})\.yaml$/
const line = z.string().trim().min(1).max(80)
const schema = z.strictObject({ title: line, aliases: z.array(line).max(40) })

interface Names {
  readonly names: readonly LocalName[]
  readonly findings: readonly Finding[]
  /** Whether the file could not be read at all. */
  readonly broken: boolean
}

/**
 * Reads `names/<language>.yaml`: what cards are called in a language, also where they are not translated to it.
 * `card-id: { title: ..., aliases: [...] }`; an entry that can't be read is left out and reported.
 */
export const readNames = ({ path, text }: KnowledgeFile): Names => {
  const problem = (place: Place, found: string, todo = 'mend the file'): Finding =>
    finding('names', 'error', path, place, [
      found,
      'card ids, each with title and aliases of at most 80 characters',
      todo,
    ])
  const [, language = ''] = namesPath.exec(path) ?? []
  if (!isLanguage(language)) {
    const found = problem({ line: 1, column: 1 }, `"${path}"`, 'name it names/<language>.yaml')
    return { names: [], findings: [found], broken: true }
  }
  const entries = readEntries(text)
  if ('found' in entries)
    return { names: [], findings: [problem(entries.place, entries.found)], broken: true }
  const findings: Finding[] = []
  const names = entries.flatMap(({ id: card, value, place }): LocalName[] => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return [{ card, language, ...parsed.data, file: path, line: place.line }]
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`.trim())
    findings.push(problem(place, `${card}: ${issues.join('; ')}`, 'mend the entry'))
    return []
  })
  return { names, findings, broken: false }
}
