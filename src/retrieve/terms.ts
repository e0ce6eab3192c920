import type { Language } from '../domain/language.js'
import { isStopWord } from '../text/stop-words.js'
import { hasDigit, isName, words, type Word } from '../text/words.js'
import type { Spelling } from './spelling.js'
import type { Vocabulary } from './vocabulary.js'

/** One way to read a word of the question: a term of the library and how far the reading is trusted, 0..1. */
export interface Reading {
  readonly term: number
  readonly trust: number
}

/** A content word of the question. */
export interface Asked {
  readonly typed: string
  readonly text: string
  readonly state: 'known' | 'corrected' | 'unknown'
  readonly readings: readonly Reading[]
  /** The library's word that was read, for telling people. */
  readonly read: string
  /** What the word tells, in nats. */
  readonly tells: number
  /** What it tells, times how much this part of the question counts. */
  readonly weight: number
  /** Whether it names one thing and no other: it holds a digit, or is written like a name. */
  readonly distinctive: boolean
  /** Whether it is part of a joined word that is asked as well. */
  readonly isPart: boolean
}

/** A question has no more content words than this that help; the rest of a long text costs time only. */
const most = 48

/** Reads the content words of a question, mending the spelling of words that the library does not know. A word counts once. */
export const readTerms = (
  text: string,
  language: Language,
  vocabulary: Vocabulary,
  spelling: Spelling,
  share = 1,
): Asked[] => {
  const all = distinct(words(text))
  // Single letters tell something beside words ("T cell"), and nothing by themselves.
  if (all.every((word) => word.text.length < 2 && !hasDigit(word.text))) return []
  const content = all.filter((word) => !isStopWord(word.text, language))
  const counted = (content.length ? content : all).slice(0, 2 * most)
  const spoken = vocabulary.languageOf(
    counted.map((word) => word.text),
    language,
  )
  const asked = new Map<string, Asked>()
  for (const word of counted) {
    const one = readWord(word, text, spoken, vocabulary, spelling, share)
    const key = one.readings[0] ? String(one.readings[0].term) : `?${word.text}`
    const before = asked.get(key)
    if (before && (!before.isPart || one.isPart)) continue
    asked.delete(key)
    asked.set(key, one)
  }
  return [...asked.values()].slice(0, most)
}

/** Each word once, where it first stands by itself, or else as a part of another. */
const distinct = (list: readonly Word[]): Word[] => {
  const byText = new Map<string, Word>()
  for (const word of list) {
    const before = byText.get(word.text)
    if (before && (!before.isPart || word.isPart)) continue
    byText.delete(word.text)
    byText.set(word.text, word)
  }
  return [...byText.values()]
}

const readWord = (
  word: Word,
  question: string,
  language: Language,
  vocabulary: Vocabulary,
  spelling: Spelling,
  share: number,
): Asked => {
  const { typed, text, isPart = false } = word
  const one = {
    typed,
    text,
    isPart,
    distinctive: hasDigit(text) || isName(word, question),
  }
  const near = vocabulary.termsIn(text, language)
  const whole = near.length ? near : vocabulary.termsAnywhere(text)
  if (whole.length) {
    // Read in two languages, it tells no more than in the one that knows it better.
    const tells = Math.min(...whole.map(vocabulary.weight))
    return {
      ...one,
      read: text,
      state: 'known',
      readings: whole.map((term) => ({ term, trust: 1 })),
      tells,
      weight: share * tells,
    }
  }
  const corrections = spelling(text, (candidate) => vocabulary.termsIn(candidate, language).length > 0)
  const readings = new Map<number, number>()
  for (const { word: candidate, trust } of corrections) {
    for (const term of vocabulary.termsIn(candidate, language)) {
      if (!readings.has(term)) readings.set(term, trust)
    }
  }
  const list = [...readings].map(([term, trust]) => ({ term, trust }))
  const best = corrections[0]
  if (!best || !list.length) {
    const tells = vocabulary.most()
    return { ...one, read: text, state: 'unknown', readings: [], tells, weight: share * tells }
  }
  const tells = Math.max(...list.map(({ term }) => vocabulary.weight(term)))
  return { ...one, read: best.word, state: 'corrected', readings: list, tells, weight: share * tells }
}
