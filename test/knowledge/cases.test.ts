import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/domain/finding.js'
import type { Knowledge, Trials } from '../../src/knowledge/checks/check.js'
import { checkOrder, surveys } from '../../src/knowledge/checks/index.js'
import { load } from '../../src/knowledge/load.js'
import type { KnowledgeFile } from '../../src/knowledge/source.js'
import { readKnowledgeFolder } from '../../src/main/knowledge-folder.js'
import { today } from '../support/house.js'

/** What a case says of a finding; its words are left to the rule. */
type Expected = Pick<Finding, 'file' | 'line' | 'column' | 'rule' | 'severity'>

const cases = 'test/cases'
const rooms = 'src/knowledge'
const largest = 24 * 1024

/** Small stand-ins for the house: titles of more than 40 characters break a limit, a question finds the card whose title it holds. */
const trialsOf = ({ sources }: Knowledge): Trials => ({
  renderings: ({ title }) => [
    { name: 'the title', problems: title.length > 40 ? [`title: ${title.length}, at most 40`] : [] },
  ],
  firstCard: ({ text }) =>
    sources.find(({ card }) => text.toLowerCase().includes(card.title.toLowerCase()))?.card.id,
})

/** The shared files, with those of a case in the place of files of the same path. */
const filesOf = (rule: string, kind: 'good' | 'bad'): KnowledgeFile[] => {
  const base = readKnowledgeFolder(join(cases, 'base'))
  const own = readKnowledgeFolder(join(cases, rule, kind))
  return [...base.filter(({ path }) => own.every((file) => file.path !== path)), ...own]
}

/** Cases are kept short, so their length is told only where it is what they are about. */
const findingsOf = (files: readonly KnowledgeFile[], about = ''): Finding[] => {
  const { findings, read, knowledge } = load(files, today)
  return [
    ...findings,
    ...checkOrder(read),
    ...surveys.flatMap((survey) => survey(knowledge, trialsOf(knowledge))),
  ].filter(({ rule }) => rule !== 'card-length' || about === rule)
}

const placed = (findings: readonly Expected[]): string[] =>
  findings
    .map(({ file, line, column, rule, severity }) => `${file}:${line}:${column} ${rule} ${severity}`)
    .toSorted()

const ruleFiles = readdirSync(join(rooms, 'checks'))
  .map((file) => basename(file, '.ts'))
  .filter((name) => name !== 'check' && name !== 'index')
/** The names under which the rules and the readers report: each stands once as the first argument of `finding`. */
const reportedRules = readdirSync(rooms, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(join(rooms, file), 'utf8').matchAll(/\bfinding\(\s*'([a-z-]+)'/g)])
  .map(([, rule = '']) => rule)
const folders = readdirSync(cases).filter((name) => name !== 'base')

describe('the cases', () => {
  test('there is a folder of cases for each rule, and for nothing else', () => {
    // The case of a card that is too large is made when the tests run, not stored; what Crossref says is tried in compare-work.test.ts.
    const rules = new Set(
      [...ruleFiles, ...reportedRules].filter((rule) => rule !== 'file-size' && rule !== 'crossref'),
    )
    expect(folders.toSorted()).toEqual([...rules].toSorted())
  })

  test('a rule reports under the name of its file', () => {
    expect(reportedRules).toEqual(expect.arrayContaining(ruleFiles))
  })

  test('the shared files have no fault', () => {
    expect(placed(findingsOf(readKnowledgeFolder(join(cases, 'base'))))).toEqual([])
  })
})

describe.each(folders)('the rule %s', (rule) => {
  test('lets the good files pass', () => {
    expect(findingsOf(filesOf(rule, 'good'), rule).filter((found) => found.rule === rule)).toEqual([])
  })

  test('tells each fault of the bad files at its place', () => {
    const expected = JSON.parse(
      readFileSync(join(cases, rule, 'bad', 'expected.json'), 'utf8'),
    ) as readonly Expected[]
    expect(expected.map((one) => one.rule)).toContain(rule)
    expect(placed(findingsOf(filesOf(rule, 'bad'), rule))).toEqual(placed(expected))
  })

  test('says what was found, what was expected and what to do', () => {
    for (const { found, expected, todo } of findingsOf(filesOf(rule, 'bad'), rule)) {
      expect([found, expected, todo].map((words) => words.trim())).not.toContain('')
    }
  })
})

/** A card without faults, made as long as is asked for. */
const cardOf = (size: number): KnowledgeFile => {
  const card = filesOf('short-answer', 'good').find(({ path }) => path.endsWith('liver-cell.md'))
  const text = card?.text ?? ''
  return { path: card?.path ?? '', text: text + '\n'.repeat(size - text.length) }
}
const findingsWith = (card: KnowledgeFile) =>
  placed(findingsOf([...readKnowledgeFolder(join(cases, 'base')), card]))

describe('the rule file-size', () => {
  test('lets a card of 24 KiB pass', () => {
    expect(findingsWith(cardOf(largest))).toEqual([])
  })

  test('refuses a card of one character more', () => {
    expect(findingsWith(cardOf(largest + 1))).toEqual(['cards/cells/liver-cell.md:1:1 file-size error'])
  })
})
