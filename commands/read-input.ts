import { z } from 'zod'
import { isLanguage, type Language } from '../src/domain/language.js'

/** A language code of a button; anything else is as if it were not there. */
export const language = z
  .string()
  .optional()
  .transform((code): Language | undefined => (code !== undefined && isLanguage(code) ? code : undefined))

/** A page number of a button, 1 where it is missing or no number. */
export const page = z.coerce.number().int().min(0).max(999).catch(1)
