import { flat, phrases } from '../text/phrases.js'

/** Openings that carry on: "and ...", "what about ...", "ok so ...", "وهل ...". */
const carriesOn = phrases(`
  (and|so|but|ok|okay|also|then|or|what about|how about|what else|any other|tell me more|more)
  (et|mais|alors|ve|peki|ya|dan|lalu|terus|kalau|و|طيب|طب|اوكي|زين|تمام|ماذا عن|وماذا عن|شو عن|وش عن)
`)
const arabicAnd =
  /^ و(?:هل|ما|ماذا|كيف|متي|اين|من|لماذا|كم|ليش|شو|وش|ايش|شنو|ليه|ازاي|فين|وين|علاش|اي|عن|في|هي|هو|هذا|هذه)/u
/** Words that stand for something said before. */
const standsFor = phrases(`
  (it|its|itself|that|this|those|these|they|them|their|theirs|one|ones|he|she|him|her|his|there)
  (elle|il|cela|ca|celui|celle|bu|bunun|onun|itu|ini|nya|هو|هي|هذا|هذه|ذلك|تلك|هاد|هاي|ده|دي|فيه|فيها|عنه|عنها|منه|منها|له|لها|بها|به|بشانها|بشانه|عليه|عليها|لهم|مخاطره|مخاطرها|فوائده|فوائدها|تكلفته|تكلفتها)
`)
/** "it" in these stands for nothing: "is it true that", "how long does it take". */
const emptyIt = phrases(`
  (is|was|isnt) it (true|safe|possible|allowed|permitted|halal|haram|permissible|legal|worth|right|ok|okay|fair|normal|risky|dangerous|better|good|bad|just|necessary) (to|that|for|if|when)
  (does|will|would|can) it (take|cost|matter|hurt) to
`)

/** A question word alone: "Why?" */
const bare =
  /^ (?:why|how|how so|how much|how many|who|where|when|since when|which|لماذا|ليش|ليه|كيف|متي|اين|من|كم) $/u
/** The copula of "ما هي الخلايا؟", which stands for nothing said before. */
const copula = / (?:ما|من|شو|وش|ايش|شنو|ايه) (?:هو|هي|هم)(?= [^ ])/gu

/** Whether a question leans on what was said before; asked only where something was. */
export const isFollowUp = (text: string): boolean => {
  const said = flat(text)
  const opening = said.slice(0, 24)
  if (carriesOn.test(opening) && startsWith(carriesOn, said)) return true
  if (arabicAnd.test(said)) return true
  if (said.trim().split(' ').length <= 3 && !/[?؟]/.test(text)) return false
  if (bare.test(said)) return true
  return standsFor.test(said.replace(copula, ' ')) && !emptyIt.test(said)
}

const startsWith = (pattern: RegExp, said: string): boolean => pattern.exec(said)?.index === 0
