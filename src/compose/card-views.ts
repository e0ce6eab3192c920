import type { Block, Card, Section } from '../domain/card.js'
import { claimText } from '../domain/claim-text.js'
import type { Language } from '../domain/language.js'
import { cardIn, languagesOf, type Library } from '../domain/library.js'
import type { Excerpt } from '../domain/outcome.js'
import { say } from '../i18n/say.js'
import type { Action, Part, SourceLine, View } from '../view/view.js'
import { createNumbering } from './numbering.js'
import { referenceFiles } from './reference-files.js'
import { addressOf, vancouver } from './vancouver.js'

/** Authors named in the sources below an answer; the full references name six. */
const authorsBelow = 3
/** What one page may hold, in characters: its blocks and the sources that they cite. */
const pageBudget = 4200

/** One line below every card: that it teaches, what it rests on, when it was reviewed. */
const footerOf = (card: Card, language: Language): string =>
  [
    say(language, 'notice').replace(/[.。]$/u, ''),
    say(language, 'evidence', { evidence: say(language, card.evidence) }),
    say(language, 'reviewed', { date: card.reviewed }),
  ].join(' · ')

const isTranslated = (card: Card, language: Language): Part[] =>
  card.language === language ? [] : [{ kind: 'notice', text: say(language, 'onlyIn'), language }]

const call = (command: string, input: Record<string, string>) => ({ command, input })
const button = (
  label: string,
  command: string,
  input: Record<string, string>,
  style: 'primary' | 'plain' | 'good' = 'plain',
): Action => ({
  kind: 'button',
  label,
  style,
  call: call(command, input),
})

/** The card's other languages, as buttons in their own words. */
const languageButtons = (library: Library, card: Card, part: string): Action[] =>
  languagesOf(library, card.id)
    .filter((other) => other !== card.language)
    .map((other) => button(say(other, 'inLanguage'), 'read', { card: card.id, in: other, part }))

const relatedSelect = (library: Library, card: Card, language: Language): Action[][] => {
  const options = card.related
    .flatMap((id) => cardIn(library, id, card.language) ?? [])
    .slice(0, 25)
    .map(({ id, title }) => ({ label: title, value: id }))
  return options.length
    ? [
        [
          {
            kind: 'select',
            placeholder: say(language, 'related'),
            call: call('read', { in: card.language }),
            key: 'card',
            options,
          },
        ],
      ]
    : []
}

const opinions = (card: Card, language: Language): Action[] =>
  (['useful', 'notUseful'] as const).map((opinion) =>
    button(
      say(language, opinion),
      'rate',
      { card: card.id, version: String(card.version), is: opinion },
      opinion === 'useful' ? 'good' : 'plain',
    ),
  )

export interface ShortView {
  readonly card: Card
  /** The language of labels and notices. */
  readonly language: Language
  readonly excerpt?: Excerpt | undefined
  /** Said before the answer. */
  readonly before?: readonly Part[]
  /** Buttons behind "More" and "Sources". */
  readonly extra?: readonly Action[]
  /** Who will see it; what only the asker sees can be shared. */
  readonly audience: 'asker' | 'everyone'
}

/** A card's short answer with its sources, and the passage that fits the question best. */
export const shortView = (
  library: Library,
  { card, language, excerpt, before = [], extra = [], audience }: ShortView,
): View => {
  const numbering = createNumbering(library)
  const parts: Part[] = [
    ...before,
    ...isTranslated(card, language),
    { kind: 'paragraph', rich: numbering.richOf(card.answer), language: card.language },
    ...(excerpt?.blocks.map((block) => numbering.paragraphOf(block, card.language)) ?? []),
    ...numbering.sources(language, authorsBelow),
  ]
  return {
    tone: 'answer',
    language,
    title: card.title,
    titleLanguage: card.language,
    parts,
    footer: footerOf(card, language),
    audience,
    actions: [
      [
        ...(card.sections.length
          ? [
              button(
                say(language, 'more'),
                'read',
                { card: card.id, in: card.language, part: 'more' },
                'primary',
              ),
            ]
          : []),
        button(say(language, 'sources'), 'sources', { card: card.id, in: card.language }),
        ...extra,
      ],
      [
        ...languageButtons(library, card, 'short'),
        ...(audience === 'asker'
          ? [button(say(language, 'share'), 'share', { card: card.id, in: card.language })]
          : []),
        ...opinions(card, language),
      ],
      ...relatedSelect(library, card, language),
    ],
  }
}

/** What a block takes on a page: its words and the sources that are new with it. */
const costOf = (library: Library, block: Block, cited: ReadonlySet<string>): number => {
  const sources = new Set(block.claims.flatMap((claim) => claim.sources))
  const words = block.claims.reduce(
    (sum, claim) => sum + claimText(claim).length + 4 * claim.sources.length,
    (block.label ?? '').length + 12,
  )
  return [...sources]
    .filter((key) => !cited.has(key))
    .reduce((sum, key) => {
      const reference = library.references.get(key)
      return reference
        ? sum + vancouver(reference, authorsBelow).length + (addressOf(reference)?.length ?? 0) + 70
        : sum
    }, words)
}

