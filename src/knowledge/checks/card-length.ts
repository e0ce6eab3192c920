import type { Card } from '../../domain/card.js'
import { claimText } from '../../domain/claim-text.js'
import { finding } from '../source.js'
import { originals, type Check } from './check.js'

const least = 150
const most = 450

/** Words of a card, without titles, citations and the table of positions. */
const wordsOf = ({ answer, sections }: Card): number =>
  [
    ...answer,
    ...sections
      .filter(({ kind }) => kind !== 'positions')
      .flatMap(({ blocks }) => blocks.flatMap(({ claims }) => claims)),
  ]
    .map(claimText)
    .join(' ')
    .split(/\s+/)
    .filter(Boolean).length

/** A card is read in two minutes: 150 to 450 words, positions not counted. Translations follow their original. */
export const cardLength: Check = (knowledge) =>
  originals(knowledge).flatMap(({ file, card, answerPlace }) => {
    const length = wordsOf(card)
    if (length >= least && length <= most) return []
    return [
      finding('card-length', 'warning', file, answerPlace, [
        `a card of ${length} words`,
        `${least} to ${most} words, positions not counted`,
        length < least
          ? 'tell more of what people ask'
          : 'keep what people ask, leave the rest to another card',
      ]),
    ]
  })
