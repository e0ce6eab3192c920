import type { Call } from '../../view/view.js'

/** Discord's limit of a custom_id, in characters. */
const most = 100
/** The input that a select fills in is named under this key. */
const chosen = '_'

/**
 * Packs a call into a custom_id: `read?card=casgevy&part=more`. It holds all that the press of a button needs, so buttons work after a
 * restart and in any replica.
 * @param fills the input that a select's chosen value goes to
 * @throws when it grows beyond 100 characters, which is a mistake of ours
 */
export const packCall = ({ command, input }: Call, fills?: string): string => {
  const fields = new URLSearchParams({ ...input, ...(fills ? { [chosen]: fills } : {}) }).toString()
  const packed = fields ? `${command}?${fields}` : command
  if (packed.length > most)
    throw new Error(`custom_id of ${packed.length} characters, at most ${most}: ${command}`)
  return packed
}

/** Reads a custom_id, whoever made it; `value` is what was chosen in a select. */
export const unpackCall = (customId: string, value?: string): Call => {
  const [command = '', fields = ''] = customId.split(/\?(.*)/s, 2)
  const input = Object.fromEntries(new URLSearchParams(fields))
  const fills = input[chosen]
  delete input[chosen]
  return { command, input: fills !== undefined && value !== undefined ? { ...input, [fills]: value } : input }
}
