import { headIndex, perUnit } from './heads.js'
import type { Tally } from './context.js'

/** What kind of text a document is, told from all its sentences; `unknown` where they are few. */
export type Genre = 'research' | 'review' | 'health' | 'unknown'

/** Fewer sentences do not tell. */
const fewest = 15

/** Texts for the public speak to their readers in more than one of so many sentences; articles in journals hardly ever do. */
const readerShare = 1 / 100

/** Authors of research speak of themselves in more than one of so many sentences. */
const selfShare = 1 / 25

const results = headIndex('results')
const methods = headIndex('methods')

/** Mean log-odds from which on a document is taken to hold results or methods. */
const leastReport = -2 * perUnit

/**
 * The genre of a document.
 *
 * Protocols count as research: what they say of their own doings needs no source either.
 */
export function genreOf({ sentences, ofThemselves, toReader, heads }: Tally): Genre {
  if (sentences < fewest) return 'unknown'
  if (toReader > readerShare * sentences && ofThemselves < selfShare * sentences) return 'health'
  const isReport = Math.max(heads[results]!, heads[methods]!) > leastReport * sentences
  return isReport || ofThemselves > selfShare * sentences ? 'research' : 'review'
}
