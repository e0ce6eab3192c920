import { readFileSync } from 'node:fs'
import type { Library } from '../src/domain/library.js'

/** A question of an exam; `expect` holds the best card and others that are as good, none where it can't be answered. */
export interface ExamQuestion {
  readonly id: string
  readonly lang: string
  readonly kind: string
  readonly text: string
  readonly expect: readonly string[]
  readonly context?: readonly string[]
  readonly guard?: 'advice' | 'urgent'
}

export const readExam = (file: string): ExamQuestion[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ExamQuestion)

/**
 * An exam as the present library can sit it. Where none of the expected cards exists the question can't be answered: a near miss of the
 * hardest kind. Where the best one is missing and another exists, nobody can tell what is right, and the question is left out.
 */
export const sittable = (questions: readonly ExamQuestion[], library: Library): ExamQuestion[] => {
  const known = new Set(library.cards.map(({ id }) => id))
  return questions.flatMap((question) => {
    const [best] = question.expect
    if (best === undefined || known.has(best)) return [question]
    return question.expect.some((id) => known.has(id)) ? [] : [{ ...question, kind: 'absent', expect: [] }]
  })
}

/** Halves an exam, always in the same way: by the last digit of the question's number. */
export const halves = (
  questions: readonly ExamQuestion[],
): { readonly tuning: ExamQuestion[]; readonly checking: ExamQuestion[] } => ({
  tuning: questions.filter(({ id }) => Number(id.at(-1)) % 2 === 0),
  checking: questions.filter(({ id }) => Number(id.at(-1)) % 2 === 1),
})
