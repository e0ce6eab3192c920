import type { Language } from '../domain/language.js'
import { cardIn, type Library } from '../domain/library.js'
import type { Ranking, Term, Verdict } from '../domain/ranking.js'
import { say } from '../i18n/say.js'
import type { WordKey } from '../i18n/words.js'
import type { Part, View } from '../view/view.js'

/** The words for each feature of a verdict. */
const featureWords: Readonly<Record<keyof Verdict['parts'], WordKey>> = {
  bias: 'bias',
  strength: 'strength',
  margin: 'margin',
  told: 'told',
  missing: 'missingShare',
  veto: 'veto',
}

const percent = (share: number) => `${Math.round(share * 100)} %`
/**
 * Why a question got its answer: the very words, weights and features that decided.
 * @param thresholds confidence from which the best card is said, and from which the nearest are offered
 */
export const whyView = (
  library: Library,
  language: Language,
  { hits, terms }: Ranking,
  { confidence, parts }: Verdict,
  thresholds: { readonly speak: number; readonly suggest: number },
): View => {
  const titleOf = (id: string | undefined) =>
    id === undefined ? undefined : cardIn(library, id, language)?.title
  const listed = (
    some: readonly Term[],
    show = ({ typed, weight }: Term) => `${typed} (${weight.toFixed(1)})`,
  ) =>
    some
      .slice(0, 20)
      .map(show)
      .join(language === 'ar' ? '، ' : ', ')
  const line = (key: WordKey, values: Record<string, string>): Part => ({
    kind: 'paragraph',
    rich: [{ kind: 'text', text: say(language, key, values) }],
    language,
  })
  const [best, second] = [titleOf(hits[0]?.card), titleOf(hits[1]?.card)]
  const held = terms.filter(({ inBest }) => inBest)
  const corrected = terms.filter(({ state }) => state === 'corrected')
  const missing = terms.filter(({ inBest }) => !inBest)
  const shown = Object.entries(parts)
    .filter(([, part]) => Math.abs(part) >= 0.005)
    .map(
      ([name, part]) =>
        `${say(language, featureWords[name as keyof Verdict['parts']])} ${part < 0 ? '−' : '+'}${Math.abs(part).toFixed(2)}`,
    )
    .join(' · ')
  return {
    tone: 'plain',
    language,
    title: say(language, 'whyTitle'),
    parts: best
      ? [
          line('whyCard', {
            title: best,
            confidence: percent(confidence),
            speak: percent(thresholds.speak),
            suggest: percent(thresholds.suggest),
          }),
          ...(held.length ? [line('whyHeld', { words: listed(held) })] : []),
          ...(corrected.length
            ? [line('whyCorrected', { words: listed(corrected, ({ typed, read }) => `${typed} → ${read}`) })]
            : []),
          ...(missing.length ? [line('whyMissing', { words: listed(missing) })] : []),
          ...(second ? [line('whyRunnerUp', { title: second })] : []),
          line('whyParts', { parts: shown }),
        ]
      : [line('whyNoCard', {})],
    actions: [],
  }
}
