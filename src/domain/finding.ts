export type Severity = 'error' | 'warning' | 'info'

/** Something wrong, or worth knowing, in the knowledge: where, what was found, what was expected, what to do. */
export interface Finding {
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** 1-based. */
  readonly column: number
  /** The rule's permanent name. */
  readonly rule: string
  readonly severity: Severity
  /** What was found. */
  readonly found: string
  readonly expected: string
  readonly todo: string
}
