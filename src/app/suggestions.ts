import { isRightToLeft, type Language } from '../domain/language.js'
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

/** Suggestions while somebody types, from titles, aliases and known questions. Right-to-left and left-to-right texts are looked through apart. */
export const createSuggestions = (
  library: Library,
): ((typed: string, language: Language) => Suggestion[]) => {
  const namedIn = (wanted: (language: Language) => boolean): Named<Suggestion>[] =>
    library.cards.flatMap(({ id }) => {
      const cards = languagesOf(library, id)
        .filter(wanted)
        .flatMap((language) => cardIn(library, id, language) ?? [])
      const names = library.names.filter(({ card, language }) => card === id && wanted(language))
      const languages = new Set(
        library.variants
          .filter(({ card, language }) => card === id && wanted(language))
          .map(({ language }) => language),
      )
      const questions = [...languages].flatMap((language) =>
        examplesOf(library, id, language).slice(0, questionsOffered),
      )
      return [
        ...[...cards, ...names].flatMap(({ title, aliases }) => namesOf(id, title, aliases)),
        ...questions.map((text) => ({ name: text, value: { card: id, text } })),
      ]
    })
  const rightToLeft = createLookup(namedIn(isRightToLeft))
  const leftToRight = createLookup(namedIn((language) => !isRightToLeft(language)))
  const titles = (language: Language): Suggestion[] =>
    library.cards
      .slice(0, most)
      .map((card) => ({ card: card.id, text: titleIn(library, card, language).title }))

  return (typed, language) => {
    const wanted = fold(typed.slice(0, 100)).trim()
    if (!wanted) return titles(language)
    const lookup = /\p{Script=Arabic}/u.test(wanted) ? rightToLeft : leftToRight
    const seen = new Set<string>()
    return lookup(wanted, most * 4)
      .filter(({ card }) => !seen.has(card) && seen.add(card))
      .slice(0, most)
  }
}
