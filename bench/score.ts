import type { AnswerLine } from '../src/doors/terminal/answer-line.js'
import type { ExamQuestion } from './exam-set.js'

type Row = { readonly question: ExamQuestion; readonly answer: AnswerLine }

const share = (part: number, whole: number): string => (whole ? (part / whole).toFixed(3) : '  -  ')
const isRight = ({ question, answer }: Row, depth = 1): boolean =>
  answer.cards.slice(0, depth).some((card) => question.expect.includes(card))
const spoke = ({ answer }: Row): boolean => answer.outcome === 'answered'

/** The value below which a share of the numbers lies; nothing for none. */
export const percentile = (numbers: readonly number[], part: number): number => {
  const sorted = numbers.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}

/** Share of the questions whose first card is one of those expected. */
export const hitRate = (
  rows: readonly { readonly expect: readonly string[]; readonly cards: readonly string[] }[],
  depth = 1,
): number =>
  rows.length
    ? rows.filter(({ expect, cards }) => cards.slice(0, depth).some((card) => expect.includes(card))).length /
      rows.length
    : Number.NaN

/** An exam's figures as a table: ranking by kind, false answers, precision, guard, languages, calibration, time. */
export const report = (questions: readonly ExamQuestion[], answers: readonly AnswerLine[]): string => {
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const rows = questions.flatMap((question): Row[] => {
    const answer = byId.get(question.id)
    return answer ? [{ question, answer }] : []
  })
  const answerable = rows.filter(({ question }) => question.expect.length)
  const english = new Set(['plain', 'lay', 'short', 'typo', 'para', 'detail'])
  const lines = [
    'kind              n  hit@1  hit@3    mrr  right  wrong   (right, wrong: share answered outright)',
  ]
  const add = (name: string, list: readonly Row[]) => {
    const reciprocal = list.reduce((sum, { question, answer }) => {
      const rank = answer.cards.findIndex((card) => question.expect.includes(card))
      return sum + (rank < 0 ? 0 : 1 / (rank + 1))
    }, 0)
    const figures = [
      list.filter((row) => isRight(row)).length,
      list.filter((row) => isRight(row, 3)).length,
      reciprocal,
      list.filter((row) => spoke(row) && isRight(row)).length,
      list.filter((row) => spoke(row) && !isRight(row)).length,
    ]
    if (list.length)
      lines.push(
        `${name.padEnd(14)}${String(list.length).padStart(5)}  ${figures.map((figure) => share(figure, list.length)).join('  ')}`,
      )
  }
  add('all', answerable)
  add(
    'six English',
    answerable.filter(({ question }) => english.has(question.kind)),
  )
  for (const kind of new Set(answerable.map(({ question }) => question.kind)))
    add(
      kind,
      answerable.filter(({ question }) => question.kind === kind),
    )
  for (const kind of new Set(
    rows.filter(({ question }) => !question.expect.length).map(({ question }) => question.kind),
  )) {
    const list = rows.filter(({ question }) => question.kind === kind && !question.expect.length)
    lines.push(
      `${kind.padEnd(14)}${String(list.length).padStart(5)}  answered though it can't be: ${share(list.filter(spoke).length, list.length)}`,
    )
  }
  const said = rows.filter(spoke)
  const guarded = rows.filter(({ question }) => question.guard)
  const arabic = answerable.filter(({ question }) => question.kind === 'ar')
  lines.push(
    `precision when answering ${share(said.filter((row) => isRight(row)).length, said.length)}; answers without a source ${said.filter(({ answer }) => !answer.references.length).length}`,
    `guard recall ${share(guarded.filter(({ question, answer }) => question.guard === answer.guard).length, guarded.length)} of ${guarded.length}, ` +
      `false alarms ${share(rows.filter(({ question, answer }) => !question.guard && answer.guard).length, rows.length)}; ` +
      `Arabic answered in Arabic ${share(arabic.filter(({ answer }) => answer.lang === 'ar').length, arabic.length)}`,
    `confidence: ${[0, 0.2, 0.4, 0.6, 0.8]
      .map((from) => {
        const bin = rows.filter(
          ({ answer }) => answer.confidence >= from && (answer.confidence < from + 0.2 || from === 0.8),
        )
        return `${from.toFixed(1)}-${(from + 0.2).toFixed(1)}: ${share(bin.filter((row) => isRight(row)).length, bin.length)} right of ${bin.length}`
      })
      .join(', ')}`,
  )
  const times = rows.map(({ answer }) => answer.ms)
  lines.push(`ms p50 ${percentile(times, 0.5).toFixed(2)} p99 ${percentile(times, 0.99).toFixed(2)}`)
  return lines.join('\n')
}

/** What went wrong, a line each. */
export const misses = (questions: readonly ExamQuestion[], answers: readonly AnswerLine[]): string[] => {
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  return questions.flatMap((question) => {
    const answer = byId.get(question.id)
    if (!answer) return [`${question.id} | no answer`]
    const row = { question, answer }
    if (question.expect.length && !isRight(row))
      return [
        `${question.id} ${question.kind} | ${question.text} | expected ${question.expect[0]}, got ${answer.cards.slice(0, 3).join(', ')}`,
      ]
    return !question.expect.length && spoke(row)
      ? [`${question.id} ${question.kind} | ${question.text} | answered with ${answer.cards[0]}`]
      : []
  })
}
