import { derived } from './derived.js'
import type { Span } from './span.js'

/** What a reader needs of a text: a string is one. Offsets are UTF-16 code units; `indexOf` and `lastIndexOf` seek one code unit. */
export interface Text {
  readonly length: number
  slice(start: number, end?: number): string
  indexOf(unit: string, from?: number): number
  lastIndexOf(unit: string, from?: number): number
}

/**
 * A long text in chunks. Immutable: an edit makes new chunks only where it falls and shares all others, so that typing
 * in a long document never copies the document.
 */
export interface ChunkedText extends Text {
  readonly chunks: readonly string[]
  /** Where each chunk starts, ascending. */
  readonly starts: readonly number[]
}

/** A chunk is at most twice as long as this. */
const chunkLength = 4096

/** Divides a text into chunks. */
export function chunkedText(text: string): ChunkedText {
  return textOf(divided(text))
}

/** The text in which `span` is replaced. Offsets outside the text are moved to its nearest end, as `slice` does. */
export function replaced(before: ChunkedText, span: Span, inserted: string): ChunkedText {
  const { chunks, starts } = before
  const from = Math.max(0, Math.min(span.start, before.length))
  const to = Math.max(from, Math.min(span.end, before.length))
  const first = chunkAt(before, from)
  const last = chunkAt(before, to)
  const head = chunks[first]!.slice(0, from - starts[first]!)
  const tail = chunks[last]!.slice(to - starts[last]!)
  const middle = head + inserted + tail
  const own = middle.length <= 2 * chunkLength ? [middle] : divided(middle)
  return textOf([...chunks.slice(0, first), ...own, ...chunks.slice(last + 1)])
}

/** The whole text as one string: made once for each text, when somebody asks for it. */
export const joinedText: (text: ChunkedText) => string = derived(({ chunks }: ChunkedText) => chunks.join(''))

/** There is always a chunk, if an empty one. */
function divided(text: string): readonly string[] {
  const chunks: string[] = []
  for (let start = 0; start < text.length; start += chunkLength)
    chunks.push(text.slice(start, start + chunkLength))
  return chunks.length === 0 ? [''] : chunks
}

function textOf(chunks: readonly string[]): ChunkedText {
  const starts: number[] = []
  let length = 0
  for (const chunk of chunks) {
    starts.push(length)
    length += chunk.length
  }
  const text: ChunkedText = {
    chunks,
    starts,
    length,
    slice: (start, end = length) => sliced(text, start, end),
    indexOf(unit, from = 0) {
      for (let i = chunkAt(text, from); i < chunks.length; i++) {
        const at = chunks[i]!.indexOf(unit, Math.max(0, from - starts[i]!))
        if (at >= 0) return starts[i]! + at
      }
      return -1
    },
    lastIndexOf(unit, from = length) {
      for (let i = from < 0 ? -1 : chunkAt(text, from); i >= 0; i--) {
        const at = chunks[i]!.lastIndexOf(unit, from - starts[i]!)
        if (at >= 0) return starts[i]! + at
      }
      return -1
    },
  }
  return text
}

/** As `slice` of a string, but that offsets count from the start only. */
function sliced(text: ChunkedText, from: number, to: number): string {
  const start = Math.max(0, from)
  const end = Math.min(text.length, to)
  if (end <= start) return ''
  const { chunks, starts } = text
  const first = chunkAt(text, start)
  let part = chunks[first]!.slice(start - starts[first]!, end - starts[first]!)
  for (let i = first + 1; i < chunks.length && starts[i]! < end; i++)
    part += chunks[i]!.slice(0, end - starts[i]!)
  return part
}

/** The index of the chunk that holds an offset; the last one for the end of the text. */
function chunkAt({ starts }: ChunkedText, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
