import type { Claim, Inline } from '../domain/card.js'
import { sentenceEnds } from '../text/sentences.js'

type Cite = Extract<Inline, { kind: 'cite' }>
/** An inline that knows where it stands. */
export interface Piece {
  readonly inline: Inline
  readonly offset: number
}

/** Stands for a citation while sentence ends are looked for. */
export const mark = '\uFFFC'

/** The text of pieces, each citation as `mark`. */
export const plainText = (pieces: readonly Piece[]): string =>
  pieces.map(({ inline }) => (inline.kind === 'text' ? inline.text : mark)).join('')

/** Sentences as runs of pieces; a citation behind a full stop still belongs to the sentence before it. */
export const sentencesOf = (pieces: readonly Piece[]): Piece[][] => {
  const sentences: Piece[][] = [[]]
  const ends = sentenceEnds(plainText(pieces))
  let at = 0
  for (const { inline, offset: where } of pieces) {
    const current = () => sentences.at(-1) ?? []
    if (inline.kind === 'cite') {
      const previous = sentences.at(-2)
      if (previous && !plainText(current()).trim()) previous.push({ inline, offset: where })
      else current().push({ inline, offset: where })
      at += 1
      continue
    }
    let rest = inline.text
    let skipped = 0
    for (;;) {
      const end = ends.find((one) => one > at && one < at + rest.length)
      const part = end === undefined ? rest : rest.slice(0, end - at)
      if (part) current().push({ inline: { ...inline, text: part }, offset: where + skipped })
      at += part.length
      skipped += part.length
      rest = rest.slice(part.length)
      if (ends.includes(at)) sentences.push([])
      if (!rest) break
    }
  }
  return sentences.filter((sentence) =>
    sentence.some(({ inline }) => inline.kind === 'cite' || inline.text.trim()),
  )
}

export const isCited = (sentence: readonly Piece[]) => sentence.some(({ inline }) => inline.kind === 'cite')

/** Sentences as claims: each reaches to its citation, what follows the last belongs to the last. */
export const claimsOf = (sentences: readonly Piece[][]): Claim[] => {
  const groups: Piece[][] = []
  let open: Piece[] = []
  for (const sentence of sentences) {
    open.push(...sentence)
    if (isCited(sentence)) {
      groups.push(open)
      open = []
    }
  }
  groups.at(-1)?.push(...open)
  return groups.flatMap((pieces) => claimOf(pieces) ?? [])
}

/** A claim, where a source carries it. */
export const claimOf = (pieces: readonly Piece[]): Claim | undefined => {
  const inlines = trimInlines(pieces.map(({ inline }) => inline))
  const [first, ...rest] = new Set(
    inlines.filter((inline): inline is Cite => inline.kind === 'cite').flatMap(({ keys }) => keys),
  )
  return first === undefined ? undefined : { inlines, sources: [first, ...rest] }
}

const isBlank = (inline: Inline | undefined): boolean => inline?.kind === 'text' && !inline.text.trim()

/** Inlines without white space at either end and without empty ones, before a citation's full stop kept as written. */
const trimInlines = (inlines: readonly Inline[]): Inline[] => {
  const kept = inlines.filter((inline) => inline.kind === 'cite' || inline.text !== '')
  while (isBlank(kept[0])) kept.shift()
  while (isBlank(kept.at(-1))) kept.pop()
  return kept.map((inline, at) => {
    if (inline.kind === 'cite') return inline
    const text = at ? inline.text : inline.text.trimStart()
    return { ...inline, text: at < kept.length - 1 ? text : text.trimEnd() }
  })
}
