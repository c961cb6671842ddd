import type { Span } from '../../text/span.js'
import { folded, isCapital } from '../tokens.js'
import { piecesOf, withoutLeadIns, type Piece } from './pieces.js'
import { isAcronym, isInWord, isShortForm, isSpace, longestShort, trimmed } from './short-form.js'
import { unitsOf } from './units.js'
import { firstStarts, longestLong, startsBefore } from './starts.js'

/** A place where a text may spell an abbreviation out: a short form, and where its long form may begin and must end. */
export interface Site {
  readonly kind: SiteKind
  readonly short: Span
  /** In ascending order. */
  readonly starts: readonly number[]
  readonly end: number
  /** How many pieces the bracket holds. */
  readonly pieces: number
  /** A word such as "or", "termed" or "for" says that an abbreviation is meant. */
  readonly isNamed: boolean
}

export const enum SiteKind {
  /** growth hormone (GH), (growth hormone, GH) */
  longBefore,
  /** GH (growth hormone) */
  longInside,
  /** (GH, growth hormone) */
  bothInside,
  /** growth hormone, or GH */
  named,
  /** GH, growth hormone; GH: growth hormone */
  listed,
}

const longestInBrackets = 200
const deepestBracket = 4
const mostPieces = 6
const mostEnds = 3

