import type { Claim } from './card.js'

/** A claim as it reads without its citations. */
export const claimText = (claim: Claim): string =>
  claim.inlines
    .map((inline) => (inline.kind === 'text' ? inline.text : ''))
    .join('')
    .replace(/\s+([.,;:!?؟،؛۔])/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
