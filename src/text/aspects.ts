import type { Aspect } from '../domain/question.js'
import { flat, phrases } from './phrases.js'

const patterns: Readonly<Record<Aspect, RegExp>> = {
  cause: phrases(`
    (why|cause|causes|caused|reason|reasons|due to|because of)
    (لماذا|ليش|ليه|علاش|(?:و?ال)?(?:سبب|اسباب)|يسبب)`),
  risk: phrases(`
    (risks?|risky|dangers?|dangerous|safe|safety|harm|harms|harmful|harmed|side effects?|adverse|complications?|toxic|go wrong|hurt|die|deaths?)
    (?:و?(?:ال|بال|لل)?)(خطر|خطير|خطوره|مخاطر|اضرار|ضرر|امن|امنه|امان|اعراض جانبيه|الاثار الجانبيه|مضاعفات)`),
  cost: phrases(`
    (cost|costs|price|prices|expensive|afford|cheap|pay|paid|money|insurance|dollars|how much)
    (?:و?(?:ال|بال|لل)?)(تكلفه|تكلف|سعر|كلفه|غالي|بكم|فلوس|التامين|ثمن)`),
  evidence: phrases(`
    (evidence|proof|proven|trials?|stud(y|ies)|work|works|worked|effective|efficacy|data|results?|success|percent|rate|how well)
    (?:و?(?:ال|بال|لل)?)(دليل|ادله|تجربه|تجارب|دراسه|دراسات|فعال|فعاليه|نتائج|نسبه|نجاح|ينفع|ينجح)`),
  permissibility: phrases(`
    (allowed|permitted|permissible|halal|haram|forbidden|lawful|sharia|fatwa|fatwas|ruling|rulings|islam|islamic|muslim|muslims|jurists?|scholars|council|religion|religious)
    (?:و?(?:ال|بال|لل)?)(حلال|حرام|يجوز|جائز|حكم|فتوى|فتاوى|شرعا|شرعي|الاسلام|مجمع|العلماء|الفقهاء|مباح)`),
  who: phrases(`
    (who|whom|whose|eligible|candidate|candidates|which patients|inventor|discovered by)
    (من هو|من هم|مين|منو|من الذي|من اول)`),
  when: phrases(`
    (when|what year|since when|how long ago|how soon|date)
    (متى|امتى|وقتاش|سنه|عام|اي سنه)`),
  where: phrases(`
    (where|which countr(y|ies)|which hospital|which city)
    (اين|وين|فين|اي دوله|اي بلد)`),
  how: phrases(`
    (how (is|are|do|does|did|can|was|were|to)|mechanism|steps?|procedure|process|made|works?)
    (كيف|ازاي|كيفاش|شلون|طريقه|خطوات|اليه)`),
  definition: phrases(`
    (what (is|are)|whats|define|definition|meaning|mean|means|explain|explained)
    (ما هو|ما هي|ما معنى|يعني ايه|وش يعني|شو يعني|شنو هي|شنو هو|تعريف|معنى)`),
  treatment: phrases(`
    (treat|treats|treated|treatment|treatments|therapy|therapies|cure|cures|cured|drug|drugs|medicine)
    (?:و?(?:ال|بال|لل)?)(علاج|يعالج|علاجات|شفاء|يشفي|دواء)`),
  limits: phrases(`
    (limits?|limitations?|unknown|not known|uncertain|disagree|disagreement|controversy|controversial|critics?|against|problem|problems|open questions|doubts?|hype)
    (?:و?(?:ال|بال|لل)?)(حدود|خلاف|يختلف|اختلاف|غير معروف|مشاكل|مشكله|انتقاد)`),
}

/** What a question wants to know of its subject, as far as its words tell. */
export const aspectsOf = (text: string): Aspect[] => {
  const said = flat(text)
  return (Object.keys(patterns) as Aspect[]).filter((aspect) => patterns[aspect].test(said))
}
