import { Marked, type Token, type Tokens } from 'marked'

const marked = new Marked({ breaks: true, gfm: false })

const element = (name: string, children: Node[]): HTMLElement => {
  const made = document.createElement(name)
  made.append(...children)
  // Each block finds its own direction, as each line does in Discord.
  if (['p', 'li', 'h3', 'blockquote'].includes(name)) made.dir = 'auto'
  return made
}

const linkTo = (token: Tokens.Link): HTMLElement => {
  const link = document.createElement('a')
  link.append(...draw(token.tokens))
  if (/^https?:\/\//.test(token.href)) link.href = token.href
  link.target = '_blank'
  link.rel = 'noreferrer noopener'
  return link
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** Tokens as nodes, built by hand: what a message holds never becomes HTML. */
const draw = (tokens: readonly Token[] = []): Node[] =>
  tokens.flatMap((token): Node[] => {
    const inner = 'tokens' in token ? token.tokens : undefined
    switch (token.type) {
      case 'space':
        return []
      case 'paragraph':
        return [element('p', draw(inner))]
      case 'heading':
        return [element('h3', draw(inner))]
      case 'blockquote':
        return [element('blockquote', draw(inner))]
      case 'list':
        return [
          element(
            'ul',
            (token as Tokens.List).items.map((item) => element('li', draw(item.tokens))),
          ),
        ]
      case 'strong':
        return [element('strong', draw(inner))]
      case 'em':
        return [element('em', draw(inner))]
      case 'link':
        return [linkTo(token as Tokens.Link)]
      case 'br':
        return [document.createElement('br')]
      default:
        if (inner?.length) return draw(inner)
        return [
          document.createTextNode(
            ('text' in token ? String(token.text) : token.raw).replace(
              /&(amp|lt|gt|quot|#39);/g,
              (one) => entities[one] ?? one,
            ),
          ),
        ]
    }
  })

/** Draws Discord's Markdown. */
export const drawMarkdown = (text: string): Node[] => draw(marked.lexer(text))

/** Draws lines of text with inline Markdown only, each with its own direction. */
export const drawLines = (text: string): Node[] =>
  text.split('\n').map((line) => {
    const span = document.createElement('span')
    span.className = 'line'
    span.dir = 'auto'
    span.append(...draw(marked.Lexer.lexInline(line)))
    return span
  })

/** Markdown as plain text, for places that show no format. */
export const plainText = (text: string): string =>
  text.replace(/\\([\\*_~`|[\]<>#+\-.)])/g, '$1').replaceAll('\u200B', '')
