import { composeOutcome } from '../compose/outcome.js'
import type { Language } from '../domain/language.js'
import type { Library } from '../domain/library.js'
import type { Outcome } from '../domain/outcome.js'
import type { Question } from '../domain/question.js'
import type { Ranking, Verdict } from '../domain/ranking.js'
import { createEngine } from '../retrieve/rank.js'
import { judge } from '../retrieve/verdict.js'
import { understand, type Circumstances } from '../understand/understand.js'
import { createGlossary, type Glossary } from './glossary.js'
import { createSuggestions, type Suggestion } from './suggestions.js'

/** All that answering needs, made from one library: replaced as a whole when the knowledge changes. */
export interface Desk {
  readonly library: Library
  readonly answer: (text: string, circumstances?: Circumstances) => Outcome
  /** What decided an answer: the same question gives the same ranking and verdict. */
  readonly explain: (
    text: string,
    circumstances?: Circumstances,
  ) => { readonly question: Question; readonly ranking: Ranking; readonly verdict: Verdict }
  /** Cards and known questions that go on from what was typed so far, best first. */
  readonly suggest: (typed: string, language: Language) => readonly Suggestion[]
  readonly glossary: () => Glossary
}

/** Sets up the desk for a library. */
export const createDesk = (library: Library): Desk => {
  const engine = createEngine(library)
  // Made when first asked for: one question in the terminal never needs them.
  let suggestions: ReturnType<typeof createSuggestions> | undefined
  let glossary: Glossary | undefined
  const answer: Desk['answer'] = (text, circumstances) => {
    const { question, ranking, verdict } = explain(text, circumstances)
    return composeOutcome(library, question, ranking, verdict)
  }
  const explain: Desk['explain'] = (text, circumstances) => {
    const question = understand(text, circumstances)
    const ranking = engine.rank(question)
    return { question, ranking, verdict: judge(ranking) }
  }
  return {
    library,
    explain,
    answer,
    suggest: (typed, language) => (suggestions ??= createSuggestions(library))(typed, language),
    glossary: () => (glossary ??= createGlossary(library)),
  }
}
