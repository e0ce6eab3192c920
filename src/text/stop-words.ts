import type { Language } from '../domain/language.js'
import { fold } from './fold.js'

/** Words that tell nothing about the subject: articles, pronouns, auxiliaries, question words, politeness. */
const lists: Readonly<Record<Language, string>> = {
  en: `a about actually after all also am an and any anybody anyone are as at be been being but by can cannot cant could did do does
    doesnt doing dont each either else etc even ever every exactly explain find for from get give gets getting go goes going got had has have having he
    hello help her here hers hey hi him his how i if im in info information into is isnt it its itself ive just know let like ll make may me
    mean might more most much must my need no not now of off ok okay on only or other our out over own please pls quite re really s said
    say says shall she should simply so some somebody someone something still such t tell than thank thanks that thats the their
    them then there these they thing things think this those to too try u understand up upon us ve very want was wat we well were what whats
    when where whether which while who whom whose why will with would yes yet you your r ur didnt wont wouldnt shouldnt couldnt arent wasnt werent hasnt havent hadnt`,
  ar: `في من الى إلى على عن مع هل ما ماذا لماذا كيف متى اين أين اي أي ايش إيش وش ليش شو شنو شنوا ايه إيه ازاي إزاي ازيك علاش كيفاش واش لكن او أو ثم ان أن
    إن كان كانت يكون تكون هو هي هم هذا هذه ذلك تلك التي الذي الذين اللي يعني دي ده كده هيك هل لا لم لن قد كل بعض عند عندي عندنا لي لك له لها لنا انا أنا انت
    نحن احنا حنا ممكن يمكن بس كمان برضو جدا فقط بين بعد قبل حتى إذا اذا لو غير ليه مين منو كم بكم وين فين منين عم بدي عايز ابغى ابي أريد اريد رجاء فضلك شكرا مرحبا السلام عليكم
    يا ايضا أيضا حول هناك هنا مثل عشان علشان شي شيء حاجة مش مو ليس ليست ديال ديالنا كاين هاد هادشي راه`,
  tr: `ve veya ile bir bu şu o da de mi mı mu mü ne nedir neden niçin nasıl nerede kim kimin hangi kaç için gibi daha çok en ama fakat var yok olan olarak ben sen biz siz onlar bana bize benim her şey`,
  id: `dan atau dengan yang di ke dari untuk pada adalah ini itu apa apakah mengapa kenapa bagaimana kapan dimana mana siapa berapa saya kami kita anda dia mereka bisa dapat akan sudah belum tidak bukan ada juga saja tentang oleh dalam sebuah seorang jika kalau`,
  ms: `dan atau dengan yang di ke dari daripada untuk pada ialah adalah ini itu apa apakah mengapa kenapa bagaimana bila bilakah adakah bolehkah bagaimanakah berapakah siapakah mana siapa berapa saya kami kita anda dia mereka boleh dapat akan sudah belum tidak bukan ada juga sahaja tentang oleh dalam sebuah seorang jika kalau`,
  fr: `le la les l un une des du de d et ou a au aux en dans sur pour par avec sans ce cet cette ces est sont etre a ont avoir que qu qui quoi quel quelle quels quelles
    comment pourquoi quand combien ou je tu il elle on nous vous ils elles me te se mon ma mes ton son sa ses notre votre leur ne pas plus y c n s j peut peuvent t fait faire est-ce`,
  fa: `و یا با از به در را که این آن است هست چیست چه چرا چگونه کی کجا کدام چند برای تا هم من ما شما او آنها می شود شد کرد کند دارد آیا یک های ها`,
  ur: `اور یا سے کو کا کی کے میں پر ہے ہیں تھا تھی کیا کیوں کیسے کب کہاں کون کتنا کتنی یہ وہ ہم آپ میرا میری ایک لیے تک بھی نہیں ہو ہوتا ہوتی کر کرتا جو`,
}

const byLanguage = new Map<Language, ReadonlySet<string>>(
  (Object.keys(lists) as Language[]).map((language) => [
    language,
    new Set(lists[language].split(/\s+/).map(fold)),
  ]),
)

/** Whether a folded word is a stop word of the language, or of English, which people mix into any other. */
export const isStopWord = (word: string, language: Language): boolean =>
  byLanguage.get(language)?.has(word) === true || byLanguage.get('en')?.has(word) === true

/** How many of the folded words are stop words of the language: the sign by which it is told. */
export const countStopWords = (words: readonly string[], language: Language): number =>
  words.filter((word) => byLanguage.get(language)?.has(word)).length
