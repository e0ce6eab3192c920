import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guardOf, tellsOfSelfHarm } from '../../src/understand/guard.js'

const advice = [
  'Should I stop my warfarin before the gene test?',
  'Should my mother get stem cells for her knee?',
  'Can I skip my tacrolimus for a week?',
  'Could we halve the dose of her blood pressure tablets?',
  'My doctor wants to start Plavix, what dose should I take?',
  'Which clinic would you recommend for my back?',
  'Do I need a BRCA test?',
  'Am I a candidate for CAR-T?',
  'Is my father too old for a bone marrow transplant?',
  'Should we freeze our baby’s cord blood?',
  'My son has autism, should he have stem cell injections?',
  'What would you do in my place?',
  'My brother was diagnosed with lymphoma, which treatments do you suggest?',
  'Can my daughter stop her insulin after the gene therapy?',
  'Please advise me on treatment for my spinal cord injury',
  'My CYP2C19 result says poor metaboliser, should I switch drugs?',
  'I want to stop my chemo and use stem cells instead',
  'How many mg of ivacaftor should I give my child?',
  'Is it safe for me to fly after the transplant?',
  'Should my husband and I marry if we are cousins and both carriers?',
  'Would it be better for me to wait for the trial?',
  'I have Parkinson’s. Is it a good idea for me to go to the clinic in Panama?',
  'Are stem cell injections right for my knee?',
]

const arabicAdvice = [
  'هل أوقف دواء السيولة قبل الفحص الجيني؟',
  'هل آخذ البلافيكس مع نتيجة فحص الجينات هذه؟',
  'كم جرعة الإيفاكافتور لابنتي؟',
  'هل يجب علي أن أعمل فحص BRCA؟',
  'بماذا تنصحونني لعلاج ركبتي؟',
  'أمي عندها باركنسون، هل تأخذ حقن الخلايا الجذعية؟',
  'ابني مصاب بالتوحد، هل ينفعه العلاج بالخلايا الجذعية؟',
  'ينفع أوقف الكيماوي؟',
  'انصحوني، هل أسافر للعلاج بالخلايا الجذعية؟',
  'هل أنا مرشح لعلاج CAR-T؟',
  'هل تنصحني بزراعة النخاع لوالدي؟',
]

const urgent = [
  'I have crushing chest pain since this morning, is it my clopidogrel?',
  'My son had CAR-T last week and now has a fever of 39.5 and is confused',
  'She can’t breathe after the infusion, what do we do?',
  'After my stem cell eye injection I suddenly cannot see',
  'My lips are swelling after the new tablet',
  'My daughter swallowed a whole bottle of pills',
  'He is having a seizure right now',
  'My skin is peeling and my mouth is full of sores since I started carbamazepine',
  'I have been vomiting blood since yesterday',
  'My father collapsed an hour ago after his injection',
  'My face is drooping and my speech is slurred',
  'I want to end my life',
  'my transplant was 20 days ago and I have bloody diarrhoea',
  'The wound where they took my marrow won’t stop bleeding, help',
  'My husband fainted after the cell infusion and is not waking up',
]

const arabicUrgent = [
  'عندي ألم شديد في صدري الآن',
  'ابني لا يستطيع التنفس بعد الحقنة',
  'زوجتي فقدت الوعي قبل ساعة',
  'حرارته ٤٠ من امبارح بعد زراعة النخاع',
  'ابنتي بلعت علبة الدواء كلها',
  'أمي عندها تشنجات الآن',
  'جلدي يتقشر من يومين بعد الدواء الجديد',
  'بعد حقنة العين لا أرى شيئا، ماذا أفعل؟',
  'وجهه تورم ولسانه بعد الإبرة، ساعدوني',
  'أريد أن أنهي حياتي',
]

