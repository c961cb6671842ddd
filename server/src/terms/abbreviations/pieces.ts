import type { Span } from '../../text/span.js'
import { isSpace, trimmed } from './short-form.js'

/** One of the parts that commas, semicolons, "or" and the like divide the inside of a bracket into. */
export interface Piece extends Span {
  /** A word such as "or", "termed" or "for" led in: it says that a name follows. */
  readonly isNamed: boolean
}

/** The pieces of a bracket's inside, in order, without the words that lead in and without numbers of registers. */
export function piecesOf(text: string, inner: Span): readonly Piece[] {
  const pieces: Piece[] = []
  let depth = 0
  let from = inner.start
  const take = (to: number): void => {
    const piece = withoutLeadIns(text, trimmed(text, { start: from, end: to }))
    if (piece.end > piece.start && !accession.test(text.slice(piece.start, piece.end))) pieces.push(piece)
  }
  for (let i = inner.start; i < inner.end; i++) {
    const sign = text.charAt(i)
    if (sign === '(' || sign === '[') depth++
    else if (sign === ')' || sign === ']') depth--
    const length = depth > 0 ? 0 : dividerAt(text, i)
    if (length === 0) continue
    take(i)
    from = i + length
    i = from - 1
  }
  take(inner.end)
  return pieces
}

/** A number of a register says nothing of the name beside it. */
const accession = /^(?:EC|E\.C\.|MIM|OMIM|GenBank|CAS|PDB|RRID)\b.?\s?\d/

/** The length of what divides the words at `i`, or 0. "or" stays with what follows it, as a sign that a name is given. */
function dividerAt(text: string, i: number): number {
  const sign = text.charAt(i)
  if (sign === ';' || sign === '=') return 1
  if (sign === ',' || sign === ':') return isSpace(text.charAt(i + 1)) ? 2 : 0
  if (!isSpace(sign)) return 0
  if (text.startsWith('or ', i + 1)) return 1
  return text.startsWith('and ', i + 1) ? 5 : 0
}

const leadIn =
  /^(?:abbreviated|abbreviation|alias|also|a|an|and|as|approved|by|called|coded|code|commonly|denoted|designated|encoded|encoding|for|formerly|from|gene|henceforth|hereafter|herein|HGMW-approved|HGNC-approved|here|i\.e\.,?|in|known|later|meaning|named|now|or|originally|previously|referred|short|standing|stands|symbol|termed|the|thereafter|to)\s/
const unnaming = /^(?:a|an|and|by|from|in|the|to)\s/
const mostLeadIns = 5
const longestLeadIn = 20

/** A piece without "also known as", "hereafter" and the like before it, and without "gene" and "for short" behind a short name. */
export function withoutLeadIns(text: string, { start, end }: Span): Piece {
  let from = start
  let isNamed = false
  for (let i = 0; i < mostLeadIns; i++) {
    const word = leadIn.exec(text.slice(from, Math.min(end, from + longestLeadIn)))?.[0]
    if (!word) break
    from += word.length
    isNamed ||= !unnaming.test(word)
  }
  const piece = trimmed(text, { start: from, end })
  const tail = /\s(?:gene|hereafter|henceforth|for short|below)$/.exec(
    text.slice(Math.max(piece.start, piece.end - 12), piece.end),
  )?.[0].length
  const isShort = tail !== undefined && piece.end - piece.start - tail <= 12
  return { start: piece.start, end: isShort ? piece.end - tail : piece.end, isNamed }
}
