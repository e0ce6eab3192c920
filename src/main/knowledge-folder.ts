import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { KnowledgeFile } from '../knowledge/source.js'

const wanted =
  /^(topics\.yaml|references\.json|cards\/.+\.md|(?:names|glossary)\/.+\.yaml|questions\/.+\.txt)$/

/** Largest file that is read; knowledge is text written by hand. In bytes. */
const largest = 8 * 1024 * 1024

/**
 * Reads the knowledge files below a folder, paths with forward slashes, in a fixed order.
 * @throws with what was looked for, when the folder can't be read
 */
export const readKnowledgeFolder = (folder: string): KnowledgeFile[] => {
  let names: string[]
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (error) {
    throw new Error(
      `can't read the knowledge folder ${folder}: set KNOWLEDGE_DIR to a folder with topics.yaml and cards/`,
      { cause: error },
    )
  }
  return names
    .map((name) => ({ name, path: relative('.', name).split(sep).join('/') }))
    .filter(({ path }) => wanted.test(path))
    .toSorted((left, right) => (left.path < right.path ? -1 : 1))
    .flatMap(({ name, path }) => {
      const file = join(folder, name)
      const status = statSync(file, { throwIfNoEntry: false })
      if (!status?.isFile()) return []
      // A file too large to be knowledge is handed on as its size, so that it is reported like any other broken file.
      return [{ path, text: status.size > largest ? '\0'.repeat(1) : readFileSync(file, 'utf8') }]
    })
}
