import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import type { Library } from '../domain/library.js'

/** What tells one state of the knowledge from another: the program that reads it, and each file's path, size and time of change. */
const stateOf = (folder: string, program: string): string => {
  const hash = createHash('sha256').update(program).update(process.version).update(folder)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const { size, mtimeMs, ctimeMs } = statSync(join(folder, name))
    hash.update(`\0${name}\0${size}\0${mtimeMs}\0${ctimeMs}`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** What tells one build of the program from another: when the file of an entry point was written. */
export const buildOf = (entryUrl: string): string => String(statSync(fileURLToPath(entryUrl)).mtimeMs)

/**
 * The library of a knowledge folder, kept on disk as it was read: one question in the terminal need not read and check all cards anew.
 * What is kept serves as long as no file of the folder changed; where it can't be read or written, the folder is read, as ever.
 * @param kept the folder in which it is kept
 * @param program what tells one build of the program from another
 * @param read reads the folder
 */
export const keptLibrary = (folder: string, kept: string, program: string, read: () => Library): Library => {
  let file: string
  try {
    file = join(kept, `${stateOf(folder, program)}.library`)
  } catch {
    return read()
  }
  try {
    return deserialize(readFileSync(file)) as Library
  } catch {
    // Nothing kept for this state, or not readable any more.
  }
  const library = read()
  try {
    mkdirSync(kept, { recursive: true })
    const unfinished = `${file}.${process.pid}`
    writeFileSync(unfinished, serialize(library), { mode: 0o600 })
    renameSync(unfinished, file)
    for (const name of readdirSync(kept)) {
      if (name.endsWith('.library') && name !== basename(file)) rmSync(join(kept, name), { force: true })
    }
  } catch {
    // A folder that can't be written costs the time of reading, nothing else.
  }
  return library
}
