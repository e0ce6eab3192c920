import type { Guard } from '../domain/question.js'
import { flat, phrases } from '../text/phrases.js'

const relative = `(mum|mom|mother|dad|father|wife|husband|son|daughter|child|kid|baby|brother|sister|cousin|uncle|aunt|niece|nephew|grand[a-z]+|friend|parents?|[0-9]+ ?yo)`
const they = `(i|we|he|she|my ${relative}|our ${relative}|mum|mom|dad)`

/** A choice that somebody has to make about a body: their own or a relative's. */
const decision = phrases(`
  should ${they} (?!ask (?!for)|know|look|check|expect|read|understand|believe|call|learn|study|say|bring|avoid asking)[a-z]+
  shall ${they} [a-z]+
  should (his|her|my|our) [a-z]+
  (can|could|may|might) (i|we|he|she) (just|safely|still|also|now)? ?(stop|quit|skip|drop|cut|halve|double|lower|raise|refuse|take|use|switch|swallow|keep taking|go off|come off|eat|drink)
  (can|could|may) my ${relative} (stop|quit|skip|drop|cut|take|use|switch|eat|get|have)
  do (i|we) (need|have to|qualify|let|sign|go|still need|tell|stop|take|wait|agree|accept|say yes)
  does my ${relative} (need|have|qualify)
  am i (a candidate|eligible|at risk|going to|too old|too young|safe|allowed to take)
  is (he|she|it safe for me|it safe for my|my ${relative}) (a candidate|eligible|too old|too young|to|take)
  (what|which|how much|how many|how often|how long) * (dose|doses|mg|milligrams|tablets|pills|units|million|drops) * (i|we|he|she|my|for)
  (what|which) * (should|shall|would) (i|we|he|she|you) (give|take|choose|ask for|pick|get|do in my|start)
  (would|do|can|could) you (recommend|advise|choose|suggest|pick|prescribe)
  (recommend|advise) me
  (tell me|decide) (whether|if|which) * (i|we) (should|take|stop)
  in my (case|situation|place)
  (i|he|she|who|my ${relative}) (was|were|am|is|has been|have been|had been|got) * diagnosed * (help|recommend|suggest|treatments?|cure|advi[sc]e|please|should)
  (please|kindly|plz|pls) (help|advise|suggest|guide|tell) (me|us) * (treatment|treat|cure|medicine|doctor|how)
  (help me|help us|save my|cure my) * (life|treatment|treat|son|daughter|mother|father|disease|health)
  my ${relative} (suffers|is suffering|suffered) from
  (i|we) (can|could|may|want to|would like to) (try to )?(receive|get|buy|have|consider) * (treatment|kalydeco|transplant|injection|injections|therapy|cells|research) * (my|me|i|we|she|he)
  (our|my) ${relative}s? * (need|needs) to be tested
  what would you do
  (would|is) it (be )?(better|best|good|wise|ok|okay|right|worth it|a good idea|a bad idea|a mistake) * for (me|us|my ${relative}) to
  (is|are|would) * (right|good|suitable|safe|worth it|ok|okay) for (me|us|my [a-z]+)
  (i|he|she|we) (want|wants|plan|plans|am going|is going) to (stop|quit|drop|skip) * (tablets?|pills?|medicine|medication|drugs?|chemo|insulin|treatment)
  (ma|mon|mes) * (dois je|devons nous|puis je)
  (dois je|devrais je|devons nous|puis je (prendre|arreter)|faut il que (je|j))
  (quelle dose|combien de mg) * (je|mon|ma|pour)
  (almali|kullanmali|birakmali|yaptirmali|olmali) (miyim|miyiz|mi)
  (ilacimi|ilaci) * (birakabilir|kesebilir|almali) [a-z]+
  (apakah|bolehkah|haruskah|perlukah) (saya|kami|ibu saya|anak saya|ayah saya) * (berhenti|minum|pakai|makan|ambil|pergi|ikut|menghentikan|mengambil)
  (haruskah|patutkah|perlukah) (saya|kami)
  (berapa dosis|dos berapa|berapa mg) * (saya|anak|ibu)
  (ايا|باید|بايد) * (مصرف كنم|قطع كنم|بخورم|بگيرم|انجام دهم)
  (كيا مجهے|كيا ميں|كيا هم) * (چاهيے|لوں|چهوڑ دوں|بند كر دوں)
`)

