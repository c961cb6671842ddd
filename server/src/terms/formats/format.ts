import type { Parsed } from '../../text/parsed.js'
import type { Concept } from '../concept.js'

/** A way to write a vocabulary down in a file. */
export interface VocabularyFormat {
  readonly name: string
  /** The ends of its files' names, with the dot, in lower case. */
  readonly extensions: readonly string[]
  /**
   * Whether a file with one of these extensions is in this format, from its first few thousand characters. Absent where the
   * extension says enough.
   */
  readonly recognises?: (head: string) => boolean
  /**
   * Whether such files come from an authority that lists whatever exists. Their names are weighed before they are believed;
   * the names of a glossary, which somebody wrote for the very prose at hand, are not.
   */
  readonly isAuthority: boolean
  /** Reads a whole file; what cannot be read is skipped with its line and the reason. Never throws. */
  parse(text: string): Parsed<Concept>
}
