import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../../bibliography/entry.js'
import { derived } from '../../text/derived.js'
import type { Span } from '../../text/span.js'
import type { ReferenceList } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import { citesOf } from '../../workspace/cites.js'
import { lineStart, markerOf, numberOf, wholeOf } from './list-layout.js'
import { rangeOf } from '../places.js'
import { numberIn, renumberedCite } from './renumbered-cite.js'

/** A list of references as it is to be. */
export interface Arrangement {
  /** By new place, the index of the entry that stands there now. What is left out goes. */
  readonly order: readonly number[]
  /** By the index of an entry that goes, the one that takes over its citations. */
  readonly heirs?: ReadonlyMap<number, number>
}

/**
 * The edits that bring a list of references into a new arrangement, number it without gaps, and let every citation by
 * number follow; none where all is so already. Undefined where something could not follow exactly: an entry that goes
 * is cited and has no heir, a number stands twice and is cited, a line holds more than its entry.
 */
export function arranged(view: View, list: ReferenceList, arrangement: Arrangement): TextEdit[] | undefined {
  const { order } = arrangement
  if (order.length === 0) return undefined
  const markers = list.unplaced.map((_, index) => markerOf(view, list, index))
  // Markdown counts a list whose items all say "1." itself.
  const isCounted = markers.length > 1 && markers.every((marker) => marker?.number === 1)
  const first = isCounted ? 1 : (numberOf(list.unplaced[0]!.entry) ?? 1)
  const isThinned = order.every((index, place) => place === 0 || order[place - 1]! < index)
  const cites = followingCites(view, list, arrangement, first)
  const entries = isThinned ? thinnedOut(view, list, order) : reshuffled(view, list, order)
  if (!cites || !entries) return undefined
  const numbers = order.flatMap((index, place): TextEdit[] => {
    const marker = markers[isThinned ? index : place]
    if (!marker || isCounted || marker.number === first + place) return []
    return [{ range: rangeOf(view, marker), newText: String(first + place) }]
  })
  return [...cites, ...numbers, ...entries]
}

/** Every citation that names an entry of the list by its number gets the new one. */
function followingCites(
  view: View,
  list: ReferenceList,
  { order, heirs = new Map() }: Arrangement,
  first: number,
): TextEdit[] | undefined {
  const places = new Map(order.map((index, place) => [index, place]))
  const edits: TextEdit[] = []
  for (const cite of citesOf(view)) {
    const numbers = new Map<number, number>()
    for (const { names, entries } of cite.targets) {
      const own = entries.map((entry) => indexIn(list, entry, view)).filter((index) => index !== undefined)
      if (own.length === 0) continue
      const index = own[0]!
      const heir = heirs.get(index) ?? index
      const place = places.get(heir)
      const number = names.map(numberIn).find((one) => one !== undefined)
      if (place === undefined) return undefined
      if (number === undefined) {
        // By author and year, the heir must answer to the same name.
        const sameName = names.some((name) => list.unplaced[heir]!.entry.names.includes(name))
        if (heir !== index && !sameName) return undefined
      } else if (own.length > 1) return undefined
      else numbers.set(number, first + place)
    }
    if ([...numbers].every(([old, next]) => old === next)) continue
    const edit = renumberedCite(view, cite, numbers)
    if (!edit) return undefined
    edits.push(...edit)
  }
  return edits
}

/** The texts change places; what stands before and between them stays. */
function reshuffled(view: View, list: ReferenceList, order: readonly number[]): TextEdit[] | undefined {
  const wholes = list.unplaced.map((_, index) => wholeOf(view, list, index))
  const edits: TextEdit[] = []
  for (const [place, index] of order.entries()) {
    if (index === place) continue
    const [from, to] = [wholes[index], wholes[place]]
    if (!from || !to) return undefined
    edits.push({ range: rangeOf(view, to), newText: view.document.content.slice(from.start, from.end) })
  }
  if (order.length === list.unplaced.length) return edits
  const gone = goneSpan(view, list, wholes, order.length, wholes.length - 1)
  return gone && [...edits, { range: rangeOf(view, gone), newText: '' }]
}

/** What goes is taken out where it stands, its line and what is blank before the next. */
function thinnedOut(view: View, list: ReferenceList, order: readonly number[]): TextEdit[] | undefined {
  const wholes = list.unplaced.map((_, index) => wholeOf(view, list, index))
  const kept = new Set(order)
  const edits: TextEdit[] = []
  for (let from = 0; from < wholes.length; from++) {
    if (kept.has(from)) continue
    let to = from
    while (to + 1 < wholes.length && !kept.has(to + 1)) to++
    const gone = goneSpan(view, list, wholes, from, to)
    if (!gone) return undefined
    edits.push({ range: rangeOf(view, gone), newText: '' })
    from = to
  }
  return edits
}

/** The lines of the entries from one index to another; undefined where something else stands among them. */
function goneSpan(
  view: View,
  list: ReferenceList,
  wholes: readonly (Span | undefined)[],
  from: number,
  to: number,
): Span | undefined {
  const { content } = view.document
  const startOf = (index: number): number => lineStart(view, list.spanOf(index).start)
  const isLast = to === wholes.length - 1
  for (let index = from; index <= to; index++) {
    const whole = wholes[index]
    if (!whole) return undefined
    if (index + 1 < wholes.length && content.slice(whole.end, startOf(index + 1)).trim() !== '')
      return undefined
  }
  if (!isLast) return { start: startOf(from), end: startOf(to + 1) }
  const before = wholes[from - 1]
  if (!before || content.slice(before.end, startOf(from)).trim() !== '') return undefined
  return { start: before.end, end: wholes[to]!.end }
}

/** The index of an entry that stands in the list; undefined for others. */
export function indexIn(list: ReferenceList, { source }: Entry, view: View): number | undefined {
  return source.uri === view.uri ? indicesOf(list).get(source.span.start) : undefined
}

/** By the place where an entry begins, its index. */
const indicesOf = derived(
  (list: ReferenceList) => new Map(list.unplaced.map((_, i) => [list.spanOf(i).start, i])),
)
