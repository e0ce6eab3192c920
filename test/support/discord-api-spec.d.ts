/** Discord's published schemas; the package comes without types for them. */
declare module 'discord-api-spec/zod' {
  import type { ZodType } from 'zod'

  export const ApplicationCommandUpdateRequestSchema: ZodType
  export const CreateMessageInteractionCallbackRequestSchema: ZodType
  export const UpdateMessageInteractionCallbackRequestSchema: ZodType
}
