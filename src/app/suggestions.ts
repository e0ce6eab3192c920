import { isRightToLeft, languages, type Language } from '../domain/language.js'
import { cardIn, examplesOf, languagesOf, titleIn, type Library } from '../domain/library.js'
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
  const namedIn = (language: Language): Named<Suggestion>[] =>
    [
      ...library.cards
        .filter(({ id }) => languagesOf(library, id).includes(language))
        .flatMap(({ id }) => cardIn(library, id, language) ?? []),
      ...library.names
        .filter((names) => names.language === language)
        .map((names) => ({ ...names, id: names.card })),
    ]
      .flatMap(({ id, title, aliases }) => namesOf(id, title, aliases))
      .concat(
        library.cards.flatMap(({ id }) =>
          examplesOf(library, id, language)
            .slice(0, questionsOffered)
            .map((text) => ({ name: text, value: { card: id, text } })),
        ),
      )
  const lookups = new Map<string, ReturnType<typeof createLookup<Suggestion>>>()
  /** Made when first asked for: most servers speak one or two languages. */
  const lookupIn = (wanted: readonly Language[]) => {
    const key = wanted.join(' ')
    const lookup = lookups.get(key) ?? createLookup(wanted.flatMap(namedIn))
    lookups.set(key, lookup)
    return lookup
  }
  lookupIn(['en'])
  const titles = (language: Language): Suggestion[] =>
    library.cards
      .slice(0, most)
      .map((card) => ({ card: card.id, text: titleIn(library, card, language).title }))

  return (typed, language) => {
    const wanted = fold(typed.slice(0, 100)).trim()
    if (!wanted) return titles(language)
    const ofScript = languages.filter((one) => isRightToLeft(one) === /\p{Script=Arabic}/u.test(wanted))
    const main: Language = ofScript.includes('ar') ? 'ar' : 'en'
    const near = ofScript.filter((one) => one === main || one === language)
    const found = lookupIn(near)(wanted, most * 4)
    const seen = new Set<string>()
    return (found.length ? found : lookupIn(ofScript)(wanted, most * 4))
      .filter(({ card }) => !seen.has(card) && seen.add(card))
      .slice(0, most)
  }
}
