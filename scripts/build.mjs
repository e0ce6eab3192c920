// Builds the program into dist/: TypeScript by tsc, the browser chat by esbuild. Prints only what goes wrong.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const client = join(root, 'src/doors/web/client')
const out = join(root, 'dist/web')

try {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: ['ignore', 2, 2] })
  mkdirSync(out, { recursive: true })
  if (existsSync(client)) {
    await build({
      entryPoints: [join(client, 'chat.ts')],
      outfile: join(out, 'chat.js'),
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'error',
      legalComments: 'linked',
    })
    for (const file of ['index.html', 'chat.css']) copyFileSync(join(client, file), join(out, file))
  }
  writeFileSync(join(root, 'dist/.built'), '')
} catch (error) {
  if (!('status' in error)) console.error(error.message)
  process.exitCode = 1
}
