import type { Finding } from '../domain/finding.js'
import type { Library } from '../domain/library.js'
import type { Knowledge } from './checks/check.js'
import { shownChecks } from './checks/index.js'
import { readCard } from './read-card.js'
import { readGlossary } from './read-glossary.js'
import { readNames } from './read-names.js'
import { readQuestions } from './read-questions.js'
import { readReferences } from './read-references.js'
import { readTopics } from './read-topics.js'
import { shelve } from './shelve.js'
import type { CardSource, KnowledgeFile } from './source.js'

/** What came of the knowledge files, and what the next load needs to keep good versions of files that broke. */
export interface Loaded {
  readonly library: Library
  readonly findings: readonly Finding[]
  /** All that could be read, for the rules of order. */
  readonly read: Knowledge
  /** What is shown, for the surveys. */
  readonly knowledge: Knowledge
  /** Files that are shown in an earlier version because the present one is broken. */
  readonly kept: readonly string[]
  /** Path -> the version that is shown. */
  readonly good: ReadonlyMap<string, CardSource>
  readonly readings: ReadonlyMap<string, Reading>
}

interface Reading {
  readonly text: string
  readonly original: CardSource | undefined
  readonly result: CardSource | Finding[]
}

const topicsFile = 'topics.yaml'
const referencesFile = 'references.json'

/**
 * Reads, checks and shelves the knowledge. A card that can't be read or can't be shown is left out, or stays in the version that
 * `previous` showed; either way it is reported. The same holds for the lists of topics and references.
 * @param today ISO date
 */
export const load = (files: readonly KnowledgeFile[], today: string, previous?: Loaded): Loaded => {
  const findings: Finding[] = []
  const kept = new Set<string>()

  // A missing file reads as an empty one, which neither list may be.
  const fileAt = (path: string) => files.find((file) => file.path === path) ?? { path, text: '' }
  const { topics, findings: topicFindings } = readTopics(fileAt(topicsFile))
  const referencesRead = readReferences(fileAt(referencesFile))
  findings.push(...topicFindings, ...referencesRead.findings)
  if (!topics.length && previous) kept.add(topicsFile)

  // A reference that broke stays as it was, so that the cards which cite it stay too.
  const stay = referencesRead.list.length
    ? referencesRead.broken.flatMap((id) => previous?.library.references.get(id) ?? [])
    : [...(previous?.library.references.values() ?? [])]
  const references = [...referencesRead.list, ...stay]
  if (stay.length) kept.add(referencesFile)

  const readings = new Map<string, Reading>()
  const good = new Map<string, CardSource>()
  const originalById = new Map<string, CardSource>()
  const cardFiles = files
    .filter(({ path }) => path.startsWith('cards/') && path.endsWith('.md'))
    .toSorted(originalsFirst)
  for (const file of cardFiles) {
    const id = /([a-z0-9-]+)(\.[a-z]{2})?\.md$/.exec(file.path)?.[1] ?? ''
    const original = isTranslation(file.path) ? originalById.get(id) : undefined
    const before = previous?.readings.get(file.path)
    const reading =
      before?.text === file.text && before.original === original
        ? before
        : { text: file.text, original, result: readCard(file, (wanted) => originalById.get(wanted)) }
    readings.set(file.path, reading)
    const { result } = reading
    if (Array.isArray(result)) findings.push(...result)
    const source = Array.isArray(result) ? previous?.good.get(file.path) : result
    if (!source) continue
    if (Array.isArray(result)) kept.add(file.path)
    good.set(file.path, source)
    if (!source.isTranslation && !originalById.has(id)) originalById.set(id, source)
  }

  const questionFiles = files
    .filter(({ path }) => path.startsWith('questions/') && path.endsWith('.txt'))
    .map(readQuestions)
  findings.push(...questionFiles.flatMap((read) => read.findings))

  /** What a list in one file tells, or what it told before where it can't be read any more. */
  const keep = <Item>(broken: boolean, file: string, now: readonly Item[], before: readonly Item[]) => {
    if (broken && before.length) kept.add(file)
    return broken ? before : now
  }
  const names = files
    .filter(({ path }) => path.startsWith('names/'))
    .flatMap((file) => {
      const read = readNames(file)
      findings.push(...read.findings)
      const before = previous?.knowledge.names.filter((name) => name.file === file.path)
      return keep(read.broken, file.path, read.names, before ?? [])
    })
  const terms = files
    .filter(({ path }) => path.startsWith('glossary/'))
    .flatMap((file) => {
      const read = readGlossary(file)
      findings.push(...read.findings)
      const before = previous?.knowledge.terms.filter((term) => term.file === file.path)
      return keep(read.broken, file.path, read.terms, before ?? [])
    })

  const knowledge: Knowledge = {
    // Cards that were shown before come first: where two claim one id or title, the newcomer gives way.
    sources: [...good.values()].toSorted(
      (left, right) => Number(!previous?.good.has(left.file)) - Number(!previous?.good.has(right.file)),
    ),
    topics: topics.length ? topics : (previous?.library.topics ?? []),
    variants: questionFiles.flatMap((read) => read.variants),
    names,
    terms,
    references,
    referencesFile,
    placeOfReference: referencesRead.placeOf,
    today,
  }
  const unshown = shownChecks.flatMap((check) => check(knowledge))
  findings.push(...unshown)

  for (const path of new Set(
    unshown.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  )) {
    const before = previous?.good.get(path)
    const now = good.get(path)
    good.delete(path)
    if (!before || before === now) continue
    const rest = { ...knowledge, sources: [...good.values(), before] }
    if (
      shownChecks.some((check) =>
        check(rest).some(({ file, severity }) => file === path && severity === 'error'),
      )
    )
      continue
    good.set(path, before)
    kept.add(path)
  }
  return {
    library: shelve([...good.values()], knowledge),
    findings: findings.toSorted(byPlace),
    read: knowledge,
    knowledge: { ...knowledge, sources: [...good.values()] },
    kept: [...kept],
    good,
    readings,
  }
}

const isTranslation = (path: string): boolean => /\.[a-z]{2}\.md$/.test(path)

const originalsFirst = (left: KnowledgeFile, right: KnowledgeFile): number =>
  Number(isTranslation(left.path)) - Number(isTranslation(right.path)) || (left.path < right.path ? -1 : 1)

const byPlace = (left: Finding, right: Finding): number =>
  left.file === right.file
    ? left.line - right.line || left.column - right.column
    : left.file < right.file
      ? -1
      : 1
