import type { Parsed } from '../../text/parsed.js'
import type { Entry } from '../entry.js'

/** One way of keeping a library in a file. */
export interface BibliographyFormat {
  readonly name: string
  /** Endings of the files that it reads, dot included, in lower case. */
  readonly extensions: readonly string[]
  /** What could be read, and what could not and why. Never throws; one bad entry costs itself alone. */
  parse(uri: string, text: string): Parsed<Entry>
}
