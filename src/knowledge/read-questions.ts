import { isLanguage } from '../domain/language.js'
import type { Finding } from '../domain/finding.js'
import type { Variant } from '../domain/library.js'
import { finding, type KnowledgeFile } from './source.js'

const questionPath = /^questions\/([a-z]{2})\/([a-z0-9]+(?:-[a-z0-9]+)*)\.txt$/

/** Reads `questions/<language>/<id>.txt`: one way of asking for the card a line; empty lines and lines that begin with # are skipped. */
export const readQuestions = ({
  path,
  text,
}: KnowledgeFile): { variants: readonly Variant[]; findings: readonly Finding[] } => {
  const [, language, card] = questionPath.exec(path) ?? []
  if (!language || !card || !isLanguage(language)) {
    return {
      variants: [],
      findings: [
        finding('file-name', 'error', path, { line: 1, column: 1 }, [
          `"${path}"`,
          'questions/<language>/<card id>.txt',
          'rename the file',
        ]),
      ],
    }
  }
  const findings: Finding[] = []
  const variants: Variant[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const question = line.trim()
    if (!question || question.startsWith('#')) continue
    if (question.length > 300 || question.includes('\0')) {
      findings.push(
        finding('question-length', 'error', path, { line: index + 1, column: 1 }, [
          `a line of ${question.length} characters`,
          'one question of at most 300 characters a line',
          'shorten it',
        ]),
      )
    } else variants.push({ card, language, text: question, file: path, line: index + 1 })
  }
  return { variants, findings }
}
