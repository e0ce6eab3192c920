import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { claimText } from '../src/domain/claim-text.js'
import type { Library } from '../src/domain/library.js'
import { createDesk } from '../src/app/desk.js'

/** A matcher under comparison: made from the same cards and the same ways of asking. */
export interface Peer {
  readonly name: string
  readonly build: (library: Library) => (question: string) => readonly string[]
}

interface Document {
  readonly id: string
  readonly title: string
  readonly aliases: string
  readonly body: string
  readonly questions: string
}

const documentsOf = (library: Library): Document[] =>
  library.cards.map((card) => {
    const all = [card, ...(library.translations.get(card.id)?.values() ?? [])]
    return {
      id: card.id,
      title: all.map(({ title }) => title).join('\n'),
      aliases: all.flatMap(({ aliases }) => aliases).join('\n'),
      body: all
        .flatMap(({ answer, sections }) =>
          [...answer, ...sections.flatMap(({ blocks }) => blocks.flatMap(({ claims }) => claims))].map(
            claimText,
          ),
        )
        .join('\n'),
      questions: library.variants
        .filter((variant) => variant.card === card.id)
        .map(({ text }) => text)
        .join('\n'),
    }
  })

const english = new Set(
  'a an and are as at be by can do does for from how i in is it of on or that the this to was what when where which who why will with you'.split(
    ' ',
  ),
)

export const peers: readonly Peer[] = [
  {
    name: 'Hakim',
    build: (library) => {
      const desk = createDesk(library)
      return (question) => desk.explain(question).ranking.hits.map(({ card }) => card)
    },
  },
  {
    name: 'MiniSearch (fuzzy .2, prefix, stop words, boosts)',
    build: (library) => {
      const index = new MiniSearch<Document>({
        fields: ['title', 'aliases', 'questions', 'body'],
        processTerm: (term) => (english.has(term.toLowerCase()) ? null : term.toLowerCase()),
        searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 3, aliases: 3, questions: 2 } },
      })
      index.addAll(documentsOf(library))
      return (question) =>
        index
          .search(question)
          .slice(0, 10)
          .map(({ id }) => String(id))
    },
  },
  {
    name: 'Fuse.js (default)',
    build: (library) => {
      const fuse = new Fuse(documentsOf(library), {
        keys: ['title', 'aliases', 'questions', 'body'],
        ignoreLocation: true,
      })
      return (question) => fuse.search(question, { limit: 10 }).map(({ item }) => item.id)
    },
  },
  {
    name: 'Fuse.js (a line an entry)',
    build: (library) => {
      const entries = documentsOf(library).flatMap(({ id, ...fields }) =>
        Object.values(fields).flatMap((text) => text.split('\n').map((line) => ({ id, line }))),
      )
      const fuse = new Fuse(entries, { keys: ['line'], ignoreLocation: true, threshold: 0.5 })
      return (question) =>
        [...new Set(fuse.search(question, { limit: 40 }).map(({ item }) => item.id))].slice(0, 10)
    },
  },
]
