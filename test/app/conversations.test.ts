import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createConversations, type Conversations } from '../../src/app/conversations.js'

const minute = 60_000

describe('the questions of a conversation', () => {
  let now: number
  let conversations: Conversations
  const pass = (milliseconds: number) => (now += milliseconds)
  beforeEach(() => {
    now = Date.parse('2026-11-24T08:00:00Z')
    conversations = createConversations(() => now)
  })

  test('are none before any was asked', () => {
    expect(conversations.earlier('somebody')).toEqual([])
  })

  test('are remembered oldest first', () => {
    conversations.note('ali', 'What are iPS cells?')
    pass(minute)
    conversations.note('ali', 'Who discovered them?')
    expect(conversations.earlier('ali')).toEqual(['What are iPS cells?', 'Who discovered them?'])
  })

  test('are remembered for 15 minutes and not a moment longer', () => {
    conversations.note('ali', 'What are iPS cells?')
    pass(15 * minute)
    expect(conversations.earlier('ali')).toEqual(['What are iPS cells?'])
    pass(1)
    expect(conversations.earlier('ali')).toEqual([])
  })

  test('are forgotten one by one, each at its own time', () => {
    conversations.note('ali', 'first')
    pass(10 * minute)
    conversations.note('ali', 'second')
    pass(6 * minute)
    expect(conversations.earlier('ali')).toEqual(['second'])
    pass(10 * minute)
    expect(conversations.earlier('ali')).toEqual([])
  })

  test('do not live longer because somebody looks at them', () => {
    conversations.note('ali', 'first')
    pass(14 * minute)
    conversations.earlier('ali')
    pass(2 * minute)
    expect(conversations.earlier('ali')).toEqual([])
  })

  test('are the last three', () => {
    for (const question of ['one', 'two', 'three', 'four', 'five']) conversations.note('ali', question)
    expect(conversations.earlier('ali')).toEqual(['three', 'four', 'five'])
  })

  test('belong to one key alone', () => {
    conversations.note('ali:channel 1', 'a secret')
    conversations.note('ali:channel 2', 'another')
    conversations.note('__proto__', 'a third')
    expect(conversations.earlier('ali:channel 1')).toEqual(['a secret'])
    expect(conversations.earlier('ali:channel 2')).toEqual(['another'])
    expect(conversations.earlier('__proto__')).toEqual(['a third'])
    expect(conversations.earlier('ali')).toEqual([])
    expect(conversations.earlier('constructor')).toEqual([])
  })

  test('are not kept without a key', () => {
    conversations.note(undefined, 'a secret')
    expect(conversations.earlier(undefined)).toEqual([])
    expect(conversations.earlier('undefined')).toEqual([])
  })

  test.each(['', ' ', '\n\t'])('are not noted when they say nothing: %j', (question) => {
    conversations.note('ali', 'first')
    conversations.note('ali', question)
    expect(conversations.earlier('ali')).toEqual(['first'])
  })

  test('are kept to 2,000 characters', () => {
    conversations.note('ali', 'a'.repeat(5000))
    expect(conversations.earlier('ali')).toEqual(['a'.repeat(2000)])
  })

  test('that were handed out do not change when the next is asked', () => {
    conversations.note('ali', 'first')
    const earlier = conversations.earlier('ali')
    conversations.note('ali', 'second')
    expect(earlier).toEqual(['first'])
  })

  test('are held for 10,000 conversations; beyond it the oldest goes', () => {
    for (let at = 0; at < 10_000; at += 1) conversations.note(`asker ${at}`, `question ${at}`)
    expect(conversations.earlier('asker 0')).toEqual(['question 0'])
    conversations.note('one more', 'question')
    expect(conversations.earlier('asker 0')).toEqual([])
    expect(conversations.earlier('asker 1')).toEqual(['question 1'])
    expect(conversations.earlier('one more')).toEqual(['question'])
  })

  test('of somebody who goes on asking outlive those of somebody who stopped', () => {
    for (let at = 0; at < 10_000; at += 1) conversations.note(`asker ${at}`, 'question')
    conversations.note('asker 0', 'once more')
    conversations.note('one more', 'question')
    expect(conversations.earlier('asker 0')).toEqual(['question', 'once more'])
    expect(conversations.earlier('asker 1')).toEqual([])
  })

  test('are what a plain list of everything asked would tell', () => {
    const step = fc.record({
      key: fc.constantFrom('ali', 'bo', 'can'),
      question: fc.constantFrom('one', 'two', ' ', 'three'),
      pause: fc.integer({ min: 0, max: 8 * minute }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let clock = 0
        const said: { key: string; question: string; at: number }[] = []
        const tried = createConversations(() => clock)
        for (const { key, question, pause } of steps) {
          clock += pause
          tried.note(key, question)
          if (question.trim()) said.push({ key, question, at: clock })
          for (const asked of ['ali', 'bo', 'can']) {
            const naive = said.filter((one) => one.key === asked && clock - one.at <= 15 * minute).slice(-3)
            expect(tried.earlier(asked)).toEqual(naive.map((one) => one.question))
          }
        }
      }),
      { seed: 1, numRuns: 150 },
    )
  })
})
