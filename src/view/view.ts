import type { Language } from '../domain/language.js'

/** What an answer is like; media choose a colour or a sign for it. */
export type Tone = 'answer' | 'caution' | 'urgent' | 'choice' | 'unknown' | 'plain' | 'error'

/** Running text: words in a style, or the number of a source with the address it leads to. */
export type Rich =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: true; readonly emphasis?: true }
  | { readonly kind: 'mark'; readonly number: number; readonly url: string | undefined }

export interface SourceLine {
  readonly number: number
  /** The reference, formatted. */
  readonly text: string
  readonly url: string | undefined
  /** Said behind the reference: that it was retracted or corrected, or that a detail of it is still to be confirmed. */
  readonly remark?: string
}

/** A piece of what is to be said, in one language, so that right-to-left and left-to-right text never share a line. */
export type Part =
  | { readonly kind: 'notice'; readonly text: string; readonly language: Language }
  | { readonly kind: 'heading'; readonly text: string; readonly language: Language }
  | {
      readonly kind: 'paragraph'
      readonly label?: string
      readonly rich: readonly Rich[]
      readonly language: Language
      readonly bullet?: true
    }
  | {
      readonly kind: 'sources'
      readonly heading: string
      readonly items: readonly SourceLine[]
      readonly language: Language
    }

/** A command with its input filled in: what a press of a button runs. */
export interface Call {
  readonly command: string
  readonly input: Readonly<Record<string, string>>
}

export type Action =
  | {
      readonly kind: 'button'
      readonly label: string
      readonly call: Call
      readonly style: 'primary' | 'plain' | 'good'
    }
  | {
      readonly kind: 'select'
      readonly placeholder: string
      /** The chosen value is filled in under `key`. */
      readonly call: Call
      readonly key: string
      readonly options: readonly {
        readonly label: string
        readonly value: string
        readonly description?: string
      }[]
    }

export interface Attachment {
  readonly name: string
  readonly text: string
}

/** What is to be said, in no medium's language. Doors draw it. */
export interface View {
  readonly tone: Tone
  /** The language of labels and notices; each part has its own. */
  readonly language: Language
  /** The question this answers, behind the earlier ones it leans on; shown above, and handed back when a button is pressed. */
  readonly quote?: readonly string[]
  readonly title?: string
  readonly titleLanguage?: Language
  readonly parts: readonly Part[]
  readonly footer?: string
  /** Rows of actions, top to bottom. */
  readonly actions: readonly (readonly Action[])[]
  readonly files?: readonly Attachment[]
  /** Who may see it where there is a choice; the asker alone unless told. */
  readonly audience?: 'asker' | 'everyone'
  /** Whether it takes the place of the view whose button was pressed. */
  readonly replaces?: true
}
