import { ComponentType } from 'discord-api-types/v10'
import type { Message } from './message.js'

/** Discord's limits of a message with one embed, in characters unless said. https://docs.discord.com/developers/resources/message */
const limits = {
  title: 256,
  description: 4096,
  fieldName: 256,
  fieldValue: 1024,
  fields: 25,
  footer: 2048,
  embed: 6000,
  rows: 5,
  buttons: 5,
  label: 80,
  customId: 100,
  options: 25,
  optionText: 100,
  placeholder: 150,
} as const

/** What in a message breaks a limit of Discord: found and allowed, in words. Empty when all is well. */
export const limitProblems = ({ embeds: [embed], components }: Message): string[] => {
  const problems: string[] = []
  const most = (what: string, found: number, allowed: number) => {
    if (found > allowed) problems.push(`${what}: ${found}, at most ${allowed}`)
  }
  const least = (what: string, text: string | undefined) => {
    if (text !== undefined && !text.trim()) problems.push(`${what}: empty`)
  }
  const { title = '', description = '', fields = [], footer } = embed
  most('title', title.length, limits.title)
  most('description', description.length, limits.description)
  most('fields', fields.length, limits.fields)
  for (const { name, value } of fields) {
    most('field name', name.length, limits.fieldName)
    most('field', value.length, limits.fieldValue)
    least('field', value)
  }
  most('footer', footer?.text.length ?? 0, limits.footer)
  most(
    'embed',
    title.length +
      description.length +
      (footer?.text.length ?? 0) +
      fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0),
    limits.embed,
  )
  if (!title && !description && !fields.length) problems.push('message: empty')
  most('rows', components.length, limits.rows)
  const ids = new Set<string>()
  for (const { components: row } of components) {
    most('buttons in a row', row.length, limits.buttons)
    for (const component of row) {
      if (!('custom_id' in component)) continue
      most('custom_id', component.custom_id.length, limits.customId)
      if (ids.has(component.custom_id)) problems.push(`custom_id twice: ${component.custom_id}`)
      ids.add(component.custom_id)
      if (component.type === ComponentType.Button && 'label' in component) {
        most('label', component.label?.length ?? 0, limits.label)
        least('label', component.label)
      }
      if (component.type === ComponentType.StringSelect) {
        most('options', component.options.length, limits.options)
        if (!component.options.length) problems.push('options: none')
        most('placeholder', component.placeholder?.length ?? 0, limits.placeholder)
        const values = component.options.map(({ value }) => value)
        if (new Set(values).size < values.length) problems.push('options: a value twice')
        for (const { label, value, description: text = '' } of component.options) {
          most('option', Math.max(label.length, value.length, text.length), limits.optionText)
          least('option', label)
        }
      }
    }
  }
  return problems
}