const arabicRelative = `(امي|والدتي|ابي|ابوي|والدي|زوجتي|زوجي|مرتي|ابني|ابنتي|بنتي|ولدي|طفلي|طفلتي|اخي|اخوي|اختي|جدي|جدتي|خالي|خالتي|عمي|عمتي|صديقي|قريبي)`
const arabicDecision = phrases(`
  هل (اوقف|اتوقف|اترك|اخذ|اتناول|استخدم|اسافر|اجري|اعمل|احتاج|يجب علي|ينبغي ان|علي ان|نوقف|نعطيه|نعطيها|نسافر|ننتظر|يجب ان (اخذ|اوقف|نعمل|يترك))
  (اوقف|ابطل|اترك|اقطع) * (الدوا|الدواء|دوايا|دوائي|العلاج|الحبوب|العلاج|الادويه|الكيماوي)
  (كم|ما|ايش|وش|شو) * (الجرعه|جرعه|جرعتي|ملغ|مليغرام|حبه) * (اخذ|لي|لابني|لابنتي|لامي|المناسبه لي|اعطي|اتناول|نعطي|${arabicRelative})
  (ب?تنصح(ني|نا|وني|ونا|ونني|وننا|يني)|بماذا تنصح|شو بتنصح|وش تنصح)
  (اسوي|نسوي|اعمل|نعمل|افعل|ندير|ندير) (ايه|ايش|شنو|شو|العمليه)
  ${arabicRelative} * (ياخذ|تاخذ|يوقف|توقف|يترك|تترك|يحتاج|تحتاج|ينفع له|ينفعه|يناسبه|يناسبها|نعالجه|نعالجها|نسفره|نوديه|نوديها)
  (ينفع|يصير|يجوز|ممكن|اقدر|فيني|بقدر|نقدر) (اوقف|اخذ|اترك|ابطل|نوقف|نعطي|اكل|اخد)
  (ماذا|وش|ايش|شو|شنو) (افعل|اسوي|اعمل|ندير|نسوي|بعمل)
  هل (انا|نحن|احنا|${arabicRelative}) (مرشح|مرشحه|مناسب|مناسبه|موهل|موهله|معرض|معرضه)
  (نصيحتك|انصحني|انصحوني|انصحونا)
`)

/** Signs of harm that can't wait. */
const alarming = phrases(`
  (crushing|severe|strong|bad|terrible|sudden|sharp)? ?(chest|heart) (pain|pressure|tightness)
  (pain|tightness|pressure) in (my|his|her|the) chest
  (cant|cannot|can hardly|can barely|hardly|barely|struggling to|trouble|difficulty|unable to) (breathe|breathing|swallow|speak|wake)
  (not|stopped) breathing
  (lips|tongue|throat|face) (is|are|started)? ?(swelling|swollen|swelled|closing)
  (fever|temperature) * (3[89]|4[0-2]|10[1-6]|confused|confusion|shaking|shivering|drowsy)
  (3[89]|4[0-2]) ?[0-9]* (fever|degrees)
  (has|have|had|got|running|with) (a|an|high)? ?(high)? ?fever
  fever (3[89]|4[0-2])
  (confused|cant wake|drowsy|unconscious|unresponsive|passed out|collapsed|fainted|fainting|seizure|seizures|convulsing|convulsions|slurred speech|talking nonsense)
  (cant|cannot|can not|could not|couldnt) see
  (lost|losing|loss of) * (sight|vision|eyesight)
  (went|gone|going) blind
  (bloody|black|nonstop|non stop|litres of|severe) (diarrhea|diarrhoea|stool|stools|vomit)
  (vomiting|coughing|throwing up|peeing|bleeding) * (blood|heavily|wont stop)
  (wont|doesnt|not) stop bleeding
  skin (is|started)? ?(peeling|blistering|coming off|falling off)
  (blisters|blistering|peeling) * (skin|mouth|lips|eyes)
  mouth (is)? ?full of sores
  (overdose|overdosed|poison|poisoned|poisoning|swallowed * (pills|tablets|battery|bleach))
  (took|taken) (too many|all|the whole)
  (face|arm|side) * (drooping|numb|paralysed|paralyzed)
  (douleur a la poitrine|mal a la poitrine|du mal a respirer|peut pas respirer|ne vois plus|perdu la vue|convulsions)
  (gogus agrisi|nefes alamiyor[a-z]*|bilincini kaybetti|goremiyor[a-z]*|nobet geciriyor)
  (nyeri dada|sakit dada|sesak (nafas|napas)|tidak bisa bernapas|tak boleh bernafas|pingsan|kejang|tidak bisa melihat)
  (درد قفسه سينه|نفسم بالا نمي ايد|تشنج|بيهوش شد|نمي بينم)
  (سينے ميں درد|سانس نهيں|بے هوش|نظر نهيں)
`)
const arabicAlarming = phrases(`
  (الم|وجع|ضغط) * (صدري|صدره|صدرها|بالصدر|في الصدر|بصدري)
  (صدري|صدره) (يوجعني|يوجعه|بيوجعني|واجعني)
  (ضيق|صعوبه) * (تنفس|التنفس|النفس|نفس)
  (لا يستطيع|ما يقدر|مش قادر|ما عم يقدر|مو قادر|ما اقدر|لا استطيع|ما قادرش|ماقدرش|مش قادره) (التنفس|يتنفس|اتنفس|تتنفس|ياخذ نفس|يبلع|اشوف|يشوف|الرويه)
  (فقد|فقدت|فاقد) (الوعي|وعيه|وعيها|البصر|بصره|بصري|النظر)
  (ما اشوف|ما عدت اشوف|مبشوفش|مش شايف|ما بشوف|لا ارى|ما يشوف|مابقيتش كنشوف)
  (اغمي|مغمي|غاب عن الوعي|دايخ مره|مش دريان)
  (حراره|حرارته|حرارتها|حرارتي|سخونه|سخونيه) * (3[89]|4[0-2]|عاليه|مرتفعه|ملخبط|مشوش|هذيان)
  (تشنج|تشنجات|نوبه صرع|تسمم|جرعه زايده|جرعه زائده|بلعت?|ابتلعت?)
  (نزيف|ينزف|تنزف|دم) * (شديد|ما يوقف|لا يتوقف|كثير|بالبراز|في البراز|ترجيع)
  (اسهال) * (دموي|دم|شديد|مستمر)
  (جلدي|جلده|جلدها|الجلد) * (يتقشر|بيتقشر|يتقرح|فقاعات|يقشر)
  (شفايفه|شفايفي|شفاهه|وجهه|لسانه|لساني|حلقي) * (تورم|يتورم|ورمت|منتفخ|ورم|تنتفخ)
  (وجهه|وجهي|وجهها|عيونه|لونه) (اصفر|ازرق|شاحب) * (بوله|بولي|تعبان|تعبانه|دايخ)
  (بوله|بولي|بولها) * (احمر|غامق|دم|بني|كولا)
`)

