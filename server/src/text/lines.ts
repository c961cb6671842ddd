import type { Text } from './chunked.js'
import type { Span } from './span.js'

/** Where each line of a text begins. A line ends at "\n", "\r\n" or a lone "\r". */
export interface Lines {
  readonly starts: Int32Array
  readonly length: number
}

/** A zero-based line and a character in UTF-16 code units from its start: LSP's notion of a place. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** Finds the line starts of a whole text. */
export function linesOf(text: string): Lines {
  const rest = startsWithin(text, 0, text.length)
  const starts = new Int32Array(rest.length + 1)
  starts.set(rest, 1)
  return { starts, length: text.length }
}

/** The lines after `span` of the old text was replaced, without reading the rest again. `text` is the new text. */
export function linesAfterEdit(lines: Lines, span: Span, inserted: number, text: Text): Lines {
  const by = inserted - (span.end - span.start)
  // A "\r" before the edit, or a "\n" behind it, may have found or lost its partner, so one unit more on either side is read again.
  const from = Math.max(0, span.start - 1)
  const to = Math.min(text.length, span.start + inserted + 1)
  const before = firstAbove(lines.starts, from)
  const after = firstAbove(lines.starts, to - by)
  const own = startsWithin(text, from, to)
  const starts = new Int32Array(before + own.length + lines.starts.length - after)
  starts.set(lines.starts.subarray(0, before))
  starts.set(own, before)
  const shift = before + own.length - after
  for (let i = after; i < lines.starts.length; i++) starts[i + shift] = lines.starts[i]! + by
  return { starts, length: text.length }
}

/** The place of an offset; offsets outside the text are moved to its nearest end. */
export function positionAt(lines: Lines, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, lines.length))
  const line = firstAbove(lines.starts, inside) - 1
  return { line, character: inside - lines.starts[line]! }
}

/** The offset of a place; a character beyond its line's end gives the next line's start at most, as LSP asks. */
export function offsetAt(lines: Lines, position: Position): number {
  if (position.line < 0) return 0
  if (position.line >= lines.starts.length) return lines.length
  const start = lines.starts[position.line]!
  const next = lines.starts[position.line + 1] ?? lines.length
  return Math.max(start, Math.min(start + position.character, next))
}

/** The zero-based line that an offset lies in. */
export function lineAt(lines: Lines, offset: number): number {
  return positionAt(lines, offset).line
}

/** Line starts that lie in (from, to], that is, behind the line ends in [from, to). */
function startsWithin(text: Text, from: number, to: number): number[] {
  const starts: number[] = []
  // One unit more shows whether a "\r" at the end has its partner; searching beyond that would read the whole text at every edit.
  const part = text.slice(from, to + 1)
  const length = to - from
  let nextFeed = part.indexOf('\n')
  let nextReturn = part.indexOf('\r')
  for (;;) {
    const feed = nextFeed < 0 ? Infinity : nextFeed
    const carriage = nextReturn < 0 ? Infinity : nextReturn
    const at = Math.min(feed, carriage)
    if (at >= length) return starts
    const isPair = at === carriage && feed === carriage + 1
    if (isPair) {
      if (feed < length) starts.push(from + feed + 1)
    } else starts.push(from + at + 1)
    const next = isPair ? at + 2 : at + 1
    if (feed < next) nextFeed = part.indexOf('\n', next)
    if (carriage < next) nextReturn = part.indexOf('\r', next)
  }
}

/** The index of the first number above `value` in an ascending list. */
function firstAbove(numbers: Int32Array, value: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}
