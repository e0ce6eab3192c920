import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as indonesian } from '@orama/stemmers/indonesian'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import type { Language } from '../domain/language.js'
import { hasDigit } from './words.js'

const arabicScript = /^[\u0600-\u06FF]+$/
const latin: Partial<Record<Language, (word: string) => string>> = {
  en: english,
  fr: french,
  id: indonesian,
  ms: indonesian,
  tr: turkish,
}

const articles = ['وبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'لل', 'ال']
const suffixes = [
  'هما',
  'تين',
  'تان',
  'نا',
  'هم',
  'هن',
  'كم',
  'ها',
  'ان',
  'ات',
  'ون',
  'ين',
  'يه',
  'ته',
  'وا',
  'ه',
  'ي',
]

/**
 * Light stemming of a folded Arabic word: conjunction and article off the front, one ending off the back, never below
 * three letters. After the `light10` stemmer of Larkey, Ballesteros and Connell (2002, doi:10.1145/564376.564425), with pronoun endings added.
 */
export const stemArabic = (word: string): string => {
  const article = articles.find((prefix) => word.startsWith(prefix) && word.length - prefix.length >= 3) ?? ''
  let stem = word.slice(article.length)
  if (stem.startsWith('و') && stem.length >= 5) stem = stem.slice(1)
  const suffix = suffixes.find((ending) => stem.endsWith(ending) && stem.length - ending.length >= 3)
  return suffix ? stem.slice(0, -suffix.length) : stem
}

/** The stem of a folded word. Words with digits (brca1, il6) are names and stay whole; Arabic script is told by its letters. */
export const stem = (word: string, language: Language): string => {
  if (hasDigit(word)) return word
  if (arabicScript.test(word)) return language === 'fa' || language === 'ur' ? word : stemArabic(word)
  return (latin[language] ?? english)(word)
}
