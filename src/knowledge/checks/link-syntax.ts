import { finding } from '../source.js'
import type { CardSource, Located } from '../source.js'
import type { Check } from './check.js'

/** Links live in references.json: neither `[text](url)` nor a bare address, nor a link that lost its brackets, stands in a card. */
export const linkSyntax: Check = ({ sources }) =>
  sources.flatMap((source) =>
    [...source.links, ...loose(source)].map(({ text, place }) =>
      finding('link-syntax', 'error', source.file, place, [
        `"${text}"`,
        'citations as [@citekey] and no other links or brackets',
        'add a reference and cite it',
      ]),
    ),
  )

/** Brackets and addresses that Markdown did not read as a link. */
const loose = ({ card, answerPlace }: CardSource): Located[] =>
  [...card.answer, ...card.sections.flatMap(({ blocks }) => blocks.flatMap(({ claims }) => claims))]
    .flatMap(({ inlines }) =>
      inlines.flatMap((inline) =>
        inline.kind === 'text'
          ? (inline.text.match(/\]\s?\(|\[[^\]]*\]|https?:\/\/\S*|www\.\S+/g) ?? [])
          : [],
      ),
    )
    .map((text) => ({ text, place: answerPlace }))
