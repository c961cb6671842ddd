/** What a parser understood, and what it did not and why. Parsers never throw. */
export interface Parsed<T> {
  readonly items: readonly T[]
  readonly skipped: readonly Skipped[]
}

/** A part that could not be read: its zero-based line in the file, and a reason that a writer can act on. */
export interface Skipped {
  readonly line: number
  readonly reason: string
}
