import { z } from 'zod'
import { evidences, levels, type Card } from '../domain/card.js'

const line = z.string().trim().min(1)
/** A title stands on a button of Discord, which holds 80 characters. */
const title = line.max(80)
const isoDate = z.iso.date()
const aliases = z.array(line.max(80)).max(40)
const review = z
  .string()
  .regex(/^([1-9]|[1-5]\d) months?$/, 'expected a number of months, such as "12 months"')
  .transform((text) => Number.parseInt(text, 10))

type Front = Pick<
  Card,
  | 'title'
  | 'aliases'
  | 'level'
  | 'evidence'
  | 'reviewed'
  | 'reviewEvery'
  | 'version'
  | 'related'
  | 'retractions'
>

/** Front matter of an original. */
export const originalSchema: z.ZodType<Front> = z
  .strictObject({
    title,
    aliases,
    level: z.enum(levels),
    evidence: z.enum(evidences),
    reviewed: isoDate,
    review_every: review,
    version: z.int().min(1),
    related: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)).max(24),
    retractions: z.array(z.string().min(1)).max(12).default([]),
  })
  .transform(({ review_every: reviewEvery, ...front }) => ({ ...front, reviewEvery }))

/** Front matter of `<id>.<language>.md`: the words alone, the rest is its original's; `version` is the original's version that it renders. */
export const translationOf = ({
  level,
  evidence,
  reviewEvery,
  related,
  retractions,
}: Card): z.ZodType<Front> =>
  z
    .strictObject({ title, aliases, reviewed: isoDate, version: z.int().min(1) })
    .transform((front) => ({ ...front, level, evidence, reviewEvery, related, retractions }))
