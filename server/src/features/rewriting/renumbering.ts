import type { TextEdit } from 'vscode-languageserver'
import { foldFamily } from '../../text/author-year.js'
import type { Entry } from '../../bibliography/entry.js'
import { areSameWork } from '../../bibliography/same-work.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import { touches } from '../../text/span.js'
import { citesOf } from '../../workspace/cites.js'
import { arranged, indexIn } from './arrangement.js'
import { markerOf } from './list-layout.js'

/** The list of references that an offset lies on: its heading or one of its entries. */
export function listAt(view: View, offset: number): ReferenceList | undefined {
  return referenceListsOf(view).find(
    ({ heading, unplaced, spanOf }) =>
      touches(heading, offset) ||
      (unplaced.length > 0 && heading.start <= offset && offset <= spanOf(unplaced.length - 1).end),
  )
}

/**
 * The edits that put a list into the order in which its entries are first cited, uncited ones last. Each of these
 * functions lets the citations follow, and answers undefined where nothing changes or something could not follow.
 */
export function inOrderOfCitation(view: View, list: ReferenceList): TextEdit[] | undefined {
  const cited = citesOf(view).flatMap(({ targets }) =>
    targets.flatMap(({ entries }) => entries.map((entry) => indexIn(list, entry, view))),
  )
  const order = [...new Set([...cited, ...list.unplaced.keys()])].filter((index) => index !== undefined)
  return changed(arranged(view, list, { order }))
}

/** The same by first author, then year and title, as readers of an author–year list expect. */
export function byAuthor(view: View, list: ReferenceList): TextEdit[] | undefined {
  return changed(arranged(view, list, { order: sortedBy(list, authorKey) }))
}

/** The same, the oldest first. */
export function byYear(view: View, list: ReferenceList): TextEdit[] | undefined {
  const key = (entry: Entry) => `${entry.year ?? 9999} ${authorKey(entry)}`
  return changed(arranged(view, list, { order: sortedBy(list, key) }))
}

/** The same order, numbered without gaps. */
export function withoutGaps(view: View, list: ReferenceList): TextEdit[] | undefined {
  return changed(arranged(view, list, { order: [...list.unplaced.keys()] }))
}

/** Without some entries; undefined where something cites one of them. */
export function withoutEntries(
  view: View,
  list: ReferenceList,
  indices: readonly number[],
): TextEdit[] | undefined {
  return changed(arranged(view, list, { order: others(list, indices) }))
}

/** Without some entries, whose citations go to the first entry of the same work. */
export function merged(view: View, list: ReferenceList, indices: readonly number[]): TextEdit[] | undefined {
  const entries = list.unplaced.map(({ entry }) => entry)
  const heirs = new Map(
    indices.map((index) => [index, entries.findIndex((other) => areSameWork(other, entries[index]!))]),
  )
  if ([...heirs].some(([index, heir]) => heir >= index || indices.includes(heir))) return undefined
  return changed(arranged(view, list, { order: others(list, indices), heirs }))
}

function others({ unplaced }: ReferenceList, indices: readonly number[]): readonly number[] {
  return [...unplaced.keys()].filter((index) => !indices.includes(index))
}

/** The entry at one index moves to where another stands, and those between them make room. */
export function moved(view: View, list: ReferenceList, from: number, to: number): TextEdit[] | undefined {
  const order = [...list.unplaced.keys()].filter((one) => one !== from)
  order.splice(to, 0, from)
  return changed(arranged(view, list, { order }))
}

/** Whether a number is written before each entry, so that readers see the order. */
export function isNumbered(view: View, list: ReferenceList): boolean {
  return (
    list.unplaced.length > 0 && list.unplaced.every((_, index) => markerOf(view, list, index) !== undefined)
  )
}

function changed(edits: TextEdit[] | undefined): TextEdit[] | undefined {
  return edits && edits.length > 0 ? edits : undefined
}

function sortedBy({ unplaced }: ReferenceList, keyOf: (entry: Entry) => string): number[] {
  const keys = unplaced.map(({ entry }) => keyOf(entry))
  return [...unplaced.keys()].sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b))
}

function authorKey({ authors, year, yearLetter = '', title = '' }: Entry): string {
  const people = authors.slice(0, 3).map(({ family, literal }) => foldFamily(family ?? literal ?? ''))
  const who = people.length > 0 ? people.join(' ') : title.toLowerCase()
  return `${who} ${year ?? 9999}${yearLetter} ${title.toLowerCase()}`
}
