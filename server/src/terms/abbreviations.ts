import type { Span } from '../text/span.js'
import { alignmentIn, type Alignment } from './alignment.js'
import { folded, isCapital, isDigit, isLetter } from './tokens.js'

/** An abbreviation and the words that it stands for, where a text spells it out. */
export interface Abbreviation {
  readonly short: Span
  readonly long: Span
}

/**
 * The abbreviations that a text spells out: "growth hormone (GH)", "GH (growth hormone)" and "growth hormone, or GH", in
 * order. Like the algorithm of Schwartz and Hearst (2003) it looks at brackets and aligns the short form's letters with
 * the words beside it; unlike it, it weighs all alignments and keeps the cheapest, if that is cheap enough.
 *
 * Each bracket looks at a bounded stretch of text, so that time is linear in the text's length.
 */
export function abbreviationsIn(text: string): readonly Abbreviation[] {
  const found: Abbreviation[] = []
  const bracket = /[([]/g
  for (let match = bracket.exec(text); match; match = bracket.exec(text)) {
    const open = match.index
    const close = closingBracket(text, open)
    if (close < 0) continue
    const inner = trimmed(text, { start: open + 1, end: close })
    const abbreviation =
      shortInside(text, open, inner) ?? longInside(text, open, inner) ?? bothInside(text, inner)
    if (abbreviation) found.push(abbreviation)
  }
  return [...found, ...namedByOr(text)].sort((one, other) => one.short.start - other.short.start)
}

/** What one letter of the short form may cost, for a short form with capitals and for one without. See `alignmentIn`. */
const dearest = { capitals: 0.55, small: 0.38 }
const longestInBrackets = 160
const deepestBracket = 4
const longestShort = 12
const mostWords = 22

/** "growth hormone (GH)", "(GH; also somatotropin)", "(GH, 5 mg)". */
function shortInside(text: string, open: number, inner: Span): Abbreviation | undefined {
  const short = beforeSeparator(text, inner)
  if (!/\s/.test(text.charAt(open - 1)) || !isShortForm(text, short)) return undefined
  const long = longBefore(text, short, trimmed(text, { start: windowStart(text, open), end: open }))
  return long && { short, long }
}

/** "GH (growth hormone)". */
function longInside(text: string, open: number, inner: Span): Abbreviation | undefined {
  const end = trimmed(text, { start: Math.max(0, open - longestShort), end: open }).end
  let start = end
  while (start > 0 && end - start <= longestShort && !/[\s()[\],;]/.test(text.charAt(start - 1))) start--
  const short = { start, end }
  if (open === end || !isShortForm(text, short) || !isAcronym(text, short)) return undefined
  const long = behindSmallWord(text, beforeSeparator(text, inner))
  if (!/\s/.test(text.slice(long.start, long.end)) && hasCapital(text, long)) return undefined
  const alignment = alignmentIn(text, short, long, long.start)
  return alignment && isCheap(text, short, alignment) && isLonger(text, short, long)
    ? { short, long }
    : undefined
}

/** "(for growth hormone)" without its "for". */
function behindSmallWord(text: string, { start, end }: Span): Span {
  const word = /^(?:for|from|formerly|i\.e\.,?|meaning|short for|the)\s/.exec(
    text.slice(start, Math.min(end, start + 20)),
  )
  return { start: start + (word?.[0].length ?? 0), end }
}

/** "(growth hormone, GH)". */
function bothInside(text: string, inner: Span): Abbreviation | undefined {
  const comma = inner.start + text.slice(inner.start, inner.end).lastIndexOf(', ')
  if (comma < inner.start) return undefined
  const short = { start: comma + 2, end: inner.end }
  if (!isShortForm(text, short) || !isAcronym(text, short)) return undefined
  const long = longBefore(text, short, { start: inner.start, end: comma })
  return long && { short, long }
}

/** "growth hormone, or GH, …". */
function* namedByOr(text: string): Iterable<Abbreviation> {
  for (let comma = text.indexOf(', or '); comma >= 0; comma = text.indexOf(', or ', comma + 1)) {
    const start = comma + 5
    let end = start
    while (end < text.length && end - start <= longestShort && !/[\s,.;:)]/.test(text.charAt(end))) end++
    const short = { start, end }
    if (!isShortForm(text, short) || !isAcronym(text, short)) continue
    const long = longBefore(text, short, { start: windowStart(text, comma), end: comma })
    if (long) yield { short, long }
  }
}

function longBefore(text: string, short: Span, window: Span): Span | undefined {
  const alignment = alignmentIn(text, short, window)
  if (!alignment || !isCheap(text, short, alignment)) return undefined
  const long = { start: withPrefix(text, alignment.start, window.start), end: window.end }
  return isLonger(text, short, long) ? long : undefined
}

/** The start of a word with the places and numbers that hyphens join to it: "2,6-diaminopurine", "alpha-1-antitrypsin". */
function withPrefix(text: string, start: number, from: number): number {
  let i = start
  while (i > from && !/[\s/()[\]]/.test(text.charAt(i - 1))) i--
  const prefix = text.slice(i, start)
  return prefix.endsWith('-') && (/\d/.test(prefix) || isShortPrefix(prefix.slice(0, -1))) ? i : start
}

function isShortPrefix(prefix: string): boolean {
  return prefix.length === 1 || /^(?:alpha|beta|gamma|delta|kappa|omega)$/i.test(prefix)
}

function isCheap(text: string, short: Span, { cost, letters }: Alignment): boolean {
  return cost <= letters * (hasCapital(text, short) ? dearest.capitals : dearest.small)
}

/** A long form holds more than the short form does, and not the short form itself. */
function isLonger(text: string, short: Span, long: Span): boolean {
  const abbreviation = text.slice(short.start, short.end)
  if (long.end - long.start <= abbreviation.length) return false
  return !text.slice(long.start, long.end).split(/[\s,]/).includes(abbreviation)
}

/** One or two words of at most 12 characters, with a letter or digit first and no sign of being a remark. */
function isShortForm(text: string, { start, end }: Span): boolean {
  if (end - start > longestShort) return false
  if (end - start < 2) return isCapital(text.charCodeAt(start))
  const written = text.slice(start, end)
  if (!isInWord(text, start) || /[=<>%"“”~±@\\]|^\d+$/.test(written) || !/\p{L}/u.test(written)) return false
  return written.split(/\s/).length <= 2
}

/** Whether a short form can be nothing else: two capitals, or a capital and a digit. */
function isAcronym(text: string, { start, end }: Span): boolean {
  let capitals = 0
  let digits = 0
  for (let i = start; i < end; i++) {
    if (isCapital(text.charCodeAt(i))) capitals++
    if (isDigit(folded[text.charCodeAt(i)]!)) digits++
  }
  return capitals > 1 || (capitals === 1 && digits > 0)
}

function hasCapital(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (isCapital(text.charCodeAt(i))) return true
  return false
}

/** What stands before the first ";", ", " or similar in brackets. */
function beforeSeparator(text: string, { start, end }: Span): Span {
  for (let i = start; i < end; i++) {
    const sign = text.charAt(i)
    if (sign === ';' || sign === ':' || (sign === ',' && /\s/.test(text.charAt(i + 1))))
      return { start, end: i }
  }
  return { start, end }
}

/** Where the words that may be meant begin: behind the last bracket, sentence or semicolon, and not too many words ago. */
function windowStart(text: string, end: number): number {
  let words = 0
  let i = end
  while (i > 0 && end - i < 300) {
    const sign = text.charAt(i - 1)
    if (sign === ')' || sign === '(' || sign === '[' || sign === ';') break
    if (/[.?!:]/.test(sign) && /\s/.test(text.charAt(i)) && i < end) break
    if (/\s/.test(sign) && isInWord(text, i) && ++words >= mostWords) break
    i--
  }
  return i
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

function trimmed(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && /[\s"“”‘*_]/.test(text.charAt(from))) from++
  while (to > from && /[\s"“”*_]/.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

function isInWord(text: string, at: number): boolean {
  const unit = folded[text.charCodeAt(at)] ?? 0
  return isLetter(unit) || isDigit(unit)
}
