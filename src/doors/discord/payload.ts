import {
  ButtonStyle,
  ComponentType,
  type APIComponentInMessageActionRow,
  type APIEmbedField,
} from 'discord-api-types/v10'
import type { Action, Attachment, Part, Rich, SourceLine, Tone, View } from '../../view/view.js'
import { packCall } from './custom-id.js'
import { limitProblems } from './limits.js'
import type { Message } from './message.js'
import { escapeMarkdown, inDirection, quoteLine } from './markdown.js'

const colours: Readonly<Record<Tone, number>> = {
  answer: 0x1f8b6f,
  caution: 0xd99a2b,
  urgent: 0xd83c3e,
  choice: 0x4f7cc4,
  unknown: 0x80848e,
  plain: 0x4f7cc4,
  error: 0xd83c3e,
}
const styles = {
  primary: ButtonStyle.Primary,
  plain: ButtonStyle.Secondary,
  good: ButtonStyle.Success,
} as const
/** Discord's limit of a field's value, in characters. */
const fieldLimit = 1024

const richText = (rich: readonly Rich[]): string =>
  rich
    .map((one) => {
      if (one.kind === 'mark') return `[${one.number}]`
      const text = escapeMarkdown(one.text)
      const around = one.strong ? '**' : one.emphasis ? '*' : ''
      // Markers must touch the words they mark: white space stays outside.
      return around && text.trim() ? text.replace(/^(\s*)(.*?)(\s*)$/su, `$1${around}$2${around}$3`) : text
    })
    .join('')
    .replace(/\]\[/g, '] [')

const lineOf = (part: Exclude<Part, { kind: 'sources' }>): string => {
  switch (part.kind) {
    case 'heading':
      return `### ${inDirection(escapeMarkdown(part.text), part.language)}`
    case 'notice':
      return `*${inDirection(escapeMarkdown(part.text), part.language)}*`
    case 'paragraph': {
      const label = part.label
        ? `**${escapeMarkdown(part.label)}${/[.?!؟]$/u.test(part.label) ? '' : '.'}** `
        : ''
      return `${part.bullet ? '- ' : ''}${inDirection(label + richText(part.rich), part.language)}`
    }
  }
}

const sourceLine = ({ number, text, url, remark }: SourceLine): string =>
  `${url ? `[${number}](${url})` : `\\[${number}\\]`} ${escapeMarkdown(text)}${remark ? `\n*${escapeMarkdown(remark)}*` : ''}`

/** Source lines in as few fields as hold them, whole. */
const sourceFields = (heading: string, items: readonly SourceLine[]): APIEmbedField[] => {
  const fields: APIEmbedField[] = []
  for (const line of items.map(sourceLine)) {
    const last = fields.at(-1)
    if (last && last.value.length + line.length + 1 <= fieldLimit) last.value += `\n${line}`
    else fields.push({ name: last ? '\u200B' : heading, value: line })
  }
  return fields
}

const componentOf = (action: Action): APIComponentInMessageActionRow =>
  action.kind === 'button'
    ? {
        type: ComponentType.Button,
        style: styles[action.style],
        label: action.label,
        custom_id: packCall(action.call),
      }
    : {
        type: ComponentType.StringSelect,
        placeholder: action.placeholder,
        custom_id: packCall(action.call, action.key),
        options: action.options.map(({ label, value, description }) => ({
          label,
          value,
          ...(description ? { description } : {}),
        })),
      }

/** Draws a view as a Discord message, without asking whether it fits. */
export const drawMessage = (view: View): Message => {
  const lines = view.parts.flatMap((part) => (part.kind === 'sources' ? [] : [lineOf(part)]))
  const quoted = view.quote?.map(quoteLine).join('\n')
  const description = [quoted, ...lines]
    .filter(Boolean)
    .join('\n\n')
    .replace(/\n\n- /g, '\n- ')
  const fields = view.parts.flatMap((part) =>
    part.kind === 'sources' ? sourceFields(part.heading, part.items) : [],
  )
  return {
    embeds: [
      {
        color: colours[view.tone],
        ...(view.title
          ? { title: inDirection(escapeMarkdown(view.title), view.titleLanguage ?? view.language) }
          : {}),
        ...(description ? { description } : {}),
        ...(fields.length ? { fields } : {}),
        ...(view.footer ? { footer: { text: view.footer } } : {}),
      },
    ],
    components: view.actions
      .filter((row) => row.length)
      .map((row) => ({ type: ComponentType.ActionRow, components: row.map(componentOf) })),
    allowed_mentions: { parse: [] },
    attachments: filesOf(view).map(({ name }, at) => ({ id: String(at), filename: name })),
  }
}

export const filesOf = (view: View): readonly Attachment[] => view.files ?? []

/**
 * A view as a Discord message that fits every limit.
 * @throws when it does not: cards are checked for that before they are shown, so it is a mistake of ours
 */
export const messageOf = (view: View): Message => {
  const message = drawMessage(view)
  const problems = limitProblems(message)
  if (problems.length) throw new Error(`message over Discord's limits: ${problems.join('; ')}`)
  return message
}
