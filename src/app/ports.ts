/** The time, in milliseconds since 1970. */
export type Clock = () => number

export type Opinion = 'useful' | 'notUseful'

/** Where opinions on cards are counted, without who gave them. */
export interface Opinions {
  readonly count: (card: string, version: number, opinion: Opinion) => void
}
