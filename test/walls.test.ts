import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import walls from '../.dependency-cruiser.mjs'

/** A forbidden import for each rule: the file that breaks it, what it imports, and a file to import where one is needed. */
const violations: Record<
  string,
  { readonly file: string; readonly imports: string; readonly target?: string }[]
> = {
  'no-circles': [{ file: 'src/text/a.ts', imports: './b.js', target: 'src/text/b.ts' }],
  'domain-imports-nothing': [{ file: 'src/domain/a.ts', imports: '../text/t.js', target: 'src/text/t.ts' }],
  'ground-floor': [{ file: 'src/view/a.ts', imports: '../app/t.js', target: 'src/app/t.ts' }],
  'room-knowledge': [
    { file: 'src/knowledge/a.ts', imports: '../retrieve/t.js', target: 'src/retrieve/t.ts' },
  ],
  'room-understand': [
    { file: 'src/understand/a.ts', imports: '../compose/t.js', target: 'src/compose/t.ts' },
  ],
  'room-retrieve': [
    { file: 'src/retrieve/a.ts', imports: '../understand/t.js', target: 'src/understand/t.ts' },
  ],
  'room-compose': [{ file: 'src/compose/a.ts', imports: '../retrieve/t.js', target: 'src/retrieve/t.ts' }],
  'room-study': [{ file: 'src/study/a.ts', imports: '../compose/t.js', target: 'src/compose/t.ts' }],
  'app-floor': [{ file: 'src/app/a.ts', imports: '../doors/web/t.js', target: 'src/doors/web/t.ts' }],
  'commands-floor': [{ file: 'commands/a.ts', imports: '../src/store/t.js', target: 'src/store/t.ts' }],
  'doors-floor': [{ file: 'src/doors/web/a.ts', imports: '../../../commands/t.js', target: 'commands/t.ts' }],
  'store-floor': [{ file: 'src/store/a.ts', imports: '../compose/t.js', target: 'src/compose/t.ts' }],
  'doors-apart': [{ file: 'src/doors/discord/a.ts', imports: '../web/t.js', target: 'src/doors/web/t.ts' }],
  'pure-inside': [
    { file: 'src/compose/a.ts', imports: 'node:fs' },
    { file: 'commands/a.ts', imports: 'node:http' },
  ],
  'one-medium-each': [{ file: 'src/app/a.ts', imports: 'discord.js' }],
  'no-dev-packages': [{ file: 'src/doors/terminal/a.ts', imports: 'fast-check' }],
  'nobody-imports-main': [
    { file: 'src/doors/web/a.ts', imports: '../../main/t.js', target: 'src/main/t.ts' },
  ],
}

describe('the walls', () => {
  // Below the project, so that packages are found as they are from its own files.
  const root = mkdtempSync('.walls-')
  const home = process.cwd()

  const broken = async (from: string, files: Record<string, string>): Promise<string[]> => {
    rmSync(root, { recursive: true, force: true })
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    process.chdir(root)
    try {
      const { options, ...ruleSet } = walls
      const folders = [...new Set(Object.keys(files).map((path) => path.split('/', 1)[0] ?? ''))]
      const { output } = await cruise(folders, {
        ...options,
        ruleSet,
        validate: true,
        baseDir: process.cwd(),
      })
      return (output as ICruiseResult).summary.violations
        .filter((one) => one.from === from || one.rule.name === 'no-circles')
        .map(({ rule }) => rule.name)
    } finally {
      process.chdir(home)
    }
  }

  beforeAll(() => mkdirSync(root, { recursive: true }))
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  test('every rule has a violation here', () => {
    expect(Object.keys(violations).toSorted()).toEqual(walls.forbidden.map(({ name }) => name).toSorted())
  })

  for (const [rule, cases] of Object.entries(violations)) {
    test.each(cases)(`${rule}: $file may not import $imports`, async ({ file, imports, target }) => {
      const back =
        rule === 'no-circles'
          ? `import type { a } from './a.js'\nexport type T = typeof a\n`
          : 'export type T = string\n'
      const found = await broken(file, {
        [file]: `import ${target ? 'type { T }' : '* as t'} from '${imports}'\nexport const a = ${target ? "'' as unknown as T" : 't'}\n`,
        ...(target ? { [target]: back } : {}),
      })
      expect(found).toContain(rule)
    })
  }
})
