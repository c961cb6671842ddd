import type { Entry } from '../bibliography/entry.js'
import { touches, type Span } from '../text/span.js'
import { citesOf, type PlacedTarget } from '../workspace/cites.js'
import { citableOf } from '../workspace/library.js'
import { referenceListsOf, type ReferenceList } from '../workspace/references.js'
import type { View } from '../workspace/view.js'
import { indexIn } from './rewriting/arrangement.js'
import { markerOf } from './rewriting/list-layout.js'
import { numberIn } from './rewriting/renumbered-cite.js'

/** What can be renamed at a place. The span holds the name alone. */
export type Renamable = NamedEntry | NumberedEntry

/** A key that a library, the front matter or a tag gives, or the label of a footnote; one entry alone bears it. */
export interface NamedEntry {
  readonly kind: 'key' | 'footnote'
  readonly name: string
  readonly span: Span
  readonly entry: Entry
}

/** The number of an entry of a list: to rename it is to move the entry there. */
export interface NumberedEntry {
  readonly kind: 'number'
  readonly name: string
  readonly span: Span
  readonly list: ReferenceList
  readonly index: number
}

/** The renamable name at an offset. Authors and years follow from the list and cannot be renamed. */
export function renamableAt(view: View, offset: number): Renamable | undefined {
  const target = citesOf(view)
    .flatMap(({ targets }) => targets)
    .find((one) => touches(one, offset))
  return target ? renamableTarget(view, target) : (namedHere(view, offset) ?? numberedHere(view, offset))
}

function renamableTarget(view: View, target: PlacedTarget): Renamable | undefined {
  const [entry, another] = target.entries
  if (!entry || another) return undefined
  for (const kind of ['key', 'footnote'] as const) {
    const name = target.names.find((one) => one.startsWith(`${kind}:`))?.slice(kind.length + 1)
    const span = name === undefined ? undefined : nameWithin(view, target, name)
    if (name !== undefined && span && entry.names.includes(`${kind}:${name}`))
      return { kind, name, span, entry }
  }
  const number = target.names.map(numberIn).find((one) => one !== undefined)
  // Raised digits are a number written otherwise.
  const span = number === undefined ? undefined : (nameWithin(view, target, String(number)) ?? target)
  const list = referenceListsOf(view).find((one) => indexIn(one, entry, view) !== undefined)
  if (!span || !list) return undefined
  return { kind: 'number', name: String(number), span, list, index: indexIn(list, entry, view)! }
}

/** At the definition itself: "[^label]:", "[@tag]:", "id: key" in the front matter. */
function namedHere(view: View, offset: number): NamedEntry | undefined {
  for (const entry of citableOf(view).entries) {
    if (entry.source.uri !== view.uri) continue
    for (const kind of ['key', 'footnote'] as const) {
      const name = entry.names.find((one) => one.startsWith(`${kind}:`))?.slice(kind.length + 1)
      const span = name === undefined ? undefined : definedAt(view.document.content, kind, name, entry)
      if (name !== undefined && span && touches(span, offset)) return { kind, name, span, entry }
    }
  }
  return undefined
}

function numberedHere(view: View, offset: number): NumberedEntry | undefined {
  for (const list of referenceListsOf(view)) {
    for (const index of list.unplaced.keys()) {
      const { start } = list.spanOf(index)
      if (offset > start || offset < start - 24) continue
      const marker = markerOf(view, list, index)
      if (marker && touches(marker, offset)) return { kind: 'number', name: String(marker.number), span: marker, list, index } // prettier-ignore
    }
  }
  return undefined
}

/**
 * Where the file of an entry gives it its name; undefined where it gives none that could be changed.
 *
 * @param text that file's text
 */
export function definedAt(
  text: { slice(start: number, end?: number): string },
  kind: NamedEntry['kind'],
  name: string,
  { source: { span, keySpan } }: Entry,
): Span | undefined {
  if (keySpan) {
    const at = text.slice(keySpan.start, keySpan.end).indexOf(name)
    return at < 0 ? undefined : { start: keySpan.start + at, end: keySpan.start + at + name.length }
  }
  const opening = kind === 'footnote' ? '[^' : '[@'
  const start = span.start + opening.length
  const isThere = text.slice(span.start, start + name.length) === `${opening}${name}`
  return isThere ? { start, end: start + name.length } : undefined
}

/** Where the name stands in a target, which may hold an at sign and braces as well. */
export function nameWithin(view: View, { start, end }: Span, name: string): Span | undefined {
  const at = view.document.content.slice(start, end).indexOf(name)
  return at < 0 ? undefined : { start: start + at, end: start + at + name.length }
}
