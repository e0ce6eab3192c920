import { parse } from 'yaml'
import { z } from 'zod'
import { languages } from '../domain/language.js'
import type { Finding } from '../domain/finding.js'
import type { Topic } from '../domain/library.js'
import { finding, type KnowledgeFile } from './source.js'

const schema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z
      .object({ en: z.string().min(1) })
      .catchall(z.string().min(1))
      .refine(
        (names) => Object.keys(names).every((code) => (languages as readonly string[]).includes(code)),
        'known language codes',
      ),
  }),
)

/** Reads topics.yaml: the topics in the order in which people see them. */
export const readTopics = ({
  path,
  text,
}: KnowledgeFile): { topics: readonly Topic[]; findings: readonly Finding[] } => {
  const failed = (found: string) => ({
    topics: [],
    findings: [
      finding('topics', 'error', path, { line: 1, column: 1 }, [
        found,
        'a list of topics, each with id and name: { en: ... }',
        'mend the file',
      ]),
    ],
  })
  try {
    const parsed = schema.safeParse(parse(text, { maxAliasCount: 0 }))
    if (parsed.success) return { topics: parsed.data, findings: [] }
    return failed(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '))
  } catch (error) {
    return failed(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error))
  }
}
