import { isRightToLeft, languages, type Language } from '../domain/language.js'
import { cardIn, languagesOf, titleIn, type Library } from '../domain/library.js'
import { fold } from '../text/fold.js'
import { createLookup, type Named } from './lookup.js'

export interface Suggestion {
  readonly card: string
  /** A title or a known question. */
  readonly text: string
}

/** Questions of a card that are offered: the first ones are the plainest. */
const questionsOffered = 6
const most = 25
/** A title or an alias is likelier meant than a question that holds the same words. */
const nameBoost = 1.5

const namesOf = (id: string, title: string, aliases: readonly string[]): Named<Suggestion>[] =>
  [title, ...aliases].map((name) => ({ name, value: { card: id, text: title }, boost: nameBoost }))

/**
 * Suggestions while somebody types, from titles, aliases and known questions: for Latin letters in English and the language of the screen,
 * for Arabic letters in Arabic and that language; where these have nothing, in all languages of the script.
 */
export const createSuggestions = (
  library: Library,
): ((typed: string, language: Language) => Suggestion[]) => {
  /** The first questions of each card in a language. */
  const questionsIn = (language: Language): Named<Suggestion>[] => {
    const offered = new Map<string, number>()
    return library.variants.flatMap(({ card, text, language: own }) => {
      const count = own === language ? (offered.get(card) ?? 0) : questionsOffered
      if (count >= questionsOffered) return []
      offered.set(card, count + 1)
      return [{ name: text, value: { card, text } }]
    })
  }
  const namedIn = (language: Language): Named<Suggestion>[] => [
    ...library.cards
      .filter(({ id }) => languagesOf(library, id).includes(language))
      .flatMap(({ id }) => cardIn(library, id, language) ?? [])
      .flatMap(({ id, title, aliases }) => namesOf(id, title, aliases)),
    ...library.names
      .filter((names) => names.language === language)
      .flatMap(({ card, title, aliases }) => namesOf(card, title, aliases)),
    ...questionsIn(language),
  ]
  const lookups = new Map<string, ReturnType<typeof createLookup<Suggestion>>>()
  /** Made when first asked for: most servers speak one or two languages. */
  const lookupIn = (wanted: readonly Language[]) => {
    const key = wanted.join(' ')
    const lookup = lookups.get(key) ?? createLookup(wanted.flatMap(namedIn))
    lookups.set(key, lookup)
    return lookup
  }
  const titles = (language: Language): Suggestion[] =>
    library.cards
      .slice(0, most)
      .map((card) => ({ card: card.id, text: titleIn(library, card, language).title }))

  return (typed, language) => {
    const wanted = fold(typed.slice(0, 100)).trim()
    if (!wanted) return titles(language)
    const isArabic = /\p{Script=Arabic}/u.test(wanted)
    const ofScript = languages.filter((one) => isRightToLeft(one) === isArabic)
    const near = ofScript.filter((one) => one === (isArabic ? 'ar' : 'en') || one === language)
    const found = lookupIn(near)(wanted, most * 4)
    const seen = new Set<string>()
    return (found.length ? found : lookupIn(ofScript)(wanted, most * 4))
      .filter(({ card }) => !seen.has(card) && seen.add(card))
      .slice(0, most)
  }
}
