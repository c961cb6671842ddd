import type { Span } from '../../text/span.js'

/** One `@type{…}` of a BibTeX file, found without reading what it says. */
export interface Chunk {
  /** In lower case: "article", "string", "comment". */
  readonly type: string
  readonly span: Span
  /** Absent for `@string`, `@preamble`, `@comment`, and where an entry has no key. */
  readonly key?: string
  readonly keySpan?: Span
  /** Its bracket is closed. An unclosed one ends where the next `@type{key,` begins a line, or with the file. */
  readonly isClosed: boolean
}

/** The chunks of a BibTeX file in order, in one pass. What stands between them is a comment, as in BibTeX. */
export function chunksIn(text: string): Chunk[] {
  const chunks: Chunk[] = []
  const opening = /(?<![\p{L}\p{N}.\\])@[^\S\n]{0,20}([a-z][\w-]{0,60})\s{0,200}([{(])/giu
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const type = match[1]!.toLowerCase()
    const body = match.index + match[0].length
    const { end, isClosed } = endOfBody(text, body, match[2]!)
    if (type === 'comment' && !isClosed) continue
    const key = directives.has(type) ? undefined : keyAt(text, body, end)
    chunks.push({ type, span: { start: match.index, end }, isClosed, ...key })
    opening.lastIndex = Math.max(end, body)
  }
  return chunks
}

/** What begins with "@" and is no entry. */
export const directives: ReadonlySet<string> = new Set(['string', 'preamble', 'comment'])

function endOfBody(text: string, body: number, bracket: string): { end: number; isClosed: boolean } {
  const mark = /[{}()]|\n[^\S\n]{0,40}@[a-z][\w-]{0,60}[^\S\n]{0,20}[{(][^\s,{}()=]{1,200},/gi
  mark.lastIndex = body
  let depth = 0
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const letter = match[0]
    if (letter.length > 1) return { end: match.index, isClosed: false }
    if (letter === '{') depth++
    else if (letter === '}') {
      if (bracket === '{' && depth === 0) return { end: match.index + 1, isClosed: true }
      depth = Math.max(0, depth - 1)
    } else if (letter === ')' && bracket === '(' && depth === 0)
      return { end: match.index + 1, isClosed: true }
  }
  return { end: text.length, isClosed: false }
}

function keyAt(text: string, body: number, end: number): { key: string; keySpan: Span } | undefined {
  const pattern = /\s{0,200}([^\s,{}()"=#%][^,{}"=\n]{0,300}?)\s{0,20}(?=[,}\n])/y
  pattern.lastIndex = body
  const match = pattern.exec(text)
  if (!match || match.index + match[0].length > end) return undefined
  const start = match.index + match[0].indexOf(match[1]!)
  return { key: match[1]!, keySpan: { start, end: start + match[1]!.length } }
}
