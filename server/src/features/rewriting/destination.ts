import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../../bibliography/entry.js'
import { citationLabel } from '../../bibliography/render.js'
import { areOneWork, workFinder } from '../../bibliography/same-work.js'
import { authorYearName } from '../../text/author-year.js'
import type { Writable } from '../../citations/syntaxes/syntax.js'
import { citableOf } from '../../workspace/library.js'
import { derived } from '../../text/derived.js'
import type { View } from '../../workspace/view.js'
import { growingList, type GrowingList } from './growing-list.js'
import { notesToBe } from './notes-to-be.js'
import type { Convertible } from './write-cite.js'

/** Where converted citations lead to: what each work is cited by there, and the edits that list the works that are not yet. */
export interface Destination {
  readonly writable: (entry: Entry) => Writable | undefined
  /**
   * To be asked for when all citations are written.
   *
   * @param cited the places of entries that citations which stay as they are still point to
   */
  edits(cited: ReadonlySet<number>): readonly TextEdit[] | undefined
}

/**
 * The destination of one dialect; undefined where a document of several lists leaves open what a number would mean.
 *
 * @param isWhole the whole document is converted, so that lists may be made and notes may take the place of a list
 */
export function destinationFor(view: View, to: Convertible, isWhole: boolean): Destination | undefined {
  if (to === 'pandoc') return { writable: (entry) => keyed(view, entry), edits: () => [] }
  if (to === 'footnote') return notesToBe(view, isWhole)
  const list = growingList(view, to === 'numeric', isWhole)
  if (!list) return undefined
  const writable = to === 'numeric' ? numbered : labelled
  return { writable: (entry) => writable(view, list, entry), edits: (cited) => list.edits(cited) }
}

function numbered(_: View, list: GrowingList, entry: Entry): Writable | undefined {
  const number = list.numberFor(entry)
  return number === undefined ? undefined : { number }
}

function labelled(view: View, list: GrowingList, entry: Entry): Writable | undefined {
  const { authors, year, yearLetter = '' } = entry
  const label = citationLabel(entry)
  const family = authors[0]?.family ?? authors[0]?.literal
  if (label === undefined || family === undefined) return undefined
  // Where two works of one author and year have no letters, the label would mean both.
  const meant = citableOf(view).find(authorYearName(family, `${year!}${yearLetter}`))
  if (meant.some((other) => !areOneWork(other, entry))) return undefined
  return list.numberFor(entry) === undefined ? undefined : { label: `${label}${yearLetter}` }
}

/** The key of the entry, or of the same work in a library. */
function keyed(view: View, entry: Entry): Writable | undefined {
  const own = keyOf(entry)
  if (own !== undefined) return { key: own }
  const others = entriesWithKey(view)
  const index = workFinder(others)(entry)
  const key = index === undefined ? undefined : keyOf(others[index]!)
  return key === undefined ? undefined : { key }
}

const entriesWithKey = derived((view: View) =>
  citableOf(view).entries.filter((entry) => keyOf(entry) !== undefined),
)

function keyOf({ names }: Entry): string | undefined {
  return names.find((name) => name.startsWith('key:'))?.slice('key:'.length)
}
