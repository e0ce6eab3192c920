import type { Language } from '../domain/language.js'
import { ar } from './locales/ar.js'
import { en } from './locales/en.js'
import { fr } from './locales/fr.js'
import { id } from './locales/id.js'
import { tr } from './locales/tr.js'
import type { WordKey, Words } from './words.js'

const locales: Readonly<Partial<Record<Language, Words>>> = { en, ar, tr, id, fr }

/** Languages that Hakim's own words exist in. */
export const spokenLanguages = Object.keys(locales) as Language[]

/** The language in which Hakim's words are said to a reader of another: its own where it exists; Malay reads Indonesian, the rest English. */
export const spoken = (language: Language): Language =>
  locales[language] ? language : language === 'ms' ? 'id' : 'en'

/** The words of a key in a language, with `{name}` places filled in. */
export const say = (
  language: Language,
  key: WordKey,
  values: Readonly<Record<string, string | number>> = {},
): string =>
  (locales[spoken(language)] ?? en)[key].replace(/\{(\w+)\}/g, (place, name: string) =>
    String(values[name] ?? place),
  )
