import type { Name } from '../text/name.js'
import type { Span } from '../text/span.js'

/** A person or a body that wrote a work: family and given name, or one literal name. */
export interface Author {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
}

/** The CSL types that the project tells apart. */
export type EntryType =
  | 'article-journal'
  | 'book'
  | 'chapter'
  | 'paper-conference'
  | 'report'
  | 'thesis'
  | 'webpage'
  | 'article'
  | 'document'

/** What a reference says of a work. Fields that the source does not give are absent, never guessed. */
export interface ReferenceFields {
  readonly type: EntryType
  readonly authors: readonly Author[]
  /** The list of authors was cut short with "et al.". */
  readonly etAl: boolean
  readonly title?: string
  readonly container?: string
  readonly year?: number
  /** The letter that tells works of one author and year apart: "a" of 2009a. */
  readonly yearLetter?: string
  readonly volume?: string
  readonly issue?: string
  /** Pages as "415-22", or an article number. */
  readonly page?: string
  readonly publisher?: string
  readonly doi?: string
  readonly pmid?: string
  readonly pmcid?: string
  readonly url?: string
  /** When the page was looked at: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly accessed?: string
}

/** Something that can be cited. */
export interface Entry extends ReferenceFields {
  /** All that a citation may call it by, the surest first. */
  readonly names: readonly Name[]
  readonly abstract?: string
  /** Where the entry stands: in the document's own list, or in a library file. */
  readonly source: EntrySource
}

export interface EntrySource {
  readonly uri: string
  /** The whole entry in that file's text. */
  readonly span: Span
  /** The key alone, where the entry has one written in the file. */
  readonly keySpan?: Span
}
