import { claimText } from '../src/domain/claim-text.js'
import type { Library } from '../src/domain/library.js'
import { createDesk } from '../src/app/desk.js'

/** A card as search libraries take it: texts by field, every language together. */
interface Document {
  readonly id: string
  readonly title: string
  readonly aliases: string
  readonly questions: string
  readonly body: string
}

type Search = (question: string) => readonly string[] | Promise<readonly string[]>

/** A matcher under comparison: made from the same cards and the same ways of asking. */
export interface Peer {
  readonly name: string
  /** Takes half a second a question and more: asked only some of them. */
  readonly slow?: true
  readonly build: (library: Library) => Search | Promise<Search>
}

const documentsOf = (library: Library): Document[] => {
  const asked = new Map<string, string[]>()
  for (const { card, text } of library.variants) asked.set(card, [...(asked.get(card) ?? []), text])
  return library.cards.map((card) => {
    const all = [card, ...(library.translations.get(card.id)?.values() ?? [])]
    const names = library.names.filter((name) => name.card === card.id)
    return {
      id: card.id,
      title: [...all, ...names].map(({ title }) => title).join('\n'),
      aliases: [...all, ...names].flatMap(({ aliases }) => aliases).join('\n'),
      questions: (asked.get(card.id) ?? []).join('\n'),
      body: all
        .flatMap(({ answer, sections }) =>
          [...answer, ...sections.flatMap(({ blocks }) => blocks.flatMap(({ claims }) => claims))].map(
            claimText,
          ),
        )
        .join('\n'),
    }
  })
}

/** Our own matcher first, then the search libraries of bench/peers, which are installed apart. */
export const readPeers = async (): Promise<Peer[]> => {
  // The address is worked out at run time, since the program must build where the libraries are not installed.
  const address = new URL('../../bench/peers/engines.mjs', import.meta.url).href
  const { engines } = (await import(address)) as {
    engines: readonly {
      readonly name: string
      readonly slow?: true
      readonly build: (documents: readonly Document[]) => Search | Promise<Search>
    }[]
  }
  return [
    {
      name: 'Hakim',
      build: (library) => {
        const desk = createDesk(library)
        return (question) => desk.explain(question).ranking.hits.map(({ card }) => card)
      },
    },
    ...engines.map(({ build, ...engine }): Peer => ({
      ...engine,
      build: (library) => build(documentsOf(library)),
    })),
  ]
}
