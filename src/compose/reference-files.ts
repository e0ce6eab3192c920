import type { Author, Reference } from '../domain/reference.js'
import type { Attachment } from '../view/view.js'
import { isShortened, yearOf } from './vancouver.js'

const bibtexTypes: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  book: 'book',
  report: 'techreport',
}
const risTypes: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  book: 'BOOK',
  report: 'RPRT',
  legislation: 'STAT',
  legal_case: 'CASE',
}

const nameOf = ({ family, given, literal }: Author): string =>
  literal ?? [family, given].filter(Boolean).join(', ')

/** Signs that mean something to TeX, as commands. BibTeX counts braces even behind a backslash, so they get names. */
const texSigns: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '{\\textbraceleft}'],
  ['}', '{\\textbraceright}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
])
const tex = (text: string): string =>
  text.replace(/[\\{}$&#_%~^]/g, (sign) => texSigns.get(sign) ?? `\\${sign}`)

/** Retraction and correction in a line, for managers that show notes. */
const noticesOf = ({ custom = {} }: Reference): string =>
  [
    ...(custom.retracted ? [`Retracted ${custom.retracted.date}: ${custom.retracted.notice}`] : []),
    ...(custom.corrected ? [`Corrected ${custom.corrected.date}: ${custom.corrected.notice}`] : []),
  ].join('; ')

const bibtexEntry = (reference: Reference): string => {
  const { id, type, title, author, volume, issue, page, publisher, DOI, PMID, URL } = reference
  const container = reference['container-title']
  const entry = bibtexTypes[type] ?? 'misc'
  const names = author.map((name) => (name.literal ? `{${tex(name.literal)}}` : tex(nameOf(name))))
  const fields: [string, string | undefined][] = [
    ['author', [...names, ...(isShortened(reference) ? ['others'] : [])].join(' and ')],
    ['title', `{${tex(title)}}`],
    [
      entry === 'article' ? 'journal' : entry === 'techreport' ? 'institution' : 'howpublished',
      container && tex(container),
    ],
    ['publisher', publisher && tex(publisher)],
    ['year', String(yearOf(reference) ?? '')],
    ['volume', volume],
    ['number', issue],
    ['pages', page?.replace('-', '--')],
    ['doi', DOI],
    ['pmid', PMID],
    ['url', URL],
    ['note', tex(noticesOf(reference))],
  ]
  return `@${entry}{${id},\n${fields
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${value}}`)
    .join(',\n')}\n}`
}

const risEntry = (reference: Reference): string => {
  const { id, type, title, author, volume, issue, page, publisher, DOI, URL } = reference
  const [first, last] = page?.split(/[-–]/) ?? []
  const lines: [string, string | undefined][] = [
    ['TY', risTypes[type] ?? 'ELEC'],
    ['ID', id],
    ...author.map((name): [string, string] => ['AU', nameOf(name)]),
    ['TI', title],
    [type.startsWith('article') ? 'JO' : 'T2', reference['container-title']],
    ['PB', publisher],
    ['PY', String(yearOf(reference) ?? '')],
    ['VL', volume],
    ['IS', issue],
    ['SP', first],
    ['EP', last],
    ['DO', DOI],
    ['UR', URL],
    ['N1', noticesOf(reference)],
  ]
  return `${lines
    .filter(([, value]) => value)
    .map(([tag, value]) => `${tag}  - ${value?.replace(/\s+/g, ' ').trim()}`)
    .join('\r\n')}\r\nER  - `
}

/** The references as files that reference managers read: BibTeX, RIS and CSL-JSON. `name` is their common base name. */
export const referenceFiles = (name: string, references: readonly Reference[]): Attachment[] => [
  { name: `${name}.bib`, text: `${references.map(bibtexEntry).join('\n\n')}\n` },
  { name: `${name}.ris`, text: `${references.map(risEntry).join('\r\n\r\n')}\r\n` },
  { name: `${name}.json`, text: `${JSON.stringify(references, null, 2)}\n` },
]
