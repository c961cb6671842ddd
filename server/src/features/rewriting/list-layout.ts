import type { Entry } from '../../bibliography/entry.js'
import type { Example } from '../../bibliography/writing/pattern.js'
import { derivedByFirst } from '../../text/derived.js'
import { lineAt } from '../../text/lines.js'
import type { Span } from '../../text/span.js'
import type { ReferenceList, UnplacedEntry } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'

/** The number that is written before an entry, and where. */
export interface Marker extends Span {
  readonly number: number
}

/** A bullet or number before an entry, and what markup its words may begin with. */
const lead =
  /^([ \t>]{0,16}(?:[-*+•–—][ \t]{1,8}|[[(]?(\d{1,4})(?:\][.:]?|[.)]{1,2}|:)[ \t]{0,8})?)([*_`~[("“‘„«<]{0,6})$/

/** The number of an entry in its list, or undefined where it has none. */
export function numberOf({ names }: Entry): number | undefined {
  const name = names.find((one) => one.startsWith('number:'))
  return name === undefined ? undefined : Number(name.slice('number:'.length))
}

/** The number that is written before an entry: "3" of "3. ", "[3] " or "3) ". */
export function markerOf(view: View, list: ReferenceList, index: number): Marker | undefined {
  const { start } = list.spanOf(index)
  const before = leadOf(view, start)
  if (before?.[2] === undefined) return undefined
  const at = start - before[0].length + before[1]!.indexOf(before[2])
  return { start: at, end: at + before[2].length, number: Number(before[2]) }
}

/**
 * An entry with the markup around its words, its marker and line break left out; undefined where it does not have its
 * lines for itself, so that it could not be moved.
 */
export function wholeOf(view: View, list: ReferenceList, index: number): Span | undefined {
  const { start, end } = list.spanOf(index)
  const before = leadOf(view, start)
  const to = lineEnd(view, end)
  const next = index + 1 < list.unplaced.length ? list.spanOf(index + 1).start : Infinity
  return before && to < next ? { start: start - before[3]!.length, end: to } : undefined
}

/** The references of a list as they are written, for others to be written like them. */
export function examplesIn(view: View, list: ReferenceList | undefined): readonly Example[] {
  return list ? examplesOf(list.unplaced, list, view) : none
}

const none: readonly Example[] = []

/** The entries stay the same objects as long as no word of the list changes, wherever it stands. */
const examplesOf = derivedByFirst(
  (entries: readonly UnplacedEntry[], { spanOf }: ReferenceList, { document }: View): readonly Example[] =>
    entries.map(({ entry }, i) => {
      const { start, end } = spanOf(i)
      return { text: document.content.slice(start, end), fields: entry }
    }),
)

export function lineStart({ document: { lines } }: View, offset: number): number {
  return lines.starts[lineAt(lines, offset)]!
}

/** The end of a line, without its line break and what is blank before that. */
export function lineEnd({ document: { lines, content } }: View, offset: number): number {
  const next = lines.starts[lineAt(lines, offset) + 1] ?? content.length
  return offset + content.slice(offset, next).trimEnd().length
}

/** What ends a line in this document. */
export function lineBreakOf({ document: { content } }: View): string {
  const at = content.indexOf('\n')
  return at > 0 && content.slice(at - 1, at) === '\r' ? '\r\n' : '\n'
}

function leadOf(view: View, start: number): RegExpExecArray | null {
  const from = lineStart(view, start)
  return start - from > 48 ? null : lead.exec(view.document.content.slice(from, start))
}
