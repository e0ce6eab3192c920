import type { Language } from '../domain/language.js'
import { countStopWords } from '../text/stop-words.js'
import { words } from '../text/words.js'

/** Letters of Persian and Urdu that Arabic lacks, and those of Urdu alone. */
const persianOrUrdu = /[پچژگکی]/u
const urduOnly = /[ٹڈڑںےہھ]/u
const arabicScript = /\p{Script=Arabic}/u
/** Letters of Turkish alone, and names with a case ending ("Türkiye'nin", "FDA'dan"). */
const turkish = /[şğıİŞĞ]|\p{Lu}\p{L}+['’](?:n?[ıiuü]n|[dt][ae]n?)(?!\p{L})/u
/** Words that Malay has and Indonesian has not, and the other way round: the two share most others. */
const malay = new Set(
  'ialah boleh kerana sahaja bila bilakah daripada ubat kanser doktor bagaimanakah adakah sel stem hospital apakah rawatan kos wang awak'.split(
    ' ',
  ),
)
const indonesian = new Set(
  'adalah bisa karena saja kapan obat kanker dokter bagaimana apakah punca rumah pengobatan biaya uang kamu'.split(
    ' ',
  ),
)

const latin: readonly Language[] = ['en', 'fr', 'tr', 'id', 'ms']

/**
 * The language of a question, by its script and its function words; nothing where it shows neither ("CRISPR"). Latin terms in
 * an Arabic question do not count against Arabic, which has no other names for many of them.
 */
export const languageOf = (text: string): Language | undefined => {
  const all = words(text)
  const inArabicScript = all.filter(({ typed }) => arabicScript.test(typed)).length
  const folded = all.map((word) => word.text)
  if (inArabicScript > 0 && (inArabicScript * 2 >= all.length || countStopWords(folded, 'en') === 0)) {
    if (urduOnly.test(text)) return 'ur'
    return persianOrUrdu.test(text) && countStopWords(folded, 'fa') >= countStopWords(folded, 'ar')
      ? 'fa'
      : 'ar'
  }
  const counts = latin.map((language) => ({ language, count: countStopWords(folded, language) }))
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most))
  if (turkish.test(text) && (best.language !== 'fr' || best.count < 2)) return 'tr'
  if (best.count === 0) return undefined
  if (best.language !== 'id' && best.language !== 'ms') return best.language
  const signs = (list: ReadonlySet<string>) => folded.filter((word) => list.has(word)).length
  return signs(malay) > signs(indonesian) ? 'ms' : 'id'
}
