import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Presets, SingleBar } from 'cli-progress'
import type { Finding } from '../domain/finding.js'
import { createCrossref, type CrossrefWorld } from '../doors/crossref/crossref.js'
import type { Knowledge } from '../knowledge/checks/check.js'
import { compareWork } from '../knowledge/compare-work.js'
import { finding } from '../knowledge/source.js'

/** Answers are kept for a month: notices of retraction are rare, and the service is a shared one. */
const freshFor = 30 * 24 * 60 * 60 * 1000
/** So many references in a row without an answer mean that there is no way to the service. */
const patience = 5

/** Answers of the service at an address in a folder, one file each. */
const fileCache = (folder: string, base: string): CrossrefWorld['cache'] => {
  const fileOf = (doi: string) =>
    join(folder, `${createHash('sha256').update(`${base} ${doi.toLowerCase()}`).digest('hex')}.json`)
  mkdirSync(folder, { recursive: true })
  return {
    get: (doi) => {
      const file = fileOf(doi)
      const status = statSync(file, { throwIfNoEntry: false })
      return status && Date.now() - status.mtimeMs < freshFor ? readFileSync(file, 'utf8') : undefined
    },
    set: (doi, answer) => writeFileSync(fileOf(doi), answer),
  }
}

/**
 * Compares each reference that has a DOI with what Crossref holds on it, behind a progress bar on standard error.
 * @throws where the service can't be reached at all
 */
export const compareOnline = async (
  { references, referencesFile, placeOfReference }: Knowledge,
  { base, mailto, folder }: { readonly base: string; readonly mailto: string; readonly folder: string },
): Promise<Finding[]> => {
  const crossref = createCrossref({
    base,
    mailto,
    cache: fileCache(folder, base),
    wait: (time) => wait(time),
  })
  const registered = references.filter(({ DOI }) => DOI)
  const bar = new SingleBar(
    { format: 'Crossref {bar} {value}/{total}, {eta_formatted} left', stream: process.stderr },
    Presets.shades_classic,
  )
  bar.start(registered.length, 0)
  const findings: Finding[] = []
  let silent = 0
  try {
    for (const reference of registered) {
      const place = placeOfReference(reference.id)
      try {
        findings.push(
          ...compareWork(reference, await crossref.work(reference.DOI ?? ''), referencesFile, place),
        )
        silent = 0
      } catch (error) {
        silent += 1
        if (silent >= patience)
          throw new Error(
            `Crossref can't be reached at ${base}; try again later, what was answered is kept`,
            {
              cause: error,
            },
          )
        findings.push(
          finding('crossref', 'warning', referencesFile, place, [
            `no answer on ${reference.DOI ?? ''}`,
            'an answer of Crossref',
            'run the comparison again',
          ]),
        )
      }
      bar.increment()
    }
  } finally {
    bar.stop()
  }
  return findings
}
