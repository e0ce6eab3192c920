import colors from 'picocolors'
import type { Action, Part, Rich, View } from '../../view/view.js'

type Colours = ReturnType<typeof colors.createColors>

const tones = {
  answer: 'green',
  caution: 'yellow',
  urgent: 'red',
  choice: 'blue',
  unknown: 'gray',
  plain: 'blue',
  error: 'red',
} as const

/** The buttons of a view in reading order, as they are numbered in the terminal; a select gives one for each option. */
export const numberedActions = ({
  actions,
}: View): { readonly label: string; readonly call: { command: string; input: Record<string, string> } }[] =>
  actions.flat().flatMap((action: Action) =>
    action.kind === 'button'
      ? [{ label: action.label, call: { command: action.call.command, input: { ...action.call.input } } }]
      : action.options.map(({ label, value }) => ({
          label,
          call: { command: action.call.command, input: { ...action.call.input, [action.key]: value } },
        })),
  )

const richText = (rich: readonly Rich[], paint: Colours): string =>
  rich
    .map((one) =>
      one.kind === 'mark'
        ? paint.cyan(`[${one.number}]`)
        : one.strong
          ? paint.bold(one.text)
          : one.emphasis
            ? paint.italic(one.text)
            : one.text,
    )
    .join('')

const linesOf = (part: Part, paint: Colours): string[] => {
  switch (part.kind) {
    case 'notice':
      return ['', paint.italic(part.text)]
    case 'heading':
      return ['', paint.bold(paint.underline(part.text))]
    case 'paragraph': {
      const text = (part.label ? `${paint.bold(`${part.label}.`)} ` : '') + richText(part.rich, paint)
      return part.bullet ? [`  • ${text}`] : ['', text]
    }
    case 'sources':
      return [
        '',
        paint.bold(part.heading),
        ...part.items.map(
          ({ number, text, url, remark }) =>
            `${paint.cyan(`[${number}]`)} ${text}${url ? ` ${paint.dim(url)}` : ''}${remark ? ` (${remark})` : ''}`,
        ),
      ]
  }
}

/** Views whose buttons are what they have to say: the cards that may be meant. */
const offers: ReadonlySet<View['tone']> = new Set(['choice', 'unknown', 'urgent'])

/**
 * A view as text: in colour, or plain for files and pipes. Ends without a line break.
 * @param numbered whether its buttons follow under the numbers by which they are pressed; else only the cards that it offers are named
 */
export const drawText = (view: View, { colour = false, numbered = false } = {}): string => {
  const paint = colors.createColors(colour)
  const lines = [
    ...(view.title ? [paint.bold(paint[tones[view.tone]](view.title))] : []),
    ...view.parts.flatMap((part) => linesOf(part, paint)),
    ...(offers.has(view.tone) && !numbered
      ? numberedActions(view)
          .filter(({ call }) => call.command === 'read')
          .map(({ label }) => `  • ${label}`)
      : []),
    ...(view.footer ? ['', paint.dim(view.footer)] : []),
    ...(numbered
      ? ['', ...numberedActions(view).map(({ label }, at) => `${paint.cyan(`${at + 1}`)} ${label}`)]
      : []),
  ]
  return lines.join('\n').replace(/^\n+/, '')
}
