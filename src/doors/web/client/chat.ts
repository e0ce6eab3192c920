import './avatars.js'
import '@skyra/discord-components-core'
import { drawMessage, drawTyped } from './message.js'
import type { File, Message, Reply, SlashCommand } from './payload.js'
import { createSuggestions, type Choice } from './suggestions.js'

const locales = { 'en-US': 'English', ar: 'العربية', tr: 'Türkçe', id: 'Bahasa Indonesia', fr: 'Français' }

const find = <Kind extends HTMLElement>(id: string): Kind => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no element #${id}`)
  return found as Kind
}
const log = find('log')
const input = find<HTMLInputElement>('text')
const locale = find<HTMLSelectElement>('locale')
const theme = find('theme')
const messages = document.createElement('discord-messages')
log.append(messages)

/** Ids as Discord's are: digits that grow. The asker's is new on each visit, so follow-ups end with the page. */
let last = BigInt(Date.now()) << 22n
const snowflake = (): string => String((last += 1n))
const asker = snowflake()
const channel = snowflake()

const post = async <Answer>(path: string, body: object): Promise<Answer> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(await response.text())
  return response.json() as Promise<Answer>
}

const interact = (type: number, data: object, message?: Message): Promise<Reply> =>
  post('/chat/interactions', {
    id: snowflake(),
    token: 'local',
    type,
    locale: locale.value,
    channel_id: channel,
    user: { id: asker },
    data,
    ...(message ? { message: { flags: message.flags ?? 0, embeds: message.embeds } } : {}),
  })

const problem = (error: unknown) => {
  const line = document.createElement('p')
  line.className = 'problem'
  line.textContent = `The bot can't be reached: ${error instanceof Error ? error.message : String(error)}`
  messages.append(line)
  line.scrollIntoView()
}

/** Draws a message, in the place of another where one is named; its buttons run as they would in Discord. */
const show = (payload: Message, files: readonly File[] = [], instead?: HTMLElement) => {
  const press = (customId: string, value?: string) => {
    interact(3, { custom_id: customId, ...(value === undefined ? {} : { values: [value] }) }, payload)
      .then((reply) => reply.data && show(reply.data, reply.files, reply.type === 7 ? drawn : undefined))
      .catch(problem)
  }
  const drawn = drawMessage(payload, files, press)
  if (instead) instead.replaceWith(drawn)
  else messages.append(drawn)
  drawn.scrollIntoView({ block: instead ? 'nearest' : 'start' })
  if (instead) drawn.querySelector('button')?.focus()
}

const commands: SlashCommand[] = await fetch('/chat/commands').then((response) => response.json())
const slash = commands.filter(({ type }) => type === 1)

/** "/ask what is ..." as the command and the text behind it. */
const readSlash = (typed: string) => {
  const [, name = '', rest = ''] = /^\/(\S*)\s?(.*)$/s.exec(typed) ?? []
  return { name, rest, command: slash.find((command) => command.name === name) }
}

const dataOf = (command: SlashCommand, rest: string, focused: boolean) => {
  const option = command.options?.find(({ type }) => type === 3)
  return {
    type: 1,
    name: command.name,
    options:
      option && (rest || focused)
        ? [{ name: option.name, type: 3, value: rest, ...(focused ? { focused } : {}) }]
        : [],
  }
}

const send = async (typed: string) => {
  messages.append(drawTyped(typed))
  const { command, rest } = readSlash(typed)
  if (typed.startsWith('/') && command) {
    const reply = await interact(2, dataOf(command, rest.trim(), false))
    if (reply.data) show(reply.data, reply.files)
    return
  }
  const { data, files } = await post<{ data: Message; files: File[] }>('/chat/messages', {
    text: typed,
    asker,
    channel,
    locale: locale.value,
  })
  show(data, files)
}

/** Counts what was typed and sent, so that suggestions which arrive late are not shown. */
let asked = 0
const submit = (typed: string) => {
  asked += 1
  suggestions.show([])
  input.value = ''
  if (typed.trim()) send(typed.trim()).catch(problem)
}

const suggestions = createSuggestions(input, find('choices'))
input.addEventListener('input', () => {
  const typed = input.value
  const turn = (asked += 1)
  if (!typed.startsWith('/')) return suggestions.show([])
  const { name, rest, command } = readSlash(typed)
  if (!typed.includes(' ')) {
    suggestions.show(
      slash
        .filter((one) => one.name.startsWith(name))
        .map((one): Choice => ({
          label: `/${one.name}`,
          note: one.description_localizations?.[locale.value] ?? one.description ?? '',
          take: () => {
            if (!one.options?.length) return submit(`/${one.name}`)
            input.value = `/${one.name} `
            input.dispatchEvent(new Event('input'))
          },
        })),
    )
    return
  }
  if (!command?.options?.some(({ autocomplete }) => autocomplete)) return suggestions.show([])
  interact(4, dataOf(command, rest, true))
    .then((reply) => {
      if (turn !== asked) return
      suggestions.show(
        (reply.data?.choices ?? []).map(({ name: label, value }): Choice => ({
          label,
          take: () => submit(`/${command.name} ${value}`),
        })),
      )
    })
    .catch(problem)
})

find<HTMLFormElement>('ask').addEventListener('submit', (event) => {
  event.preventDefault()
  submit(input.value)
})

for (const [code, name] of Object.entries(locales)) locale.append(new Option(name, code))
locale.value = Object.keys(locales).find((code) => navigator.language.startsWith(code.slice(0, 2))) ?? 'en-US'
const setTheme = (light: boolean) => {
  document.documentElement.dataset['theme'] = light ? 'light' : 'dark'
  messages.toggleAttribute('light-theme', light)
  theme.setAttribute('aria-pressed', String(light))
}
theme.addEventListener('click', () => setTheme(document.documentElement.dataset['theme'] !== 'light'))
setTheme(matchMedia('(prefers-color-scheme: light)').matches)
locale.addEventListener('change', () => (document.documentElement.lang = locale.value.slice(0, 2)))

interact(2, { type: 1, name: 'about' })
  .then((reply) => reply.data && show(reply.data, reply.files))
  .catch(problem)
input.focus()
