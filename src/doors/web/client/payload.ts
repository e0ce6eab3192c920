/** The parts of Discord's message format that Hakim sends. */
export interface Button {
  type: 2
  style: number
  label: string
  custom_id: string
}
export interface Select {
  type: 3
  placeholder?: string
  custom_id: string
  options: { label: string; value: string; description?: string }[]
}
export interface Message {
  embeds: {
    color?: number
    title?: string
    description?: string
    fields?: { name: string; value: string }[]
    footer?: { text: string }
  }[]
  components: { components: (Button | Select)[] }[]
  flags?: number
}
export interface File {
  name: string
  text: string
}
export interface Reply {
  type: number
  data?: Message & { choices?: { name: string; value: string }[] }
  files?: File[]
}
export interface SlashCommand {
  type: number
  name: string
  description?: string
  description_localizations?: Record<string, string>
  options?: { name: string; type: number; required: boolean; autocomplete?: boolean; description: string }[]
}
