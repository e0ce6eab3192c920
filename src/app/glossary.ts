import type { Language } from '../domain/language.js'
import type { Library, Term } from '../domain/library.js'
import { fold } from '../text/fold.js'
import { createLookup } from './lookup.js'

/** The terms of a library by what people type. */
export interface Glossary {
  /** The term of that name, in the asker's language where it is explained in it; nothing where nothing is near. */
  readonly find: (typed: string, language: Language) => Term | undefined
  /** Terms that go on from what was typed, best first; the first of the alphabet where nothing was typed. */
  readonly suggest: (typed: string, language: Language) => readonly Term[]
}

/** Discord shows at most 25 suggestions. */
const most = 25

/** The terms of a library, ready to be looked up. */
export const createGlossary = ({ terms }: Library): Glossary => {
  const nameOf = new Map(terms.map((term) => [`${term.id} ${term.language}`, term]))
  const inWords = (term: Term, language: Language): Term =>
    nameOf.get(`${term.id} ${language}`) ?? nameOf.get(`${term.id} en`) ?? term
  const named = terms.flatMap((term) => [term.term, ...term.also].map((name) => ({ value: term, name })))
  const exact = new Map(named.toReversed().map(({ value, name }) => [fold(name), value]))
  const lookup = createLookup(named)
  const ordered = (language: Language): Term[] => [
    ...new Set(
      terms
        .map((term) => inWords(term, language))
        .toSorted((left, right) => left.term.localeCompare(right.term, language)),
    ),
  ]
  const suggest: Glossary['suggest'] = (typed, language) => {
    if (!typed.trim()) return ordered(language).slice(0, most)
    const found = lookup(typed, most * 3).map((term) => inWords(term, language))
    return [...new Set(found)].slice(0, most)
  }
  return {
    find: (typed, language) => {
      const known = exact.get(fold(typed).trim())
      return known ? inWords(known, language) : suggest(typed.trim() || ' ', language)[0]
    },
    suggest,
  }
}