const free = [
  'What should I ask a clinic?',
  'Is fever a side effect of CAR-T?',
  'Can cord blood treat autism?',
  'Why can chest pain follow a stem cell infusion?',
  'How is CAR-T different from a transplant?',
  'Who should get a BRCA test?',
  'Which drugs interact with CYP2C19?',
  'Do I own my DNA once it is sequenced?',
  'Should doctors test everyone for CYP2C19?',
  'What did the ELIANA trial show?',
  'Can a woman donate her surplus embryos?',
  'Does clopidogrel stop working in some people?',
  'How many patients died in the trial?',
  'What dose of radiation is used before a transplant?',
  'Are seizures a side effect of CAR-T?',
  'How do doctors treat cytokine release syndrome?',
  'Can iPS cells become heart cells?',
  'Should I believe the adverts of stem cell clinics?',
  'What should I know before signing a consent form?',
  'Is stem cell research allowed in Islam?',
  'Can stem cells cure blindness?',
  'How do I read a genetic report?',
  'Where can I read the 2003 Makkah decision?',
  'What is an overdose of hype in medicine?',
  'Do we know what causes Parkinson’s?',
  'May insurers ask for my genetic results?',
  'Could we ever grow a whole kidney?',
  'Can we make eggs from skin cells?',
  'Do we have evidence that MSCs work?',
  'How long do iPS cells take to make?',
]

const arabicFree = [
  'ماذا أسأل العيادة قبل العلاج؟',
  'هل الحمى من أعراض علاج CAR-T الجانبية؟',
  'هل يعالج دم الحبل السري التوحد؟',
  'متى تنفخ الروح في الجنين؟',
  'هل يجوز البحث على الأجنة الفائضة؟',
  'ما أسباب تشنجات الأطفال الوراثية؟',
  'كيف تصنع خلايا iPS؟',
  'ما هو الطب الشخصي؟',
  'لماذا لا يعمل كلوبيدوقرل عند بعض الناس؟',
  'ما الفرق بين زراعة النخاع والعلاج الجيني؟',
  'كم نسبة نجاح زراعة النخاع؟',
  'من اكتشف الخلايا المستحثة؟',
]

describe('the guard', () => {
  test.each([...advice, ...arabicAdvice])('puts a notice before a personal decision: %s', (text) => {
    expect(guardOf(text)).toBe('advice')
  })

  test.each([...urgent, ...arabicUrgent])('knows an emergency: %s', (text) => {
    expect(guardOf(text)).toBe('urgent')
  })

  test.each([...free, ...arabicFree])('lets a question of knowledge pass: %s', (text) => {
    expect(guardOf(text)).toBeUndefined()
  })

  test.each([
    ['en', 'I feel suicidal since the diagnosis'],
    ['en', 'he says he wants to kill himself'],
    ['ar', 'أفكر في الانتحار'],
    ['fr', "j'ai envie de mourir"],
    ['tr', 'ölmek istiyorum'],
    ['id', 'saya mau bunuh diri'],
  ])('hears of self-harm in %s: %s', (_, text) => {
    expect(tellsOfSelfHarm(text)).toBe(true)
    expect(guardOf(text)).toBe('urgent')
  })

  test('does not hear self-harm in programmed cell death', () => {
    expect(tellsOfSelfHarm('Why do cells die by apoptosis?')).toBe(false)
    expect(guardOf('Do T cells kill cancer cells?')).toBeUndefined()
  })

  test('says the same in capitals, without marks, and behind a greeting', () => {
    const sentence = fc.constantFrom(...advice, ...arabicAdvice, ...urgent, ...arabicUrgent)
    fc.assert(
      fc.property(sentence, (text) => {
        const expected = guardOf(text)
        expect(guardOf(text.toUpperCase())).toBe(expected)
        expect(guardOf(text.replace(/[?؟.,،]/g, ' '))).toBe(expected)
        expect(guardOf(`Hello! ${text}`)).toBe(expected)
      }),
      { seed: 1, numRuns: 150 },
    )
  })

  test('finds an emergency however much is written around it', () => {
    const padding = fc.array(fc.constantFrom('the', 'clinic', 'was', 'kind', 'خلايا', 'IL-6'), {
      maxLength: 120,
    })
    fc.assert(
      fc.property(padding, padding, (before, after) => {
        expect(guardOf([...before, 'my son cannot breathe', ...after].join(' '))).toBe('urgent')
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  test('takes any text, and two thousand characters made to send patterns astray', () => {
    const word = fc.constantFrom(
      'what',
      'how',
      'many',
      'my',
      'mom',
      'i',
      'please',
      'help',
      'me',
      'save',
      'الم',
      'كم',
      'هل',
      'mon',
      'apakah',
      'saya',
      '12',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { minLength: 300, maxLength: 500 }).map((list) => list.join(' ').slice(0, 2000)),
    )
    fc.assert(
      fc.property(text, (typed) => {
        expect([undefined, 'advice', 'urgent']).toContain(guardOf(typed))
      }),
      { seed: 1, numRuns: 100 },
    )
  })
})
