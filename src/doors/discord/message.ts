import type {
  APIActionRowComponent,
  APIAllowedMentions,
  APIComponentInMessageActionRow,
  APIEmbed,
} from 'discord-api-types/v10'

/** A message as Discord's API takes it; files go beside it. */
export interface Message {
  readonly embeds: [APIEmbed]
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[]
  readonly allowed_mentions: APIAllowedMentions
  readonly attachments: { readonly id: string; readonly filename: string }[]
}
