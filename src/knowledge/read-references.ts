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

/** A notice of retraction or correction: the day it came out (as far as known) and its DOI or address. */
const notice = z.strictObject({
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected a date such as "2014-07-02", "2014-07" or "2014"'),
  notice: z.string().min(1),
})

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
  custom: z
    .strictObject({
      status: z.literal('recheck').optional(),
      retracted: notice.optional(),
      corrected: notice.optional(),
    })
    .optional(),
})

interface References {
  /** In the order of the file. */
  readonly list: readonly Reference[]
  readonly findings: readonly Finding[]
  /** Ids of items that could not be read. */
  readonly broken: readonly string[]
  /** Where an id stands for the n-th time, 0 for the first. */
  readonly placeOf: (id: string, occurrence?: number) => Place
}

/** Reads references.json (CSL-JSON). What can't be read is left out and reported. */
export const readReferences = ({ path, text }: KnowledgeFile): References => {
  const placeAt = placesIn(text)
  let offsets: Map<string, number[]> | undefined
  const placeOf = (id: string, occurrence = 0) => {
    offsets ??= offsetsOf(text)
    return placeAt(offsets.get(id)?.[occurrence] ?? 0)
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
    broken: [],
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
  const broken: string[] = []
  for (const [index, item] of data.entries()) {
    const parsed = schema.safeParse(item)
    if (parsed.success) {
      list.push(parsed.data as Reference)
      continue
    }
    const id: unknown = item && typeof item === 'object' && 'id' in item ? item.id : undefined
    if (typeof id === 'string') broken.push(id)
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
  return { list, findings, broken, placeOf }
}

const offsetsOf = (text: string): Map<string, number[]> => {
  const offsets = new Map<string, number[]>()
  for (const match of text.matchAll(/"id":\s*"([^"\\]*)"/g)) {
    const id = match[1] ?? ''
    offsets.set(id, [...(offsets.get(id) ?? []), match.index])
  }
  return offsets
}
