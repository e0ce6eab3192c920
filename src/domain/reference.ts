import type { Citekey } from './card.js'

export interface Author {
  readonly family?: string
  readonly given?: string
  /** A body, or a name that does not split. */
  readonly literal?: string
}

/** A publisher's notice on an article: its date (ISO, as far as known) and its DOI or address. */
export interface Notice {
  readonly date: string
  readonly notice: string
}

/** A CSL-JSON item, as far as Hakim reads it. https://docs.citationstyles.org */
export interface Reference {
  readonly id: Citekey
  readonly type: string
  readonly title: string
  readonly author: readonly Author[]
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly DOI?: string
  readonly PMID?: string
  readonly PMCID?: string
  readonly URL?: string
  readonly language?: string
  /** What users should know of the item; "author list shortened" where names are left out. */
  readonly note?: string
  readonly custom?: {
    /** A detail of the item is still to be confirmed. */
    readonly status?: 'recheck'
    readonly retracted?: Notice
    readonly corrected?: Notice
  }
}
