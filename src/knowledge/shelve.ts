import { createHash } from 'node:crypto'
import type { Card } from '../domain/card.js'
import type { Language } from '../domain/language.js'
import type { Library, Term, Variant } from '../domain/library.js'
import type { Reference } from '../domain/reference.js'
import type { Knowledge } from './checks/check.js'
import type { CardSource } from './source.js'

/** The library that readers see: originals in the order of topics, with what belongs to them; what leads to no card is left out. */
export const shelve = (
  sources: readonly CardSource[],
  { topics, variants, names, terms, references }: Knowledge,
): Library => {
  const shelf = new Map(topics.map(({ id }, place) => [id, place]))
  const cards = sources
    .filter((source) => !source.isTranslation)
    .map(({ card }) => card)
    .toSorted(
      (left, right) =>
        (shelf.get(left.topic) ?? 0) - (shelf.get(right.topic) ?? 0) || (left.id < right.id ? -1 : 1),
    )
  const ids = new Set(cards.map(({ id }) => id))
  const translations = new Map<string, Map<Language, Card>>()
  for (const { card, isTranslation: translated } of sources) {
    if (!translated || !ids.has(card.id)) continue
    translations.set(
      card.id,
      (translations.get(card.id) ?? new Map<Language, Card>()).set(card.language, card),
    )
  }
  const asked: Variant[] = variants.filter(({ card }) => ids.has(card))
  const called = names.filter(({ card }) => ids.has(card))
  // A term whose card or source is missing has nothing to lead to; one that rests on a retracted work is not said.
  const keys = new Set(references.filter(({ custom }) => !custom?.retracted).map(({ id }) => id))
  const explained = terms
    .filter(({ card, means }) => ids.has(card) && means.sources.every((key) => keys.has(key)))
    .map(({ id, language, term, also, means, card }): Term => ({ id, language, term, also, means, card }))
  const byKey = new Map<string, Reference>(references.map((reference) => [reference.id, reference]))
  const fingerprint = createHash('sha256')
    .update(
      JSON.stringify([
        topics,
        cards,
        [...translations].map(([, by]) => [...by.values()]),
        asked,
        called,
        explained,
        [...byKey.values()],
      ]),
    )
    .digest('hex')
    .slice(0, 8)
  return {
    topics,
    cards,
    translations,
    variants: asked,
    names: called,
    terms: explained,
    references: byKey,
    version: fingerprint,
  }
}
