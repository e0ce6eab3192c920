import type { Card } from '../domain/card.js'
import type { Language } from '../domain/language.js'
import { titleIn, type Library } from '../domain/library.js'
import { plain, type Abstained, type Outcome, type Unsure } from '../domain/outcome.js'
import type { Question } from '../domain/question.js'
import { say } from '../i18n/say.js'
import type { Action, Part, View } from '../view/view.js'
import { shortView } from './card-views.js'

/** A question is shown above its answer up to this length; behind a longer one there is no "Why this answer?". */
const quoteLimit = 600
/** How many unknown words are named. */
const namedWords = 5

const quoteOf = ({ text, context }: Question): string[] => {
  const all = [...context.toReversed(), text]
  return all.join('').length <= quoteLimit ? all : []
}

/** What is said of an outcome, to the asker alone or to everyone. */
export const outcomeView = (library: Library, outcome: Outcome, audience: 'asker' | 'everyone'): View => {
  const found = plain(outcome)
  const { question } = found
  const quote = quoteOf(question)
  const language = question.answerIn
  const before = beforeOf(outcome, question, language)
  const why: Action[] = quote.length
    ? [
        {
          kind: 'button',
          label: say(language, 'why'),
          style: 'plain',
          call: { command: 'why', input: { in: language } },
        },
      ]
    : []
  const view =
    found.kind === 'answered'
      ? shortView(library, {
          card: found.card,
          language,
          excerpt: found.excerpt,
          before,
          extra: why,
          audience,
        })
      : found.kind === 'unsure'
        ? unsureView(library, found, language, before, why)
        : unknownView(library, found, language, before, why)
  const tone = outcome.kind !== 'guarded' ? view.tone : outcome.guard === 'urgent' ? 'urgent' : 'caution'
  return { ...view, tone, audience, ...(quote.length ? { quote } : {}) }
}

/** What stands before anything else: the notice of a guarded question, and that a follow-up was read as one. */
const beforeOf = (outcome: Outcome, question: Question, language: Language): Part[] => [
  ...(question.selfHarm
    ? [{ kind: 'notice' as const, text: say(language, 'urgentSelfHarm'), language }]
    : []),
  ...(outcome.kind === 'guarded'
    ? [{ kind: 'notice' as const, text: say(language, outcome.guard), language }]
    : []),
  ...(question.followUp ? [{ kind: 'notice' as const, text: say(language, 'followUp'), language }] : []),
]

/** Cards to choose from, under their titles in the asker's language also where only their names are translated. */
const cardButtons = (library: Library, cards: readonly Card[], language: Language): Action[] =>
  cards.slice(0, 5).map((card, at) => ({
    kind: 'button',
    label: titleIn(library, card, language).title,
    style: at ? 'plain' : 'primary',
    call: { command: 'read', input: { card: card.id, in: card.language } },
  }))

const browse = (language: Language): Action => ({
  kind: 'button',
  label: say(language, 'browse'),
  style: 'plain',
  call: { command: 'topics', input: {} },
})

const unsureView = (
  library: Library,
  { candidates, question }: Unsure,
  language: Language,
  before: readonly Part[],
  why: readonly Action[],
): View => ({
  tone: 'choice',
  language,
  title: say(language, question.guard === 'urgent' ? 'urgentTitle' : 'unsureTitle'),
  parts: [
    ...before,
    { kind: 'notice', text: say(language, question.guard === 'urgent' ? 'nearest' : 'unsure'), language },
  ],
  footer: say(language, 'notice'),
  actions: [
    ...cardButtons(library, candidates, language)
      .slice(0, 4)
      .map((action) => [action]),
    [browse(language), ...why],
  ],
})

const unknownView = (
  library: Library,
  { nearest, missing, question }: Abstained,
  language: Language,
  before: readonly Part[],
  why: readonly Action[],
): View => {
  const words = missing.slice(0, namedWords)
  return {
    tone: 'unknown',
    language,
    title: say(language, question.guard === 'urgent' ? 'urgentTitle' : 'unknownTitle'),
    parts: [
      ...before,
      ...(question.guard === 'urgent'
        ? []
        : [{ kind: 'notice' as const, text: say(language, 'unknown'), language }]),
      ...(words.length
        ? [
            {
              kind: 'notice' as const,
              text: say(language, 'missing', { words: words.join(language === 'ar' ? '، ' : ', ') }),
              language,
            },
          ]
        : []),
      ...(nearest.length ? [{ kind: 'notice' as const, text: say(language, 'nearest'), language }] : []),
    ],
    footer: say(language, 'notice'),
    actions: [
      ...cardButtons(library, nearest, language).map((action) => [action]),
      [browse(language), ...why],
    ],
  }
}
