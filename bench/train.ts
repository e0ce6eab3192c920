import { readFileSync, writeFileSync } from 'node:fs'
import { createDesk } from '../src/app/desk.js'
import { isLanguage } from '../src/domain/language.js'
import type { Library } from '../src/domain/library.js'
import type { Features } from '../src/domain/ranking.js'
import { load } from '../src/knowledge/load.js'
import { readKnowledgeFolder } from '../src/main/knowledge-folder.js'
import { halves, readExam, sittable } from './exam-set.js'

// `npm run train`: fits the verdict's logistic regression and writes it into src/retrieve/weights.ts. It learns from the cards' own questions,
// each asked of a library that lacks it, from the questions of cards asked of a library that lacks the card, and from the tuning half
// of the exam. Nothing is random: the same knowledge gives the same weights.

const folder = process.env['KNOWLEDGE_DIR'] ?? 'knowledge'
const weightsFile = process.env['WEIGHTS_FILE'] ?? 'src/retrieve/weights.ts'
const folds = 6
/** How much each kind of example weighs altogether: questions with their card, without their card, and the exam's. */
const shares = { own: 1, lacking: 1, exam: 4 } as const
/** A wrong answer costs more than a question that is only offered its nearest cards. */
const wrongCost = 1.5
/** Pull of the weights towards zero. */
const ridge = 0.0005
const rounds = 6_000
const rate = 0.8

interface Example {
  readonly group: keyof typeof shares
  readonly features: Features
  readonly right: boolean
}

const { library } = load(readKnowledgeFolder(folder), new Date().toISOString().slice(0, 10))
const examples: Example[] = []

/** Asks questions of a library and keeps what its ranking looked like. */
const ask = (
  group: Example['group'],
  asked: Library,
  questions: readonly {
    readonly text: string
    readonly lang: string
    readonly expect: readonly string[]
    readonly context?: readonly string[]
  }[],
) => {
  const desk = createDesk(asked)
  for (const { text, lang, expect, context = [] } of questions) {
    const language = isLanguage(lang) ? lang : undefined
    const { ranking } = desk.explain(text, { earlier: context, screen: language, wished: language })
    examples.push({ group, features: ranking.features, right: expect.includes(ranking.hits[0]?.card ?? '') })
  }
}

const questionOf = ({ text, language, card }: Library['variants'][number]) => ({
  text,
  lang: language,
  expect: [card],
})
for (let fold = 0; fold < folds; fold += 1) {
  const heldBack = library.variants.filter(({ line }) => line % folds === fold)
  ask(
    'own',
    { ...library, variants: library.variants.filter((variant) => !heldBack.includes(variant)) },
    heldBack.map(questionOf),
  )
  const gone = new Set(library.cards.filter((_, at) => at % folds === fold).map(({ id }) => id))
  ask(
    'lacking',
    {
      ...library,
      cards: library.cards.filter(({ id }) => !gone.has(id)),
      variants: library.variants.filter(({ card }) => !gone.has(card)),
    },
    library.variants
      .filter(({ card }) => gone.has(card))
      .map((variant) => ({ ...questionOf(variant), expect: [] })),
  )
}
ask(
  'exam',
  library,
  halves(sittable(readExam('test/exam/dev.jsonl'), library)).tuning.filter(({ kind }) => kind !== 'absent'),
)

const names = Object.keys(examples[0]?.features ?? {}) as (keyof Features)[]
const sizes = Object.fromEntries(
  Object.keys(shares).map((group) => [group, examples.filter((one) => one.group === group).length]),
)
const rows = examples.map(({ group, features, right }) => ({
  inputs: [1, ...names.map((name) => features[name])],
  right: right ? 1 : 0,
  cost: (shares[group] / (sizes[group] ?? 1)) * (right ? 1 : wrongCost),
}))
const total = rows.reduce((sum, { cost }) => sum + cost, 0)

/** What can only speak against an answer; all else can only speak for it. Without this, features that go together take odd signs. */
const against: ReadonlySet<keyof Features> = new Set(['missing', 'veto'])
const inDirection = (name: keyof Features | undefined, weight: number): number =>
  name === undefined ? weight : against.has(name) ? Math.min(0, weight) : Math.max(0, weight)

let weights: number[] = [0, ...names.map(() => 0)]
for (let round = 0; round < rounds; round += 1) {
  const slope = weights.map((weight, at) => (at ? -ridge * weight : 0))
  for (const { inputs, right, cost } of rows) {
    const logit = inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0)
    const error = (cost / total) * (right - 1 / (1 + Math.exp(-logit)))
    inputs.forEach((input, at) => (slope[at] = (slope[at] ?? 0) + error * input))
  }
  weights = weights.map((weight, at) => inDirection(names[at - 1], weight + rate * (slope[at] ?? 0)))
}

const block = `{\n${['bias', ...names].map((name, at) => `  ${name}: ${Number(weights[at]?.toFixed(2))},`).join('\n')}\n}`
writeFileSync(
  weightsFile,
  readFileSync(weightsFile, 'utf8').replace(/(export const verdictWeights[^{]*)\{[^}]*\}/, `$1${block}`),
)
process.stdout.write(`${JSON.stringify(sizes)}: ${block}\n`)