/** All such places, in no order. Each looks at a bounded stretch of text. */
export function* sitesIn(text: string): Iterable<Site> {
  const sign = /[([,:=–—-]/g
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    const { index } = match
    if (match[0] === '(' || match[0] === '[') yield* sitesAtBracket(text, index)
    else if (isSpace(text.charAt(index + 1)) && (/[,:]/.test(match[0]) || isSpace(text.charAt(index - 1))))
      yield* sitesAtComma(text, index, match[0])
  }
}

function* sitesAtBracket(text: string, open: number): Iterable<Site> {
  const close = closingBracket(text, open)
  if (close < 0 || isCitation(text, open, close)) return
  const inner = trimmed(text, { start: open + 1, end: close })
  const pieces = piecesOf(text, inner)
  if (pieces.length === 0) return
  const { end } = trimmed(text, { start: Math.max(0, open - longestLong), end: open })
  const shorts = pieces.length > 1 ? [...pieces, { ...inner, isNamed: false }] : pieces
  const possible = shorts.filter((short) => isShortForm(text, short))
  const starts = possible.length > 0 ? startsBefore(text, end) : []
  for (const short of possible) {
    const { isNamed } = short
    if (isAllSmall(text, short) && !hasInitial(text, short, { start: starts[0] ?? end, end })) continue
    yield { kind: SiteKind.longBefore, short, starts, end, pieces: pieces.length, isNamed }
  }
  yield* longInside(text, end, inner, pieces)
  yield* bothInside(text, inner, pieces)
}

/** Keys, footnotes and numbers need no closer look. */
function isCitation(text: string, open: number, close: number): boolean {
  if (/[@^]/.test(text.charAt(open + 1))) return true
  return close - open < 60 && /^[\d\s,;–-]*$/.test(text.slice(open + 1, close))
}

function* longInside(text: string, end: number, inner: Span, pieces: readonly Piece[]): Iterable<Site> {
  const first = pieces[0]!
  const rest = { kind: SiteKind.longInside, pieces: pieces.length, isNamed: first.isNamed }
  const ends = [...new Set([...pieces.slice(0, mostEnds).map((piece) => piece.end), inner.end])]
  for (const short of shortsBefore(text, end)) {
    if (!hasInitial(text, short, headOf(first))) continue
    for (const to of ends) yield { ...rest, short, starts: firstStarts(text, first), end: to }
  }
}

function* bothInside(text: string, inner: Span, pieces: readonly Piece[]): Iterable<Site> {
  for (let i = 0; i + 1 < Math.min(pieces.length, mostPieces); i++) {
    const one = pieces[i]!
    const other = pieces[i + 1]!
    const { isNamed } = other
    if (isShortForm(text, other) && !isSpace(text.charAt(one.end))) {
      const starts = startsBefore(text, one.end).filter((start) => start >= inner.start)
      yield { kind: SiteKind.longBefore, short: other, starts, end: one.end, pieces: 1, isNamed }
    }
    if (!isShortForm(text, one) || !hasInitial(text, one, headOf(other))) continue
    const rest = { kind: SiteKind.bothInside, short: one, pieces: pieces.length, isNamed }
    for (const { end } of pieces.slice(i + 1, i + 3)) yield { ...rest, starts: firstStarts(text, other), end }
  }
}

/** ", or GH," and "GH, growth hormone;" and "GH: growth hormone", with an equals sign or a dash, too. */
function* sitesAtComma(text: string, at: number, sign: string): Iterable<Site> {
  if (sign === ',') {
    const short = withoutLeadIns(text, { start: at + 2, end: tokenEnd(text, at + 2) })
    if (short.isNamed && isShortForm(text, short) && isAcronym(text, short)) {
      yield { kind: SiteKind.named, short, starts: startsBefore(text, at), end: at, pieces: 1, isNamed: true }
    }
  }
  const { end } = trimmed(text, { start: Math.max(0, at - longestShort), end: at })
  const short = { start: tokenStart(text, end), end }
  if (!isShortForm(text, short) || !isAcronym(text, short)) return
  const stop = endOfEntry(text, at + 2)
  if (stop > at + 2 && isSameLetter(text, short.start, at + 2))
    yield { kind: SiteKind.listed, short, starts: [at + 2], end: stop, pieces: 1, isNamed: sign !== ',' }
}

function headOf({ start, end }: Span): Span {
  return { start, end: Math.min(end, start + longestHead) }
}

const longestHead = 48

function isAllSmall(text: string, { start, end }: Span): boolean {
  return !/[\p{Lu}\p{N}]/u.test(text.slice(start, end))
}

/** Whether a word begins with the first letter of a short form: a quick look that saves most of the aligning. */
function hasInitial(text: string, short: Span, { start, end }: Span): boolean {
  const from = unitsOf(text, short)[0]?.at ?? short.start
  for (let i = start; i < end; i++)
    if (!isInWord(text, i - 1) && (isSameLetter(text, from, i) || !isAscii(text, i) || !isAscii(text, from)))
      return true
  return false
}

function isSameLetter(text: string, one: number, other: number): boolean {
  return folded[text.charCodeAt(one)] === folded[text.charCodeAt(other)]
}

function isAscii(text: string, at: number): boolean {
  return text.charCodeAt(at) < 128
}

/** The one or two words before a bracket that may be a short form. */
function shortsBefore(text: string, end: number): readonly Span[] {
  const last = { start: tokenStart(text, end), end }
  const before = text.charAt(last.start - 1) === ' ' ? tokenStart(text, last.start - 1) : last.start
  const two = { start: before, end }
  const shorts: Span[] = []
  if (isShortForm(text, last) && (isAcronym(text, last) || isCapital(text.charCodeAt(last.start))))
    shorts.push(last)
  if (before < last.start - 1 && end - last.start <= 5 && isShortForm(text, two) && isAcronym(text, two))
    shorts.push(two)
  return shorts
}

function tokenStart(text: string, end: number): number {
  let start = end
  while (start > 0 && end - start <= longestShort && !/[\s()[\],;"“”]/.test(text.charAt(start - 1))) start--
  return start
}

/** The end of the words up to the next comma, semicolon or full stop. */
function tokenEnd(text: string, start: number): number {
  const most = Math.min(text.length, start + 3 * longestShort)
  let end = start
  let depth = 0
  for (; end < most; end++) {
    const sign = text.charAt(end)
    if (sign === '(' || sign === '[') depth++
    if ((sign === ')' || sign === ']') && --depth < 0) break
    if (sign === ',' || sign === ';' || (sign === '.' && !isInWord(text, end + 1))) break
  }
  return trimmed(text, { start, end }).end
}

/** Where a long form in a list must end: at a comma, semicolon, full stop or line break. */
function endOfEntry(text: string, start: number): number {
  const most = Math.min(text.length, start + longestLong)
  let depth = 0
  let end = start
  for (; end < most; end++) {
    const sign = text.charAt(end)
    if (sign === '(' || sign === '[') depth++
    else if ((sign === ')' || sign === ']') && --depth < 0) break
    if (depth > 0) continue
    if (
      /[;\n|]/.test(sign) ||
      (/[,.]/.test(sign) && (end + 1 >= text.length || isSpace(text.charAt(end + 1))))
    )
      break
  }
  return trimmed(text, { start, end }).end
}

function closingBracket(text: string, open: number): number {
  const opening = text.charAt(open)
  const closing = opening === '(' ? ')' : ']'
  let depth = 0
  for (let i = open; i < text.length && i - open <= longestInBrackets; i++) {
    const sign = text.charAt(i)
    if (sign === opening && ++depth > deepestBracket) return -1
    if (sign === closing && --depth === 0) return i
  }
  return -1
}
