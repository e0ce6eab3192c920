import type { Finding } from '../domain/finding.js'
import type { Reference } from '../domain/reference.js'
import type { RegisteredNotice, RegisteredWork } from '../domain/registered-work.js'
import { fold } from '../text/fold.js'
import { finding, type Place } from './source.js'

/** Titles that share this part of their words are one; subtitles and small words come and go between registries. */
const sameTitle = 0.6

const wordsOf = (text: string): Set<string> =>
  new Set(
    fold(text.replace(/<[^>]*>/g, ''))
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2),
  )

/** How much of the shorter title's words stand in the other, 0..1. */
const likeness = (left: string, right: string): number => {
  const [one, other] = [wordsOf(left), wordsOf(right)].toSorted((a, b) => a.size - b.size)
  if (!one?.size || !other) return 1
  return [...one].filter((word) => other.has(word)).length / one.size
}

/** A name as two lists of authors can be told to agree: without marks, particles joined. */
const nameOf = (name: string): string => fold(name).replace(/[^\p{L}]/gu, '')

const agree = (ours: string, theirs: string): boolean =>
  nameOf(theirs).includes(nameOf(ours)) || nameOf(ours).includes(nameOf(theirs))

/**
 * Compares a reference with what the registry of DOIs says of it: title, year, authors, notices of retraction, concern and correction.
 * @param work what the registry holds; nothing where it does not know the DOI
 */
export const compareWork = (
  { DOI = '', title, author, issued, note = '', custom = {} }: Reference,
  work: RegisteredWork | undefined,
  file: string,
  place: Place,
): Finding[] => {
  const tell = (severity: Finding['severity'], found: string, expected: string, todo: string) =>
    finding('crossref', severity, file, place, [found, expected, todo])
  if (!work) {
    return [
      tell(
        'warning',
        `DOI ${DOI}, which Crossref does not know`,
        'a DOI of this work',
        'look it up, or cite its address instead',
      ),
    ]
  }
  const year = issued['date-parts'][0]?.[0]
  const families = author.flatMap(({ family }) => family ?? [])
  const strangers = families.filter((family) => !work.authors.some((theirs) => agree(family, theirs)))
  const isShort = families.length > 0 && author.length < work.authors.length && !/author list/.test(note)
  const told = (kind: RegisteredNotice['kind']) =>
    kind === 'retraction' ? custom.retracted : kind === 'correction' ? custom.corrected : undefined
  return [
    ...(work.title && likeness(title, work.title) < sameTitle
      ? [tell('warning', `the title "${title}"`, `"${work.title}"`, 'mend the title or the DOI')]
      : []),
    ...(year !== undefined && work.years.length && !work.years.includes(year)
      ? [tell('warning', `the year ${year}`, work.years.join(' or '), 'mend the year')]
      : []),
    ...(work.authors.length && strangers.length
      ? [
          tell(
            'warning',
            `the authors ${strangers.join(', ')}`,
            `authors of the work: ${work.authors.slice(0, 6).join(', ')}${work.authors.length > 6 ? ', ...' : ''}`,
            'mend the names or the DOI',
          ),
        ]
      : []),
    ...(isShort
      ? [
          tell(
            'info',
            `${author.length} of ${work.authors.length} authors`,
            'all of them, or the note "author list shortened"',
            'add the authors or the note',
          ),
        ]
      : []),
    ...work.notices
      .filter(({ kind }) => !told(kind))
      .map(({ kind, date, DOI: notice }) =>
        tell(
          kind === 'retraction' ? 'error' : 'warning',
          `a notice of ${kind} of ${date} (${notice})`,
          kind === 'concern' ? 'a work without doubts' : 'a reference that tells of it',
          kind === 'concern'
            ? 'read the notice, and say so in the note where the work is still cited'
            : `write "custom": { "${kind === 'retraction' ? 'retracted' : 'corrected'}": { "date": "${date}", "notice": "${notice}" } }, and read what the cards say again`,
        ),
      ),
  ]
}
