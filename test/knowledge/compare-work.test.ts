import { describe, expect, test } from 'vitest'
import type { Reference } from '../../src/domain/reference.js'
import type { RegisteredWork } from '../../src/domain/registered-work.js'
import { compareWork } from '../../src/knowledge/compare-work.js'

const reference: Reference = {
  id: 'lee2014',
  type: 'article-journal',
  title: 'The fate of made-up cells: a study',
  author: [{ family: 'Lee', given: 'Ann' }, { family: "O'Neill-García" }],
  issued: { 'date-parts': [[2014]] },
  DOI: '10.1000/x',
}
const work: RegisteredWork = {
  title: 'The Fate of <i>Made-up</i> Cells',
  authors: ['LEE', 'O’Neill Garcia'],
  years: [2013, 2014],
  notices: [],
}
const told = (ours: Partial<Reference>, theirs: Partial<RegisteredWork>) =>
  compareWork({ ...reference, ...ours }, { ...work, ...theirs }, 'references.json', {
    line: 3,
    column: 5,
  }).map(({ severity, found }) => `${severity} ${found}`)

describe('comparing a reference with the registry', () => {
  test('agrees in spite of case, marks, markup, subtitles and print years', () => {
    expect(told({}, {})).toEqual([])
    expect(told({}, { years: [2014] })).toEqual([])
  })

  test('tells a title, a year and authors that differ, at the place of the reference', () => {
    expect(told({ title: 'Something else altogether' }, {})).toEqual([
      'warning the title "Something else altogether"',
    ])
    expect(told({ issued: { 'date-parts': [[2015]] } }, {})).toEqual(['warning the year 2015'])
    expect(told({ author: [{ family: 'Kim' }] }, { authors: ['Lee'] })).toEqual(['warning the authors Kim'])
    expect(
      compareWork(reference, undefined, 'references.json', { line: 3, column: 5 }).map(({ line, column }) => [
        line,
        column,
      ]),
    ).toEqual([[3, 5]])
  })

  test('takes a shortened list of authors where the note says so', () => {
    const authors = ['Lee', 'O’Neill Garcia', 'Park']
    expect(told({}, { authors })).toEqual(['info 2 of 3 authors'])
    expect(told({ note: 'author list shortened' }, { authors })).toEqual([])
  })

  test('leaves bodies and works without authors alone', () => {
    expect(told({ author: [{ literal: 'The Consortium' }] }, { authors: ['Lee'] })).toEqual([])
    expect(told({}, { authors: [], title: '', years: [] })).toEqual([])
  })

  test('tells notices that the reference does not tell of', () => {
    const notices: RegisteredWork['notices'] = [
      { kind: 'retraction', date: '2014-07-02', DOI: '10.1000/gone' },
      { kind: 'correction', date: '2014-03', DOI: '10.1000/fixed' },
      { kind: 'concern', date: '2014', DOI: '10.1000/doubt' },
    ]
    expect(told({}, { notices })).toEqual([
      'error a notice of retraction of 2014-07-02 (10.1000/gone)',
      'warning a notice of correction of 2014-03 (10.1000/fixed)',
      'warning a notice of concern of 2014 (10.1000/doubt)',
    ])
    const custom = {
      retracted: { date: '2014-07-02', notice: '10.1000/gone' },
      corrected: { date: '2014-03', notice: '10.1000/fixed' },
    }
    expect(told({ custom }, { notices: notices.slice(0, 2) })).toEqual([])
  })
})