/** The sections of a card cut into pages between blocks, never inside one. */
const pagesOf = (library: Library, { sections }: Card): Section[][] => {
  const pages: { kind: Section['kind']; blocks: Block[] }[][] = [[]]
  let room = pageBudget
  let cited = new Set<string>()
  for (const { kind, blocks } of sections) {
    for (const block of blocks) {
      let cost = costOf(library, block, cited)
      if (cost > room && pages.at(-1)?.length) {
        pages.push([])
        room = pageBudget
        cited = new Set()
        cost = costOf(library, block, cited)
      }
      room -= cost
      block.claims.forEach(({ sources }) => sources.forEach((key) => cited.add(key)))
      const page = pages.at(-1)
      const section = page?.at(-1)
      if (section?.kind === kind) section.blocks.push(block)
      else page?.push({ kind, blocks: [block] })
    }
  }
  return pages
}

/** How many pages a card's sections take. */
export const pageCount = (library: Library, card: Card): number => pagesOf(library, card).length

/** A page (from 1; the nearest there is) of a card's sections with its sources. */
export const moreView = (library: Library, card: Card, language: Language, page: number): View => {
  const pages = pagesOf(library, card)
  const at = Math.min(Math.max(1, page), pages.length)
  const numbering = createNumbering(library)
  const turn = (label: string, to: number): Action =>
    button(label, 'read', { card: card.id, in: card.language, part: 'more', page: String(to) })
  return {
    tone: 'answer',
    language,
    title: pages.length > 1 ? `${card.title} (${at}/${pages.length})` : card.title,
    titleLanguage: card.language,
    parts: [
      ...isTranslated(card, language),
      ...(pages[at - 1] ?? []).flatMap(({ kind, blocks }): Part[] => [
        { kind: 'heading', text: say(card.language, kind), language: card.language },
        ...blocks.map((block) => numbering.paragraphOf(block, card.language)),
      ]),
      ...numbering.sources(language, authorsBelow),
    ],
    footer: footerOf(card, language),
    replaces: true,
    actions: [
      [
        button(say(language, 'back'), 'read', { card: card.id, in: card.language }, 'primary'),
        ...(at > 1 ? [turn(say(language, 'previous'), at - 1)] : []),
        ...(at < pages.length ? [turn(say(language, 'next'), at + 1)] : []),
        button(say(language, 'sources'), 'sources', { card: card.id, in: card.language }),
        ...languageButtons(library, card, 'more'),
      ],
      ...relatedSelect(library, card, language),
    ],
  }
}

/** All references of a card in full, a page (from 1; the nearest there is) at a time, and as files. */
export const sourcesView = (library: Library, card: Card, language: Language, page: number): View => {
  const numbering = createNumbering(library)
  numbering.richOf([
    ...card.answer,
    ...card.sections.flatMap(({ blocks }) => blocks.flatMap(({ claims }) => claims)),
  ])
  const references = numbering.keys().flatMap((key) => library.references.get(key) ?? [])
  const pages = sourcePages(numbering.sources(language, 6))
  const at = Math.min(Math.max(1, page), pages.length)
  const turn = (label: string, to: number): Action =>
    button(label, 'sources', { card: card.id, in: card.language, page: String(to) })
  return {
    tone: 'plain',
    language,
    title:
      say(language, 'sourcesTitle', { title: card.title }) +
      (pages.length > 1 ? ` (${at}/${pages.length})` : ''),
    parts: [{ kind: 'notice', text: say(language, 'sourcesFiles'), language }, ...(pages[at - 1] ?? [])],
    footer: footerOf(card, language),
    ...(page > 0 ? { replaces: true as const } : {}),
    actions: [
      [
        button(say(language, 'back'), 'read', { card: card.id, in: card.language }, 'primary'),
        ...(at > 1 ? [turn(say(language, 'previous'), at - 1)] : []),
        ...(at < pages.length ? [turn(say(language, 'next'), at + 1)] : []),
      ],
    ],
    files: referenceFiles(card.id, references),
  }
}

/** A list of sources cut into lists that fit a page. */
const sourcePages = (parts: readonly Part[]): Part[][] =>
  parts.flatMap((part) => {
    if (part.kind !== 'sources') return []
    const pages: SourceLine[][] = [[]]
    let room = pageBudget
    for (const item of part.items) {
      const cost = item.text.length + (item.url?.length ?? 0) + (item.remark?.length ?? 0) + 20
      if (cost > room && pages.at(-1)?.length) {
        pages.push([])
        room = pageBudget
      }
      room -= cost
      pages.at(-1)?.push(item)
    }
    return pages.map((items) => [{ ...part, items }])
  })
