import { z } from 'zod'
import type { Finding } from '../domain/finding.js'
import type { Reference } from '../domain/reference.js'
import { finding, placesIn, type KnowledgeFile, type Place } from './source.js'

const author = z
  .strictObject({
    family: z.string().min(1).optional(),
    given: z.string().optional(),
    literal: z.string().min(1).optional(),
  })
  .refine((name) => name.family ?? name.literal, 'a family name or a literal name')

const schema = z.strictObject({
  id: z.string().regex(/^[\w:.-]+$/),
  type: z.string().min(1),
  title: z.string().min(1),
  author: z.array(author).min(1),
  issued: z.strictObject({ 'date-parts': z.tuple([z.array(z.int()).min(1).max(3)]) }),
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  DOI: z.string().optional(),
  PMID: z.string().optional(),
  PMCID: z.string().optional(),
  URL: z.url({ protocol: /^https?$/ }).optional(),
  language: z.string().optional(),
  note: z.string().optional(),
  custom: z.strictObject({ status: z.literal('recheck') }).optional(),
})

interface References {
  /** In the order of the file. */
  readonly list: readonly Reference[]
  readonly findings: readonly Finding[]
  readonly placeOf: (id: string) => Place
}

/** Reads references.json (CSL-JSON). What can't be read is left out and reported. */
export const readReferences = ({ path, text }: KnowledgeFile): References => {
  const placeAt = placesIn(text)
  let offsets: Map<string, number> | undefined
  const placeOf = (id: string) => {
    offsets ??= new Map(
      [...text.matchAll(/"id":\s*"([^"\\]*)"/g)].toReversed().map((match) => [match[1] ?? '', match.index]),
    )
    return placeAt(offsets.get(id) ?? 0)
  }
  const failed = (found: string): References => ({
    list: [],
    findings: [
      finding('references', 'error', path, placeAt(0), [
        found,
        'a JSON list of CSL-JSON items',
        'mend the file',
      ]),
    ],
    placeOf,
  })
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  }
  if (!Array.isArray(data)) return failed(data === null ? 'null' : typeof data)
  const list: Reference[] = []
  const findings: Finding[] = []
  for (const [index, item] of data.entries()) {
    const parsed = schema.safeParse(item)
    if (parsed.success) {
      list.push(parsed.data as Reference)
      continue
    }
    const id: unknown = item && typeof item === 'object' && 'id' in item ? item.id : undefined
    for (const issue of parsed.error.issues) {
      findings.push(
        finding('references', 'error', path, typeof id === 'string' ? placeOf(id) : placeAt(0), [
          `item ${typeof id === 'string' ? id : index}: ${issue.path.join('.')} ${issue.message}`,
          'a CSL-JSON item with id, type, title, author and issued',
          'mend the item',
        ]),
      )
    }
  }
  return { list, findings, placeOf }
}
