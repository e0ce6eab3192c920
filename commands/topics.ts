import { z } from 'zod'
import { languageOfVisit, type Command } from '../src/app/command.js'
import type { Language } from '../src/domain/language.js'
import { titleIn, topicName, type Library } from '../src/domain/library.js'
import { say } from '../src/i18n/say.js'
import type { WordKey } from '../src/i18n/words.js'
import type { Action, View } from '../src/view/view.js'
import { page } from './read-input.js'

const schema = z.object({ topic: z.string().optional(), page })

/** A select holds 25 options. */
const perPage = 25

/** All topics to choose from, behind a line of explanation. */
export const topicsView = (library: Library, language: Language, line?: WordKey): View => {
  const topics = library.topics.filter(({ id }) => library.cards.some(({ topic }) => topic === id))
  const text = line
    ? say(language, line)
    : say(language, 'topicsText', { cards: library.cards.length, topics: topics.length })
  return {
    tone: line ? 'unknown' : 'plain',
    language,
    title: say(language, 'topicsTitle'),
    parts: [{ kind: 'paragraph', rich: [{ kind: 'text', text }], language }],
    replaces: true,
    actions: [
      [
        {
          kind: 'select',
          placeholder: say(language, 'chooseTopic'),
          call: { command: 'topics', input: {} },
          key: 'topic',
          options: topics
            .slice(0, perPage)
            .map(({ id }) => ({ label: topicName(library, id, language), value: id })),
        },
      ],
    ],
  }
}

/** One topic's cards, 25 at a time. */
const topicView = (library: Library, language: Language, topic: string, wanted: number): View => {
  const cards = library.cards.filter((card) => card.topic === topic)
  const pages = Math.max(1, Math.ceil(cards.length / perPage))
  const at = Math.min(Math.max(1, wanted), pages)
  const shown = cards
    .slice((at - 1) * perPage, at * perPage)
    .map((card) => ({ id: card.id, ...titleIn(library, card, language) }))
  const turn = (label: WordKey, to: number): Action => ({
    kind: 'button',
    label: say(language, label),
    style: 'plain',
    call: { command: 'topics', input: { topic, page: String(to) } },
  })
  return {
    tone: 'plain',
    language,
    title: topicName(library, topic, language),
    parts: [
      {
        kind: 'notice',
        text: say(language, 'cardsIn', {
          from: (at - 1) * perPage + 1,
          to: (at - 1) * perPage + shown.length,
          all: cards.length,
        }),
        language,
      },
      ...shown.map((card) => ({
        kind: 'paragraph' as const,
        rich: [{ kind: 'text' as const, text: card.title }],
        language: card.language,
        bullet: true as const,
      })),
    ],
    replaces: true,
    actions: [
      [
        {
          kind: 'select',
          placeholder: say(language, 'chooseCard'),
          call: { command: 'read', input: { in: language } },
          key: 'card',
          options: shown.map(({ id, title }) => ({ label: title, value: id })),
        },
      ],
      [
        {
          kind: 'button',
          label: say(language, 'browse'),
          style: 'plain',
          call: { command: 'topics', input: {} },
        },
        ...(at > 1 ? [turn('previous', at - 1)] : []),
        ...(at < pages ? [turn('next', at + 1)] : []),
      ],
    ],
  }
}

/** `/topics topic:` and buttons: what Hakim can answer, by topic. */
export const topics: Command = {
  name: 'topics',
  reach: 'slash',
  localName: 'nameTopics',
  describe: 'commandTopics',
  options: [
    {
      name: 'topic',
      kind: 'text',
      required: false,
      suggests: true,
      localName: 'nameTopic',
      describe: 'optionTopic',
    },
  ],
  run: (input, visit, house) => {
    const { topic, page: at } = schema.parse(input)
    const { library } = house.desk()
    const language = languageOfVisit(visit)
    if (!topic) return topicsView(library, language)
    const known = library.topics.find(
      ({ id, name }) =>
        id === topic || Object.values(name).some((one) => one?.toLowerCase() === topic.trim().toLowerCase()),
    )
    return known && library.cards.some((card) => card.topic === known.id)
      ? topicView(library, language, known.id, at)
      : topicsView(library, language, 'noSuchTopic')
  },
  suggest: (typed, visit, house) => {
    const { library } = house.desk()
    const language = languageOfVisit(visit)
    const wanted = typed.trim().toLowerCase()
    return library.topics
      .filter(({ id }) => library.cards.some(({ topic }) => topic === id))
      .map(({ id }) => ({ label: topicName(library, id, language), value: id }))
      .filter(({ label }) => label.toLowerCase().includes(wanted))
      .slice(0, 25)
  },
}
