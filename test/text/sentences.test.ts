import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceEnds } from '../../src/text/sentences.js'

/** The pieces between the ends, as people would read them. */
const sentencesOf = (text: string): string[] => {
  const ends = sentenceEnds(text)
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end).trim())
}

describe('sentences', () => {
  test.each([
    ['full stops', 'Cells divide. Cells die.', ['Cells divide.', 'Cells die.']],
    ['question and exclamation marks', 'Is it safe? No! Wait.', ['Is it safe?', 'No!', 'Wait.']],
    ['the Arabic question mark', 'هل هو آمن؟ لا نعرف.', ['هل هو آمن؟', 'لا نعرف.']],
    ['the Urdu full stop', 'یہ محفوظ ہے۔ وہ نہیں۔', ['یہ محفوظ ہے۔', 'وہ نہیں۔']],
    ['a closing quotation mark', 'He said “stop.” They left.', ['He said “stop.”', 'They left.']],
    ['a closing bracket', '(It failed.) They left.', ['(It failed.)', 'They left.']],
    ['no mark at all', 'Cells divide', ['Cells divide']],
    ['no mark at the end', 'It works. Mostly', ['It works.', 'Mostly']],
  ])('end at %s', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })

  test.each([
    ['a title', 'Dr. Khan led the trial.'],
    ['several titles', 'Prof. Dr. Yamanaka and Mrs. Osman spoke.'],
    ['e.g. and i.e.', 'Some cells, e.g. Neurons, i.e. Nerve cells, differ.'],
    ['"et al."', 'Smith et al. Reported 40 cases.'],
    ['a number sign', 'See Resolution No. 3 for more.'],
    ['a figure', 'The curve in Fig. 2 falls.'],
    ['a decimal', 'The risk is 1.7 to 2.8 points.'],
    ['a word in small letters behind the dot', 'The U.S. approved it, approx. two years ago.'],
    ['a web address', 'It stands on example.org for all.'],
    ['an Arabic decimal', 'النسبة 1.7 إلى 2.8 نقطة.'],
  ])('do not end at %s', (_, text) => {
    expect(sentencesOf(text)).toEqual([text])
  })

  test.each([
    ['a plain no', 'The council said no. Others agreed.', ['The council said no.', 'Others agreed.']],
    [
      'multiple sclerosis',
      'Cells were tried in MS. They failed.',
      ['Cells were tried in MS.', 'They failed.'],
    ],
    [
      'the state of the art',
      'This is the state of the art. Nothing is better.',
      ['This is the state of the art.', 'Nothing is better.'],
    ],
  ])('end at %s, which only looks like an abbreviation', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })

  test('ends rise, lie within the text, stand behind something and leave no word over', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', '.', '!', '؟', ' ', '”', ')', 'م', '3', '\n'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, (typed) => {
        const ends = sentenceEnds(typed)
        expect(ends).toEqual([...new Set(ends)].toSorted((left, right) => left - right))
        expect(ends.every((end) => end > 0 && end <= typed.length)).toBe(true)
        expect(typed.slice(ends.at(-1) ?? 0)).not.toMatch(/[\p{L}\p{N}]/u)
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  test('sentences put together are found again', () => {
    const sentence = fc
      .array(fc.constantFrom('cells', 'divide', 'الخلايا', '1.7', 'IL-6', 'Khan'), {
        minLength: 1,
        maxLength: 6,
      })
      .chain((list) => fc.constantFrom('.', '?', '!', '؟').map((mark) => `The ${list.join(' ')}${mark}`))
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (list) => {
        expect(sentencesOf(list.join(' '))).toEqual(list)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})
