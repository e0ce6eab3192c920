// Prints a command of the README's first code block: `node scripts/readme-command.mjs test` the line that tests. So CI runs what people are told to.
import { readFileSync } from 'node:fs'

const wanted = process.argv[2] ?? 'test'
const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
const line = block.split('\n').find((one) => one.includes(`npm ${wanted}`))
if (!line) throw new Error(`found no "npm ${wanted}" in the README's first code block, expected one`)
console.log(line.split('#')[0].trim())
