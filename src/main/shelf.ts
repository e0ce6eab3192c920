import { watch } from 'chokidar'
import { createDesk, type Desk } from '../app/desk.js'
import type { Log } from '../app/log.js'
import type { Clock } from '../app/ports.js'
import { load, type Loaded } from '../knowledge/load.js'
import { readKnowledgeFolder } from './knowledge-folder.js'

/** The knowledge at hand, replaced as a whole when its files change. */
export interface Shelf {
  readonly desk: () => Desk
  readonly loaded: () => Loaded
  /** Follows the folder from now on; resolves when it is being watched. */
  readonly watch: () => Promise<void>
  readonly close: () => Promise<void>
}

/** How long the folder has to be quiet before it is read again, in milliseconds: a storm of saves costs one reload. */
const quiet = 150

/**
 * Reads the knowledge in a folder.
 * @param today ISO date
 * @throws where no card can be shown, with the first findings
 */
export const readShelf = (folder: string, today: string): Loaded => {
  const loaded = load(readKnowledgeFolder(folder), today)
  if (loaded.library.cards.length) return loaded
  const first = loaded.findings
    .slice(0, 5)
    .map(({ file, line, found, expected }) => `  ${file}:${line}: ${found}, expected ${expected}`)
  throw new Error(
    `no card can be shown from ${folder}; set KNOWLEDGE_DIR to a folder with topics.yaml, references.json and cards/\n${first.join('\n')}`,
  )
}

/**
 * Opens the knowledge in a folder.
 * @throws where no card can be shown, with the first findings
 */
export const openShelf = (folder: string, clock: Clock, log: Log): Shelf => {
  const today = () => new Date(clock()).toISOString().slice(0, 10)
  let loaded = readShelf(folder, today())
  let desk = createDesk(loaded.library)
  let timer: NodeJS.Timeout | undefined
  let watcher: ReturnType<typeof watch> | undefined

  const report = () => {
    const errors = loaded.findings.filter(({ severity }) => severity === 'error')
    for (const { file, line, column, rule, found, expected } of errors.slice(0, 20)) {
      log.warn({ file, line, column, rule }, `${found}; expected ${expected}`)
    }
    if (loaded.kept.length)
      log.warn({ files: loaded.kept }, 'these files are broken and stay in their last good version')
  }

  const reload = () => {
    try {
      const next = load(readKnowledgeFolder(folder), today(), loaded)
      if (!next.library.cards.length) throw new Error('no card can be shown')
      const changed = next.library.version !== loaded.library.version
      if (changed) desk = createDesk(next.library)
      loaded = next
      log.info(
        { knowledge: next.library.version, cards: next.library.cards.length, changed },
        'the knowledge was read again',
      )
      report()
    } catch (error) {
      log.error({ err: error }, 'the knowledge could not be read again; the version before stays')
    }
  }

  report()
  return {
    desk: () => desk,
    loaded: () => loaded,
    watch: () =>
      new Promise((resolve) => {
        watcher = watch(folder, { ignoreInitial: true })
        watcher.on('all', () => {
          clearTimeout(timer)
          timer = setTimeout(reload, quiet)
        })
        watcher.on('error', (error) =>
          log.warn({ err: error }, 'the knowledge folder can no longer be watched'),
        )
        watcher.on('ready', () => resolve())
      }),
    close: async () => {
      clearTimeout(timer)
      await watcher?.close()
    },
  }
}
