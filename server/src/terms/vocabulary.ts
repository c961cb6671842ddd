import type { Parsed } from '../text/parsed.js'
import type { Concept } from './concept.js'
import type { VocabularyFormat } from './formats/format.js'
import * as formats from './formats/index.js'

/** What one file says, and whether an authority says it: see `VocabularyFormat.isAuthority`. */
export interface Vocabulary extends Parsed<Concept> {
  readonly format: string
  readonly isAuthority: boolean
}

/** A list with so many concepts was not written, or read through, by a writer for their own prose. */
const mostWrittenByHand = 500

/** How much of a file is looked at to tell its format. */
const headLength = 4000

/**
 * Reads a vocabulary in whichever format it is.
 *
 * @param fileName its name, without `.gz`; its extension and the beginning of the text tell the format
 * @returns undefined if it is in none
 */
export function vocabularyIn(fileName: string, text: string): Vocabulary | undefined {
  const format = formatOf(fileName, text.slice(0, headLength))
  if (!format) return undefined
  const parsed = format.parse(text)
  const isAuthority = format.isAuthority || parsed.items.length > mostWrittenByHand
  return { ...parsed, format: format.name, isAuthority }
}

function formatOf(fileName: string, head: string): VocabularyFormat | undefined {
  const name = fileName.toLowerCase()
  const all: readonly VocabularyFormat[] = Object.values(formats)
  const byName = all.filter(({ extensions }) => extensions.some((extension) => name.endsWith(extension)))
  return (
    byName.find(({ recognises }) => recognises?.(head)) ??
    byName.find(({ recognises }) => !recognises) ??
    all.find(({ recognises }) => recognises?.(head))
  )
}
