/** Languages in which people ask; cards and words on screen exist in some of them. ISO 639-1 codes. */
export const languages = ['en', 'ar', 'tr', 'id', 'ms', 'fr', 'fa', 'ur'] as const
export type Language = (typeof languages)[number]

const rightToLeft: ReadonlySet<Language> = new Set(['ar', 'fa', 'ur'])

export const isLanguage = (code: string): code is Language => (languages as readonly string[]).includes(code)
export const isRightToLeft = (language: Language): boolean => rightToLeft.has(language)
