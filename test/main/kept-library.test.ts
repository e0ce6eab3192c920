import { chmodSync, mkdtempSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Library } from '../../src/domain/library.js'
import { keptLibrary } from '../../src/main/kept-library.js'
import { ownKnowledge } from '../support/house.js'

const { library } = ownKnowledge()
let place: string
let folder: string
let kept: string
let reads: number

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'kept-'))
  folder = join(place, 'knowledge')
  kept = join(place, 'cache', 'library')
  mkdirSync(join(folder, 'cards'), { recursive: true })
  writeFileSync(join(folder, 'cards', 'one.md'), 'one')
  reads = 0
})
afterEach(() => {
  chmodSync(place, 0o700)
  rmSync(place, { recursive: true, force: true })
})

const open = (program = 'a build'): Library =>
  keptLibrary(folder, kept, program, () => {
    reads += 1
    return library
  })

test('GIVEN a folder that did not change THEN it is read once, and what was kept is the same library', () => {
  expect(open()).toBe(library)
  expect(open()).toEqual(library)
  expect(reads).toBe(1)
})

test.each([
  ['a file was changed', () => writeFileSync(join(folder, 'cards', 'one.md'), 'two words')],
  ['a file was touched', () => utimesSync(join(folder, 'cards', 'one.md'), new Date(0), new Date(0))],
  ['a file came', () => writeFileSync(join(folder, 'cards', 'two.md'), 'two')],
  ['a file went', () => rmSync(join(folder, 'cards', 'one.md'))],
])('GIVEN %s THEN the folder is read again, and only the new state is kept', (_, change) => {
  open()
  change()
  open()
  expect(reads).toBe(2)
  expect(readdirSync(kept)).toHaveLength(1)
})

test('GIVEN another build of the program THEN the folder is read again', () => {
  open('a build')
  open('another build')
  expect(reads).toBe(2)
})

test.each([
  ['cut short', (file: string) => writeFileSync(file, Buffer.alloc(3))],
  ['of another kind', (file: string) => writeFileSync(file, 'text')],
  ['empty', (file: string) => writeFileSync(file, '')],
])('GIVEN a kept file that is %s THEN the folder is read again and kept anew', (_, spoil) => {
  open()
  spoil(join(kept, readdirSync(kept)[0] ?? ''))
  expect(open()).toBe(library)
  expect(open()).toEqual(library)
  expect(reads).toBe(2)
})

test('GIVEN a place where nothing can be kept THEN the library is read all the same', () => {
  writeFileSync(join(place, 'cache'), 'a file where a folder should be')
  expect([open(), open()]).toEqual([library, library])
  expect(reads).toBe(2)
})

test('GIVEN no folder THEN what reading says is heard', () => {
  rmSync(folder, { recursive: true })
  expect(() =>
    keptLibrary(folder, kept, 'a build', () => {
      throw new Error('no card can be shown')
    }),
  ).toThrow('no card can be shown')
})
