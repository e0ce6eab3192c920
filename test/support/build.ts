import { execFileSync } from 'node:child_process'

/** Builds the program once before all tests: some start it as people do. */
export const setup = () => {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
}
