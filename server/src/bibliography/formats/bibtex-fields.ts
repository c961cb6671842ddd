import type { Chunk } from './bibtex-chunks.js'

/**
 * The fields of an entry as they are written, by lower-case name: the pieces of each value that "#" joins. Undefined
 * where the entry is not written as BibTeX has it; then the parser library may still make something of it.
 */
export function writtenFields(text: string, chunk: Chunk): ReadonlyMap<string, readonly Piece[]> | undefined {
  const fields = new Map<string, readonly Piece[]>()
  const end = chunk.span.end - 1
  if (!chunk.keySpan) return undefined
  let at = skipped(text, chunk.keySpan.end)
  while (at < end) {
    namePattern.lastIndex = at
    const name = namePattern.exec(text)
    if (!name) return undefined
    const value = valueAt(text, at + name[0].length, end)
    if (!value) return undefined
    const key = name[1]!.toLowerCase()
    if (!fields.has(key)) fields.set(key, value.pieces)
    at = skipped(text, value.end)
  }
  return fields
}

/** A part of a value: in braces or quotation marks, a number, or the name of a string. */
export interface Piece {
  readonly kind: 'words' | 'number' | 'string'
  /** Without the outer braces or quotation marks. */
  readonly content: string
}

const namePattern = /([a-z][\w:.+/-]{0,60})\s{0,40}=\s{0,40}/iy
const gapPattern = /[\s,]{0,1000}/y
const barePattern = /[\w:.+/-]{1,100}/y
const joinPattern = /\s{0,100}#\s{0,100}/y

function skipped(text: string, at: number): number {
  gapPattern.lastIndex = at
  return at + gapPattern.exec(text)![0].length
}

function valueAt(text: string, start: number, end: number): { pieces: Piece[]; end: number } | undefined {
  const pieces: Piece[] = []
  let at = start
  for (;;) {
    const piece = pieceAt(text, at, end)
    if (!piece) return undefined
    pieces.push(piece)
    at = piece.end
    joinPattern.lastIndex = at
    const join = joinPattern.exec(text)
    if (!join) return { pieces, end: at }
    at += join[0].length
  }
}

function pieceAt(text: string, start: number, end: number): (Piece & { end: number }) | undefined {
  const opening = text[start]
  if (opening === '{' || opening === '"') {
    const close = closingOf(text, start, end)
    return close < 0 ? undefined : { kind: 'words', content: text.slice(start + 1, close), end: close + 1 }
  }
  barePattern.lastIndex = start
  const content = barePattern.exec(text)?.[0]
  if (!content) return undefined
  return { kind: /^\d+$/.test(content) ? 'number' : 'string', content, end: start + content.length }
}

/** Where the brace or quotation mark at `start` is closed. A quotation mark inside braces closes nothing. */
function closingOf(text: string, start: number, end: number): number {
  const isQuoted = text[start] === '"'
  let depth = 0
  for (let i = isQuoted ? start + 1 : start; i < end; i++) {
    const letter = text.charCodeAt(i)
    if (letter === 0x7b) depth++
    else if (letter === 0x7d) {
      if (--depth === 0 && !isQuoted) return i
      if (depth < 0) return -1
    } else if (isQuoted && depth === 0 && letter === 0x22) return i
  }
  return -1
}
