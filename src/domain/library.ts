import type { Card, Citekey, Claim } from './card.js'
import type { Language } from './language.js'
import type { Reference } from './reference.js'

export interface Topic {
  readonly id: string
  readonly name: Readonly<Partial<Record<Language, string>>> & { readonly en: string }
}

/** A way in which people ask for a card. */
export interface Variant {
  readonly card: string
  readonly language: Language
  readonly text: string
  readonly file: string
  /** 1-based. */
  readonly line: number
}

/** What a card is called in a language, also where it is not translated to it. */
export interface LocalName {
  readonly card: string
  readonly language: Language
  readonly title: string
  readonly aliases: readonly string[]
  readonly file: string
  /** 1-based. */
  readonly line: number
}

/** A word that people meet, explained in one cited sentence. */
export interface Term {
  /** The same in each language. */
  readonly id: string
  readonly language: Language
  readonly term: string
  /** Its other names: spellings, short forms. */
  readonly also: readonly string[]
  readonly means: Claim
  /** The card that explains more. */
  readonly card: string
}

/** Everything the bot knows at one moment. Never changed, only replaced. */
export interface Library {
  readonly topics: readonly Topic[]
  /** Originals (English), in the order of topics, then of ids. */
  readonly cards: readonly Card[]
  /** Card id -> language -> the translated card. */
  readonly translations: ReadonlyMap<string, ReadonlyMap<Language, Card>>
  readonly variants: readonly Variant[]
  readonly names: readonly LocalName[]
  readonly terms: readonly Term[]
  readonly references: ReadonlyMap<Citekey, Reference>
  /** Short fingerprint of all of it. */
  readonly version: string
}

/** The card in the wished language, else its original; nothing for an id that no card has. */
export const cardIn = (library: Library, id: string, language: Language): Card | undefined =>
  library.translations.get(id)?.get(language) ?? library.cards.find((card) => card.id === id)

/** Languages in which a card can be read, the original's first. */
export const languagesOf = (library: Library, id: string): Language[] => {
  const original = library.cards.find((card) => card.id === id)
  return original ? [original.language, ...(library.translations.get(id)?.keys() ?? [])] : []
}

/** The card's title in the wished language where it has one, else the original's. */
export const titleIn = (
  { translations, names }: Library,
  card: Card,
  language: Language,
): { readonly title: string; readonly language: Language } =>
  translations.get(card.id)?.get(language) ??
  names.find((name) => name.card === card.id && name.language === language) ??
  card

export const topicName = (library: Library, id: string, language: Language): string => {
  const topic = library.topics.find((one) => one.id === id)
  return topic?.name[language] ?? topic?.name.en ?? id
}

/** The first of the ways in which people ask for a card, else those in its original language. */
export const examplesOf = (library: Library, id: string, language: Language): string[] => {
  const all = library.variants.filter((variant) => variant.card === id)
  const wished = all.filter((variant) => variant.language === language)
  return (wished.length ? wished : all.filter((variant) => variant.language === 'en')).map(({ text }) => text)
}