/** What tells that it happens to somebody, lately or now. */
const happening = phrases(`
  (now|right now|today|tonight|yesterday|this (morning|evening|afternoon|week)|last night|suddenly|just|since|ago|days? [0-9]+|help|emergency|urgent|urgently)
  what (do|should) (i|we) do
  (my|our) ${relative}
  (i|he|she) (cant|cannot|had|has|have|am|is|was|started|got|took|feel|feels)
  (im|ive|hes|shes|my|his|her|me|myself)
  (je|mon|ma|maintenant|aujourdhui|hier|aide[rz]?|simdi|bugun|dun|annem|babam|oglum|kizim|sekarang|tadi|kemarin|semalam|saya|anak|ibu|ayah|tolong|الان|حالا|امروز|ابهي|ميرے|ميري|مجهے)
  (الحين|هلق|هلا|دلوقتي|دابا|اليوم|امس|البارح|امبارح|مبارح|فجاه|قبل (ساعه|ساعات|يوم|يومين|شوي)|من (ساعه|يوم|يومين|امبارح)|ساعدوني|الحقوني|ضروري|طوارئ)
  ${arabicRelative}
  (عندي|عنده|عندها|اخذت|اخذ|اكل|اكلت|صار|صارت|معي|معه|بدا|بدات|حقنوني|حقنت)
  (وش|ايش|شو|ماذا|شنو) (اسوي|اعمل|افعل|ندير|نسوي)
`)

const selfHarm = phrases(`
  (suicide|suicidal|kill (myself|himself|herself)|end (my|it all|his|her) life|want to die|hurt myself|self harm)
  (me suicider|envie de mourir|intihar|olmek istiyorum|bunuh diri|خودكشي)
  (انتحر|الانتحار|اقتل نفسي|اموت نفسي|انهي حياتي|ابغى اموت|عايز اموت|بدي موت)
`)

/** Whether a text speaks of ending one's life, whoever it is about. */
export const tellsOfSelfHarm = (text: string): boolean => selfHarm.test(flat(text))

/**
 * Whether a question asks for a personal medical decision (`advice`) or tells of an emergency (`urgent`). Recall before precision:
 * a notice too many costs a line, one too few can cost more.
 */
export const guardOf = (text: string): Guard | undefined => {
  const said = flat(text)
  if (selfHarm.test(said)) return 'urgent'
  if ((alarming.test(said) || arabicAlarming.test(said)) && happening.test(said)) return 'urgent'
  return decision.test(said) || arabicDecision.test(said) ? 'advice' : undefined
}
