import { claimText } from '../domain/claim-text.js'
import type { Library } from '../domain/library.js'
import type { PassageRef } from '../domain/ranking.js'
import type { Block, Card } from '../domain/card.js'

/** A piece of a card that can be found by itself. */
export interface PassageText {
  readonly ref: PassageRef
  readonly text: string
}

const blockText = ({ label, claims }: Block): string =>
  [label, ...claims.map(claimText)].filter(Boolean).join(' ')

/** The passages of a card in one language: its names, the short answer, each block of each section. */
const passagesOf = ({ language, title, aliases, answer, sections }: Card): PassageText[] => [
  ...[title, ...aliases].map((text, index): PassageText => ({
    ref: { kind: 'names', language, index },
    text,
  })),
  { ref: { kind: 'answer', language, index: 0 }, text: answer.map(claimText).join(' ') },
  ...sections.flatMap(({ kind, blocks }) =>
    blocks.map((block, index): PassageText => ({ ref: { kind, language, index }, text: blockText(block) })),
  ),
]

/** Card id -> all its passages, in every language, with the ways in which people ask for it. */
export const passagesByCard = (library: Library): Map<string, PassageText[]> => {
  const byCard = new Map(
    library.cards.map((card) => [
      card.id,
      [card, ...(library.translations.get(card.id)?.values() ?? [])].flatMap(passagesOf),
    ]),
  )
  for (const { card, language, title, aliases } of library.names) {
    byCard.get(card)?.push(
      ...[title, ...aliases].map((text, index): PassageText => ({
        ref: { kind: 'names', language, index },
        text,
      })),
    )
  }
  for (const [index, { card, language, text }] of library.variants.entries()) {
    byCard.get(card)?.push({ ref: { kind: 'question', language, index }, text })
  }
  return byCard
}
