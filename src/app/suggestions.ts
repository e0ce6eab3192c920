import Fuse from 'fuse.js'
import { isRightToLeft, type Language } from '../domain/language.js'
import { cardIn, examplesOf, languagesOf, titleIn, type Library } from '../domain/library.js'
import { fold } from '../text/fold.js'

export interface Suggestion {
  readonly card: string
  /** A title or a known question. */
  readonly text: string
}

interface Entry extends Suggestion {
  /** What is compared with the typed text: the title, an alias or the question. */
  readonly folded: string
}

/** Questions of a card that are offered: the first ones are the plainest. */
const questionsOffered = 6
const most = 25

const fuseOf = (entries: Entry[]) =>
  new Fuse(entries, { keys: ['folded'], threshold: 0.25, ignoreLocation: true })
/**
 * Suggestions while somebody types, by Fuse.js over titles, aliases and known questions: a few thousand short texts, which is what it is
 * good at. Right-to-left and left-to-right texts are looked through apart.
 */
export const createSuggestions = (
  library: Library,
): ((typed: string, language: Language) => Suggestion[]) => {
  const entriesIn = (wanted: (language: Language) => boolean): Entry[] =>
    library.cards.flatMap(({ id }) => {
      const cards = languagesOf(library, id)
        .filter(wanted)
        .flatMap((language) => cardIn(library, id, language) ?? [])
      const languages = new Set(
        library.variants
          .filter(({ card, language }) => card === id && wanted(language))
          .map(({ language }) => language),
      )
      const questions = [...languages].flatMap((language) =>
        examplesOf(library, id, language).slice(0, questionsOffered),
      )
      return [
        ...cards.flatMap(({ title, aliases }) =>
          [title, ...aliases].map((name) => ({ card: id, text: title, folded: fold(name) })),
        ),
        ...library.names
          .filter((name) => name.card === id && wanted(name.language))
          .flatMap(({ title, aliases }) =>
            [title, ...aliases].map((name) => ({ card: id, text: title, folded: fold(name) })),
          ),
        ...questions.map((text) => ({ card: id, text, folded: fold(text) })),
      ]
    })
  const rightToLeft = fuseOf(entriesIn(isRightToLeft))
  const leftToRight = fuseOf(entriesIn((language) => !isRightToLeft(language)))
  const titles = (language: Language): Suggestion[] =>
    library.cards
      .slice(0, most)
      .map((card) => ({ card: card.id, text: titleIn(library, card, language).title }))

  return (typed, language) => {
    const wanted = fold(typed.slice(0, 100)).trim()
    if (!wanted) return titles(language)
    const fuse = /\p{Script=Arabic}/u.test(wanted) ? rightToLeft : leftToRight
    const seen = new Set<string>()
    return fuse
      .search(wanted, { limit: most * 4 })
      .map(({ item }) => ({ card: item.card, text: item.text }))
      .filter(({ card }) => !seen.has(card) && seen.add(card))
      .slice(0, most)
  }
}
