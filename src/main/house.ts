import { readFileSync } from 'node:fs'
import type { House } from '../app/command.js'
import { createConversations } from '../app/conversations.js'
import type { Desk } from '../app/desk.js'
import type { Clock } from '../app/ports.js'
import { createOpinions } from '../store/memory/opinions.js'

/** The program's version, from package.json two floors above the build. */
const version = (): string => {
  for (const place of ['../../package.json', '../../../package.json']) {
    try {
      const { version: found }: { version?: string } = JSON.parse(
        readFileSync(new URL(place, import.meta.url), 'utf8'),
      )
      if (found) return found
    } catch {
      // Not there: built and unbuilt files stand at different depths.
    }
  }
  return 'unknown'
}

/** Wires the use cases to their ports. */
export const createHouse = (desk: () => Desk, clock: Clock): House => ({
  desk,
  conversations: createConversations(clock),
  opinions: createOpinions(),
  version: version(),
})
