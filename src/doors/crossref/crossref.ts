import { z } from 'zod'
import type { RegisteredNotice, RegisteredWork } from '../../domain/registered-work.js'

const dateParts = z.object({ 'date-parts': z.array(z.array(z.number().nullable())) })
const workSchema = z.object({
  message: z.object({
    title: z.array(z.string()).default([]),
    author: z.array(z.object({ family: z.string().optional(), name: z.string().optional() })).default([]),
    issued: dateParts.optional(),
    'published-print': dateParts.optional(),
    'published-online': dateParts.optional(),
    'updated-by': z
      .array(z.object({ DOI: z.string(), type: z.string(), updated: dateParts.optional() }))
      .default([]),
  }),
})

/** Kinds of updates that matter to a reader, under `updated-by` of a work: https://crossref.gitlab.io/tutorials/get-rw-metadata */
const kinds: readonly [RegExp, RegisteredNotice['kind']][] = [
  [/retraction|withdrawal|removal/, 'retraction'],
  [/concern/, 'concern'],
  [/correction|corrigendum|erratum/, 'correction'],
]

const isoDate = (parts: z.infer<typeof dateParts> | undefined): string =>
  (parts?.['date-parts'][0] ?? [])
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

/** Reads an answer of `GET /works/<doi>`. @throws where it is none */
export const readWork = (answer: unknown): RegisteredWork => {
  const { message } = workSchema.parse(answer)
  const years = (['issued', 'published-print', 'published-online'] as const).flatMap(
    (key) => message[key]?.['date-parts'][0]?.[0] ?? [],
  )
  // The same notice comes twice where both the publisher and Retraction Watch report it.
  const notices = new Map(
    message['updated-by'].flatMap(({ DOI, type, updated }): [string, RegisteredNotice][] => {
      const kind = kinds.find(([pattern]) => pattern.test(type))?.[1]
      return kind ? [[`${kind} ${DOI.toLowerCase()}`, { kind, DOI, date: isoDate(updated) }]] : []
    }),
  )
  return {
    title: message.title[0] ?? '',
    authors: message.author.flatMap(({ family, name }) => family ?? name ?? []),
    years: [...new Set(years)],
    notices: [...notices.values()],
  }
}

/** What the client needs of the world. */
export interface CrossrefWorld {
  /** Address of the service, without a slash at its end. */
  readonly base: string
  /** Crossref asks heavy users to say who they are, and serves them better for it. */
  readonly mailto: string
  /** Answers of earlier runs: the text of an answer, "" for a DOI that is not known. */
  readonly cache: {
    readonly get: (doi: string) => string | undefined
    readonly set: (doi: string, answer: string) => void
  }
  readonly wait: (milliseconds: number) => Promise<void>
}

/** Requests are this far apart until the service tells its own limit, in milliseconds. */
const calm = 200
const tries = 4
/** No single answer is waited for longer, in milliseconds. */
const patience = 20_000

/** How long the service wants us to wait, in milliseconds: by Retry-After (RFC 9110, 10.2.3), else longer each time. */
const pauseOf = (response: Response | undefined, round: number): number => {
  const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? Math.min(seconds, 60) * 1000 : 1000 * 2 ** round
}

/** Milliseconds between requests by the limit that an answer tells: `x-rate-limit-limit` requests in `x-rate-limit-interval` ("1s"). */
const spacingOf = ({ headers }: Response): number => {
  const limit = Number(headers.get('x-rate-limit-limit') ?? Number.NaN)
  const seconds = Number.parseInt(headers.get('x-rate-limit-interval') ?? '', 10)
  return limit > 0 && seconds > 0 ? Math.max(calm / 2, (1000 * seconds) / limit) : calm
}

const read = (answer: string): RegisteredWork | undefined =>
  answer ? readWork(JSON.parse(answer)) : undefined

/**
 * A polite client of Crossref's REST API: one request at a time, spaced by the limit that the service tells, with an address to write to,
 * repeated where the service is busy, and never asked twice for what the cache holds.
 */
export const createCrossref = ({ base, mailto, cache, wait }: CrossrefWorld) => {
  let spacing = 0

  const ask = async (doi: string): Promise<string> => {
    let last: unknown
    for (let round = 0; round < tries; round += 1) {
      await wait(spacing)
      let response: Response | undefined
      try {
        response = await fetch(
          `${base}/works/${encodeURIComponent(doi)}?mailto=${encodeURIComponent(mailto)}`,
          {
            headers: { 'user-agent': `Hakim knowledge check (mailto:${mailto})` },
            signal: AbortSignal.timeout(patience),
          },
        )
        spacing = spacingOf(response)
        if (response.status === 404) return ''
        if (response.ok) return await response.text()
        last = new Error(`Crossref answered ${response.status}`)
        if (response.status !== 429 && response.status < 500) break
      } catch (error) {
        last = error
      }
      if (round < tries - 1) await wait(pauseOf(response, round))
    }
    throw new Error(`no answer on ${doi}`, { cause: last })
  }

  return {
    /** What Crossref holds on a DOI; nothing where it does not know it. @throws where it can't be asked */
    work: async (doi: string): Promise<RegisteredWork | undefined> => {
      const known = cache.get(doi)
      if (known !== undefined) {
        try {
          return read(known)
        } catch {
          // What was kept is damaged: asked again below.
        }
      }
      const answer = await ask(doi)
      const work = read(answer)
      cache.set(doi, answer)
      return work
    },
  }
}
