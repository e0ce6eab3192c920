// Search libraries under comparison, each in the best configuration that was found. An engine is made from documents
// { id, title, aliases, body, questions } (texts; one document a card) and gives the ids of the best ten for a question.
import { create, insertMultiple, search as oramaSearch } from '@orama/orama'
import FlexSearch from 'flexsearch'
import Fuse from 'fuse.js'
import Sqlite from 'libsql'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import winkBm25 from 'wink-bm25-text-search'
import winkText from 'wink-nlp-utils'

const fields = ['title', 'aliases', 'questions', 'body']
const boost = { title: 3, aliases: 3, questions: 2, body: 1 }
const stops = new Set(
  'a an and are as at be by can do does for from how i in is it of on or that the this to was what when where which who why will with you'.split(
    ' ',
  ),
)
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
const telling = (text) => wordsOf(text).filter((word) => !stops.has(word))

/** MiniSearch over all fields; `options` is what its searches add to the boosts. */
const miniSearch = (options) => (documents) => {
  const index = new MiniSearch({
    fields,
    processTerm: (term) => (stops.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: { boost, ...options },
  })
  index.addAll(documents)
  return (question) =>
    index
      .search(question)
      .slice(0, 10)
      .map(({ id }) => id)
}

/** lunr over all fields; `ask` adds a word of the question to its query. */
const lunrSearch = (ask) => (documents) => {
  const index = lunr(function () {
    this.ref('id')
    for (const field of fields) this.field(field, { boost: boost[field] })
    // lunr's trimmer drops every letter that is not Latin.
    this.pipeline.remove(lunr.trimmer)
    this.searchPipeline.remove(lunr.trimmer)
    documents.forEach((document) => this.add(document))
  })
  return (question) =>
    index
      .query((query) => telling(question).forEach((word) => ask(query, word)))
      .slice(0, 10)
      .map(({ ref }) => ref)
}

export const engines = [
  {
    name: 'MiniSearch 7.2 (fuzzy .2, prefix, stop words, boosts)',
    build: miniSearch({ fuzzy: 0.2, prefix: true }),
  },
  { name: 'MiniSearch 7.2 (stop words, boosts)', build: miniSearch({}) },
  { name: 'lunr 2.3 (stemmer, boosts)', build: lunrSearch((query, word) => query.term(word, {})) },
  {
    name: 'lunr 2.3 (stemmer, boosts, one slip a word)',
    build: lunrSearch((query, word) => {
      query.term(word, { boost: 4 })
      if (word.length > 4) query.term(word, { editDistance: 1, usePipeline: false })
    }),
  },
  {
    name: 'FlexSearch 0.8 (forward, any word)',
    build: (documents) => {
      const index = new FlexSearch.Document({
        tokenize: 'forward',
        document: { id: 'id', index: ['title', 'aliases', 'questions', 'body'] },
      })
      documents.forEach((document) => index.add(document))
      return (question) => {
        const points = new Map()
        for (const { result } of index.search(telling(question).join(' '), { suggest: true, limit: 40 })) {
          result.forEach((id, at) => points.set(id, (points.get(id) ?? 0) + 1 / (at + 3)))
        }
        return [...points]
          .toSorted((left, right) => right[1] - left[1])
          .slice(0, 10)
          .map(([id]) => id)
      }
    },
  },
  {
    name: 'Orama 3.1 (tolerance 1, boosts)',
    build: async (documents) => {
      const base = create({
        schema: { id: 'string', title: 'string', aliases: 'string', questions: 'string', body: 'string' },
      })
      await insertMultiple(base, documents)
      return async (question) => {
        const { hits } = await oramaSearch(base, {
          term: telling(question).join(' '),
          properties: fields,
          boost,
          tolerance: 1,
          limit: 10,
        })
        return hits.map(({ document }) => document.id)
      }
    },
  },
  {
    name: 'wink-bm25 3.1 (Porter, stop words)',
    build: (documents) => {
      const index = winkBm25()
      index.defineConfig({ fldWeights: boost })
      index.definePrepTasks([
        winkText.string.lowerCase,
        wordsOf,
        (words) => words.filter((word) => !stops.has(word)),
        winkText.tokens.stem,
      ])
      const ids = documents.map(({ id }) => id)
      documents.forEach(({ title, aliases, questions, body }, at) =>
        index.addDoc({ title, aliases, questions, body }, at),
      )
      index.consolidate()
      return (question) => index.search(question, 10).map(([at]) => ids[at])
    },
  },
  {
    name: 'SQLite FTS5 (porter, bm25 with weights)',
    build: (documents) => {
      const base = new Sqlite(':memory:')
      base.exec(
        `create virtual table cards using fts5(id unindexed, ${fields.join(', ')}, tokenize = "porter unicode61 remove_diacritics 2")`,
      )
      const insert = base.prepare(`insert into cards values (?, ${fields.map(() => '?').join(', ')})`)
      base.exec('begin')
      documents.forEach((document) => insert.run(document.id, ...fields.map((field) => document[field])))
      base.exec('commit')
      const find = base.prepare(
        `select id from cards where cards match ? order by bm25(cards, 0, ${fields.map((field) => boost[field]).join(', ')}) limit 10`,
      )
      return (question) => {
        const words = telling(question)
        return words.length ? find.all(words.map((word) => `"${word}"`).join(' OR ')).map(({ id }) => id) : []
      }
    },
  },
  {
    name: 'Fuse.js 7.5 (token search)',
    slow: true,
    build: (documents) => {
      const fuse = new Fuse(documents, {
        keys: fields.map((name) => ({ name, weight: boost[name] })),
        useTokenSearch: true,
        ignoreLocation: true,
        threshold: 0.4,
      })
      return (question) => fuse.search(telling(question).join(' '), { limit: 10 }).map(({ item }) => item.id)
    },
  },
  {
    name: 'Fuse.js 7.5 (default)',
    slow: true,
    build: (documents) => {
      const fuse = new Fuse(documents, { keys: fields, ignoreLocation: true })
      return (question) => fuse.search(question, { limit: 10 }).map(({ item }) => item.id)
    },
  },
]
