// Runs an entry point of the program: node scripts/run.mjs <name> [arguments]. Builds first where the build is missing or older than its sources.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [name = 'bot', ...rest] = process.argv.slice(2)
const entry = [`dist/src/main/${name}.js`, `dist/bench/${name}.js`].map((file) => join(root, file))
const sources = [
  'src',
  'commands',
  'bench',
  'scripts',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
]

const changed = (path) => {
  if (!existsSync(path)) return 0
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  return Math.max(
    status.mtimeMs,
    ...readdirSync(path, { withFileTypes: true }).map((one) => changed(join(path, one.name))),
  )
}

const built = changed(join(root, 'dist/.built'))
// An image for production has the build and no compiler: then the build is what there is.
const canBuild = existsSync(join(root, 'node_modules/typescript')) && existsSync(join(root, 'src'))
if (canBuild && Math.max(...sources.map((one) => changed(join(root, one)))) > built) {
  process.stderr.write('Building Hakim, once after each change of its sources ...\n')
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], {
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) process.exit(1)
}

const file = entry.find((one) => existsSync(one))
if (!file) {
  process.stderr.write(`found no entry point "${name}", expected a file of src/main or bench\n`)
  process.exit(1)
}
process.argv.splice(1, process.argv.length, file, ...rest)
if (existsSync(join(process.cwd(), '.env'))) process.loadEnvFile('.env')
await import(pathToFileURL(file).href)
