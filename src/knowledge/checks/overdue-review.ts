import { finding } from '../source.js'
import type { Check } from './check.js'

/** A card is read again in time: `reviewed` plus `review_every` is not past, and `reviewed` is not in the future. */
export const overdueReview: Check = ({ sources, today }) =>
  sources.flatMap(({ file, card, placeOf }) => {
    const due = monthsLater(card.reviewed, card.reviewEvery)
    if (card.reviewed > today) {
      return [
        finding('overdue-review', 'error', file, placeOf('reviewed'), [
          `reviewed on ${card.reviewed}, which is to come`,
          `a day up to ${today}`,
          'mend the date',
        ]),
      ]
    }
    return due < today
      ? [
          finding('overdue-review', 'warning', file, placeOf('reviewed'), [
            `a review that was due on ${due}`,
            'cards that are read again in time',
            'compare the card with its sources and set the date',
          ]),
        ]
      : []
  })

/** The ISO date some months after another; the 31st becomes the month's last day. */
const monthsLater = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}
