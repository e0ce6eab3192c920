import { Marked, type Token, type Tokens } from 'marked'
import type { Block, Claim, Section, SectionKind } from '../domain/card.js'
import { claimOf, claimsOf, isCited, mark, plainText, sentencesOf, type Piece } from './claims.js'
import type { CardSource, Located, Place } from './source.js'

type Places = Pick<
  CardSource,
  'uncitedSentences' | 'uncitedBlocks' | 'citations' | 'brokenCitations' | 'html' | 'links' | 'answerPlace'
>
interface Body extends Places {
  readonly answer: readonly Claim[]
  readonly sections: readonly Section[]
  /** Headings and blocks that a card has no room for. */
  readonly misplaced: readonly Located[]
}

/** Headings that open a section, in each language that cards are written in. */
const headings: ReadonlyMap<string, SectionKind> = new Map([
  ['details', 'details'],
  ['limits', 'limits'],
  ['positions', 'positions'],
  ['التفاصيل', 'details'],
  ['الحدود', 'limits'],
  ['المواقف', 'positions'],
])
const citation = /\[@[^\]\n]*\]/g
/** What is left of a link or a citation that Markdown did not read as one, and addresses. */
const loose = /\[[^\]]*\]|@?[\w:.-]*\]|\[\S*|https?:\/\/\S+|www\.\S+/g

/**
 * Reads the Markdown of a card into claims. The short answer stands before the first heading; a claim reaches to its citation:
 * a sentence without one belongs to the next that has one, at a paragraph's end to the one before.
 * @param offset where the body starts in the file, so that `placeAt` tells places of the file
 */
export const readBody = (body: string, offset: number, placeAt: (offset: number) => Place): Body => {
  const found = {
    uncitedSentences: [] as Located[],
    uncitedBlocks: [] as Located[],
    citations: [] as Located[],
    brokenCitations: [] as Located[],
    html: [] as Located[],
    links: [] as Located[],
    misplaced: [] as Located[],
  }
  const note = (list: keyof typeof found, text: string, at: number) => {
    const short = text.replaceAll(mark, '').replace(/\s+/g, ' ').trim()
    found[list].push({
      text: short.length > 70 ? `${short.slice(0, 69)}…` : short,
      place: placeAt(offset + at),
    })
  }

  const citeAt = (group: string, at: number): Piece[] => {
    const keys = group
      .slice(1, -1)
      .split(';')
      .map((key) => key.trim())
    if (!keys.every((key) => /^@[\w:.-]+$/.test(key))) {
      note('brokenCitations', group, at)
      return []
    }
    keys.forEach((key) => note('citations', key.slice(1), at + Math.max(0, group.indexOf(key))))
    const [first, ...rest] = keys.map((key) => key.slice(1))
    return first === undefined ? [] : [{ inline: { kind: 'cite', keys: [first, ...rest] }, offset: at }]
  }

  const piecesOf = (
    tokens: readonly Token[],
    from: number,
    style: { strong?: true; emphasis?: true } = {},
  ): Piece[] => {
    const pieces: Piece[] = []
    let cursor = from
    const words = (text: string, at: number) => {
      let last = 0
      const push = (part: string) => {
        if (!part) return
        for (const match of part.matchAll(loose)) {
          note(match[0].includes('@') ? 'brokenCitations' : 'links', match[0], at + last + match.index)
        }
        pieces.push({
          inline: { kind: 'text', text: part.replace(/\s+/g, ' '), ...style },
          offset: at + last,
        })
      }
      for (const match of text.matchAll(citation)) {
        push(text.slice(last, match.index))
        pieces.push(...citeAt(match[0], at + match.index))
        last = match.index + match[0].length
      }
      push(text.slice(last))
    }
    for (const token of tokens) {
      const at = Math.max(from, body.indexOf(token.raw, cursor))
      cursor = at + token.raw.length
      switch (token.type) {
        case 'strong':
          pieces.push(...piecesOf(token.tokens ?? [], at, { ...style, strong: true }))
          break
        case 'em':
          pieces.push(...piecesOf(token.tokens ?? [], at, { ...style, emphasis: true }))
          break
        case 'link':
        case 'image':
          note('links', token.raw, at)
          break
        case 'html':
          note('html', token.raw, at)
          break
        case 'br':
          words(' ', at)
          break
        case 'escape':
        case 'codespan':
          words((token as Tokens.Codespan).text, at)
          break
        default:
          if ('tokens' in token && token.tokens?.length) pieces.push(...piecesOf(token.tokens, at, style))
          else words(token.raw, at)
      }
    }
    return pieces
  }

  const blockOf = (
    kind: Block['kind'],
    tokens: readonly Token[],
    at: number,
    raw: string,
  ): Block | undefined => {
    const pieces = piecesOf(tokens, at)
    const first = pieces.find(({ inline }) => inline.kind === 'cite' || inline.text.trim())
    const labelled =
      first?.inline.kind === 'text' && first.inline.strong && /[.:؟?!]$/u.test(first.inline.text.trim())
    const label =
      labelled && first.inline.kind === 'text' ? first.inline.text.trim().replace(/[.:]$/u, '') : undefined
    const claims = claimsOf(sentencesOf(labelled ? pieces.filter((piece) => piece !== first) : pieces))
    if (!claims.length) note('uncitedBlocks', raw, at)
    return claims.length ? { kind, claims, ...(label ? { label } : {}) } : undefined
  }

  const rowOf = (cells: readonly Tokens.TableCell[], at: number): Block | undefined => {
    const [bodyCell = [], position = [], year = [], source = [], ...more] = cells.map((cell) =>
      piecesOf(cell.tokens, at),
    )
    const space: Piece = { inline: { kind: 'text', text: ' ' }, offset: at }
    const claim = claimOf([...position, space, ...[bodyCell, year, source].flatMap(citesOf)])
    const label = [bodyCell, year]
      .map(wordsOf)
      .filter(Boolean)
      .join(/\p{Script=Arabic}/u.test(plainText(bodyCell)) ? '، ' : ', ')
    if (!claim) note('uncitedBlocks', label, at)
    for (const pieces of claim ? [source.filter(({ inline }) => inline.kind === 'text'), ...more] : []) {
      if (plainText(pieces).trim()) note('misplaced', plainText(pieces), at)
    }
    return claim ? { kind: 'row', label, claims: [claim] } : undefined
  }

  const answer: Claim[] = []
  const sections: { kind: SectionKind; blocks: Block[] }[] = []
  let answerAt: number | undefined
  let cursor = 0
  // A new instance for each document: marked keeps state between lexer() calls of one.
  for (const token of new Marked().lexer(body)) {
    const at = Math.max(cursor, body.indexOf(token.raw, cursor))
    cursor = at + token.raw.length
    const section = sections.at(-1)
    const add = (block: Block | undefined) => block && section?.blocks.push(block)
    switch (token.type) {
      case 'space':
        break
      case 'heading': {
        const kind = headings.get((token as Tokens.Heading).text.trim().toLowerCase())
        if (token.depth !== 2 || !kind || sections.some((one) => one.kind === kind))
          note('misplaced', token.raw, at)
        else sections.push({ kind, blocks: [] })
        break
      }
      case 'paragraph': {
        if (section) {
          add(blockOf('paragraph', token.tokens ?? [], at, token.raw))
          break
        }
        if (answerAt !== undefined) note('misplaced', token.raw, at)
        answerAt ??= at
        const sentences = sentencesOf(piecesOf(token.tokens ?? [], at))
        for (const sentence of sentences.filter((one) => !isCited(one))) {
          note('uncitedSentences', plainText(sentence), (sentence[0]?.offset ?? at) + leadingSpace(sentence))
        }
        answer.push(...claimsOf(sentences))
        break
      }
      case 'list': {
        if (!section) note('misplaced', token.raw, at)
        let itemAt = at
        for (const item of (token as Tokens.List).items) {
          itemAt = Math.max(itemAt, body.indexOf(item.raw, itemAt))
          add(blockOf('item', item.tokens, itemAt, item.raw))
          itemAt += item.raw.length
        }
        break
      }
      case 'table': {
        if (section?.kind !== 'positions') note('misplaced', token.raw, at)
        const lines = token.raw.split('\n')
        ;(token as Tokens.Table).rows.forEach((cells, row) => {
          add(rowOf(cells, at + lines.slice(0, row + 2).reduce((sum, line) => sum + line.length + 1, 0)))
        })
        break
      }
      case 'html':
        note('html', token.raw, at)
        break
      case 'def':
        note('links', token.raw, at)
        break
      default:
        note('misplaced', token.raw, at)
    }
  }
  return { answer, sections, ...found, answerPlace: placeAt(offset + (answerAt ?? 0)) }
}

/** White space before the first word of a sentence. */
const leadingSpace = (sentence: readonly Piece[]): number => {
  const text = plainText(sentence)
  return text.length - text.trimStart().length
}

const citesOf = (pieces: readonly Piece[]): Piece[] => pieces.filter(({ inline }) => inline.kind === 'cite')

/** The words of a table cell, without its citations. */
const wordsOf = (pieces: readonly Piece[]): string =>
  plainText(pieces).replaceAll(mark, '').replace(/\s+/g, ' ').trim()
