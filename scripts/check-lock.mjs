// Checks package-lock.json: a package whose builds for some platform are missing from it makes `npm ci` fail there, and an address of a
// registry in it would bind everybody to that one. Exit status 1 with what was found.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const problems = Object.entries(packages).flatMap(([path, entry]) => {
  const missing = Object.keys(entry.optionalDependencies ?? {}).filter(
    (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
  )
  return [
    ...missing.map(
      (name) =>
        `${path || 'the project'}: the lock file lacks its optional package ${name}; take another version`,
    ),
    ...(entry.resolved && !entry.link
      ? [
          `${path}: found the address ${new URL(entry.resolved).host}; install with omit-lockfile-registry-resolved=true`,
        ]
      : []),
  ]
})
problems.forEach((problem) => console.log(problem))
console.log(
  problems.length ? `${problems.length} problems in package-lock.json` : 'package-lock.json is complete',
)
process.exitCode = problems.length ? 1 : 0
