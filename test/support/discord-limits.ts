import {
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod'
import { z } from 'zod'

/** The parts of a message that Discord counts; read here anew, so that the program's own count is checked by another. */
const messageSchema = z.object({
  content: z.string().optional(),
  embeds: z
    .array(
      z.object({
        title: z.string().max(256).optional(),
        description: z.string().max(4096).optional(),
        fields: z
          .array(z.object({ name: z.string().min(1).max(256), value: z.string().min(1).max(1024) }))
          .max(25)
          .optional(),
        footer: z.object({ text: z.string().max(2048) }).optional(),
      }),
    )
    .max(10),
  components: z
    .array(
      z.object({
        type: z.literal(1),
        components: z
          .array(
            z.union([
              z.object({
                type: z.literal(2),
                style: z.int().min(1).max(4),
                label: z.string().min(1).max(80),
                custom_id: z.string().min(1).max(100),
              }),
              z.object({
                type: z.literal(3),
                custom_id: z.string().min(1).max(100),
                placeholder: z.string().max(150).optional(),
                options: z
                  .array(
                    z.object({
                      label: z.string().min(1).max(100),
                      value: z.string().min(1).max(100),
                      description: z.string().min(1).max(100).optional(),
                    }),
                  )
                  .min(1)
                  .max(25),
              }),
            ]),
          )
          .min(1)
          .max(5),
      }),
    )
    .max(5),
  allowed_mentions: z.object({ parse: z.array(z.string()).max(0, 'a mention could ping') }),
  attachments: z.array(z.object({ id: z.string(), filename: z.string() })).optional(),
})

/** What Discord would refuse in a message, by its published schema and by the limits its schema does not hold. */
export const messageProblems = (
  message: unknown,
  files: readonly string[] = [],
  type: 4 | 7 = 4,
): string[] => {
  const schema =
    type === 4 ? CreateMessageInteractionCallbackRequestSchema : UpdateMessageInteractionCallbackRequestSchema
  const published = schema.safeParse({ type, data: message })
  const counted = messageSchema.safeParse(message)
  const problems = [...(published.error?.issues ?? []), ...(counted.error?.issues ?? [])].map(
    ({ path, message: text }) => `${path.join('.')}: ${text}`,
  )
  if (!counted.success) return problems
  const { embeds, components, content = '', attachments = [] } = counted.data
  const characters = embeds.reduce(
    (sum, { title = '', description = '', fields = [], footer }) =>
      sum +
      title.length +
      description.length +
      (footer?.text.length ?? 0) +
      fields.reduce((all, { name, value }) => all + name.length + value.length, 0),
    0,
  )
  if (characters > 6000) problems.push(`embeds: ${characters} characters`)
  if (!content && !characters && !files.length) problems.push('an empty message (50006)')
  const ids = components.flatMap((row) => row.components.map((component) => component.custom_id))
  if (new Set(ids).size < ids.length) problems.push('a custom_id twice')
  for (const row of components) {
    if (row.components.some((component) => component.type === 3) && row.components.length > 1)
      problems.push('a select beside others')
  }
  if (attachments.some(({ filename }) => !files.includes(filename)))
    problems.push('an attachment without its file')
  return problems
}

/** What Discord would refuse in the commands that are written to it. */
export const commandProblems = (commands: readonly object[]): string[] =>
  commands.flatMap((command) => {
    const parsed = ApplicationCommandUpdateRequestSchema.safeParse(command)
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  })
