import { drawLines, drawMarkdown, plainText } from './markdown.js'
import type { Button, File, Message, Select } from './payload.js'

const ephemeral = 1 << 6

const field = ({ name, value }: { name: string; value: string }): HTMLElement => {
  const made = document.createElement('discord-embed-field')
  made.setAttribute('field-title', plainText(name))
  made.append(...drawLines(value))
  return made
}

const embedOf = ({
  color = 0,
  title,
  description,
  fields,
  footer,
}: Message['embeds'][number]): HTMLElement => {
  const embed = document.createElement('discord-embed')
  embed.slot = 'embeds'
  embed.setAttribute('color', `#${color.toString(16).padStart(6, '0')}`)
  if (title) {
    embed.setAttribute('embed-title', plainText(title))
    // Its title stands inside the component, where only the direction of the whole reaches it.
    if (/^[^\p{L}]*\p{Script=Arabic}/u.test(title)) embed.dir = 'rtl'
  }
  if (description) {
    const made = document.createElement('discord-embed-description')
    made.slot = 'description'
    made.append(...drawMarkdown(description))
    embed.append(made)
  }
  if (fields?.length) {
    const made = document.createElement('discord-embed-fields')
    made.slot = 'fields'
    made.append(...fields.map(field))
    embed.append(made)
  }
  if (footer) {
    const made = document.createElement('discord-embed-footer')
    made.slot = 'footer'
    const text = document.createElement('span')
    text.dir = 'auto'
    text.textContent = footer.text
    made.append(text)
    embed.append(made)
  }
  return embed
}

const controlOf = (
  component: Button | Select,
  press: (customId: string, value?: string) => void,
): HTMLElement => {
  if (component.type === 2) {
    const button = document.createElement('button')
    button.type = 'button'
    button.dir = 'auto'
    button.dataset['style'] = String(component.style)
    button.dataset['id'] = component.custom_id
    button.textContent = component.label
    button.addEventListener('click', () => press(component.custom_id))
    return button
  }
  const select = document.createElement('select')
  select.dataset['id'] = component.custom_id
  select.setAttribute('aria-label', component.placeholder ?? 'Choose')
  select.append(
    new Option(component.placeholder ?? '', '', true, true),
    ...component.options.map(({ label, value }) => new Option(label, value)),
  )
  select.addEventListener('change', () => {
    if (select.value) press(component.custom_id, select.value)
    select.selectedIndex = 0
  })
  return select
}

const filesOf = (files: readonly File[]): HTMLElement => {
  const list = document.createElement('ul')
  list.className = 'files'
  for (const { name, text } of files) {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    link.download = name
    link.textContent = name
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
  }
  return list
}

/** What somebody typed, as a message of theirs. */
export const drawTyped = (text: string): HTMLElement => {
  const message = document.createElement('discord-message')
  message.setAttribute('profile', 'you')
  const line = document.createElement('span')
  line.dir = 'auto'
  line.textContent = text
  message.append(line)
  return message
}

/** A message of the bot, from the payload that Discord would get. */
export const drawMessage = (
  payload: Message,
  files: readonly File[],
  press: (customId: string, value?: string) => void,
): HTMLElement => {
  const message = document.createElement('discord-message')
  message.setAttribute('profile', 'hakim')
  if ((payload.flags ?? 0) & ephemeral) message.setAttribute('ephemeral', '')
  const controls = document.createElement('div')
  controls.slot = 'components'
  for (const { components } of payload.components) {
    const row = document.createElement('div')
    row.className = 'row'
    row.append(...components.map((component) => controlOf(component, press)))
    controls.append(row)
  }
  if (files.length) controls.append(filesOf(files))
  message.append(...payload.embeds.map(embedOf), controls)
  return message
}
