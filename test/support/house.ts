import { createConversations } from '../../src/app/conversations.js'
import { createDesk, type Desk } from '../../src/app/desk.js'
import type { House } from '../../src/app/command.js'
import type { Log } from '../../src/app/log.js'
import type { Library } from '../../src/domain/library.js'
import { load } from '../../src/knowledge/load.js'
import { readKnowledgeFolder } from '../../src/main/knowledge-folder.js'
import { createOpinions } from '../../src/store/memory/opinions.js'

/** The day on which tests happen. */
export const today = '2026-11-24'

let own: ReturnType<typeof load> | undefined
/** The project's own knowledge, as on the day of its newest review; read once for all test files that share a process. */
export const ownKnowledge = () => (own ??= readOwn())

/** The library without the translations of a card. */
export const untranslated = (library: Library, id: string): Library => ({
  ...library,
  translations: new Map([...library.translations].filter(([card]) => card !== id)),
})

const desks = new WeakMap<Library, Desk>()
/** The desk of a library: it changes nothing, so houses on the same library share it. */
const deskOf = (library: Library): Desk => {
  const desk = desks.get(library) ?? createDesk(library)
  desks.set(library, desk)
  return desk
}

const readOwn = () => {
  const files = readKnowledgeFolder('knowledge')
  const reviewed = files.flatMap(({ text }) => /^reviewed: (\d{4}-\d\d-\d\d)$/m.exec(text)?.[1] ?? [])
  return load(files, reviewed.toSorted().at(-1) ?? today)
}

/** A log that keeps what it is told. */
export const createTestLog = () => {
  const lines: { readonly level: string; readonly facts: object; readonly message: string }[] = []
  const at = (level: string) => (facts: object, message: string) => void lines.push({ level, facts, message })
  const log: Log = { info: at('info'), warn: at('warn'), error: at('error') }
  return { log, lines }
}

/** A house on the project's own knowledge, with a clock that stands until it is moved. */
export const createTestHouse = (loaded = ownKnowledge()) => {
  let now = Date.parse(`${today}T08:00:00Z`)
  const desk = deskOf(loaded.library)
  const opinions = createOpinions()
  const house: House = {
    desk: () => desk,
    conversations: createConversations(() => now),
    opinions,
    version: 'test',
  }
  return { house, opinions, library: loaded.library, pass: (milliseconds: number) => (now += milliseconds) }
}
