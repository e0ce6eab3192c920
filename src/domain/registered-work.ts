/** A notice that changes how far a work can be trusted. */
export interface RegisteredNotice {
  readonly kind: 'retraction' | 'concern' | 'correction'
  /** ISO date, as far as known. */
  readonly date: string
  readonly DOI: string
}

/** What the registry of DOIs holds on a work, as far as a reference can be compared with it. */
export interface RegisteredWork {
  readonly title: string
  /** Family names, or names of bodies, in the order of the work. */
  readonly authors: readonly string[]
  /** Years in which it came out, online and in print. */
  readonly years: readonly number[]
  readonly notices: readonly RegisteredNotice[]
}
