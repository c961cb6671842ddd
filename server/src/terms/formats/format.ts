import type { Parsed } from '../../text/parsed.js'
import type { Concept } from '../concept.js'

/** A way to write a vocabulary down in a file. */
export interface VocabularyFormat {
  readonly name: string
  /** The ends of its files' names, with the dot, in lower case. */
  readonly extensions: readonly string[]
  /** Reads a whole file; what cannot be read is skipped with its line and the reason. Never throws. */
  parse(text: string): Parsed<Concept>
}
