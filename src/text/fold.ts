/**
 * Letters that stand for the same letter to a person who types, and that Unicode does not decompose:
 * ta marbuta, alef maqsura, Persian and Urdu forms of kaf, ya and ha, dotless i, ligatures.
 */
const same: Readonly<Record<string, string>> = {
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ک: 'ك',
  ہ: 'ه',
  ۀ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ٱ: 'ا',
  ء: '',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ð: 'd',
  þ: 'th',
  '’': "'",
}
const sameLetters = new RegExp(`[${Object.keys(same).join('')}]`, 'gu')

/** Arabic-Indic (U+0660) and extended Arabic-Indic (U+06F0) digits as 0-9. */
const plainDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  return String(code - (code >= 0x6f0 ? 0x6f0 : 0x660))
}

/**
 * Text as it is compared: lower case, without diacritics (Latin accents, hamza and harakat alike), tatweel and
 * invisible marks, in plain digits. "Thérapie" -> "therapie", "الجِينوم" -> "الجينوم", "أإآ" -> "ااا", "٤٠" -> "40".
 */
export const fold = (text: string): string =>
  // Most words are plain ASCII, which nothing below changes but its case.
  /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase() : foldAll(text)

const foldAll = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, plainDigit)
    .replace(sameLetters, (letter) => same[letter] ?? letter)

/** Question text as it is kept: no control or bidi-override characters, single spaces, at most `limit` characters. */
export const tidy = (text: string, limit = 2000): string =>
  Array.from(
    text
      .slice(0, limit * 4)
      .replace(/[\p{Cc}\p{Cs}\u200B\u2028-\u202E\u2066-\u2069\uFEFF]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
    .slice(0, limit)
    .join('')
    .trimEnd()
