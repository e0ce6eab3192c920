import Fuse from 'fuse.js'
import type { Language } from '../domain/language.js'
import type { Library, Term } from '../domain/library.js'
import { fold } from '../text/fold.js'

/** The terms of a library by what people type. */
export interface Glossary {
  /** The term of that name, in the asker's language where it is explained in it; nothing where nothing is near. */
  readonly find: (typed: string, language: Language) => Term | undefined
  /** Terms that go on from what was typed, best first; the first of the alphabet where nothing was typed. */
  readonly suggest: (typed: string, language: Language) => readonly Term[]
}

/** Discord shows at most 25 suggestions. */
const most = 25

/** Looks terms up by Fuse.js: a few hundred short names, which is what it is good at. */
export const createGlossary = ({ terms }: Library): Glossary => {
  const nameOf = new Map(terms.map((term) => [`${term.id} ${term.language}`, term]))
  const inWords = (term: Term, language: Language): Term =>
    nameOf.get(`${term.id} ${language}`) ?? nameOf.get(`${term.id} en`) ?? term
  const entries = terms.flatMap((term) =>
    [term.term, ...term.also].map((name) => ({ term, name: fold(name) })),
  )
  const exact = new Map(entries.toReversed().map(({ term, name }) => [name, term]))
  const fuse = new Fuse(entries, { keys: ['name'], threshold: 0.3, ignoreLocation: true })
  const ordered = (language: Language): Term[] => [
    ...new Set(
      terms
        .map((term) => inWords(term, language))
        .toSorted((left, right) => left.term.localeCompare(right.term, language)),
    ),
  ]
  const suggest: Glossary['suggest'] = (typed, language) => {
    const wanted = fold(typed.slice(0, 100)).trim()
    if (!wanted) return ordered(language).slice(0, most)
    const found = fuse.search(wanted, { limit: most * 3 }).map(({ item }) => inWords(item.term, language))
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
