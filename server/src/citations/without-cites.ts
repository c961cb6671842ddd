import type { Span } from '../text/span.js'
import type { Cite } from './cite.js'

/** A text without its citations, and the way back. */
export interface Cleaned {
  readonly text: string
  /** Where a stretch of the cleaned text stands in the text as written; what was cut inside the stretch is included. */
  readonly original: (span: Span) => Span
}

/**
 * The sentence as if it cited nothing: "shown [3]." is "shown.", "(see [3, 4])" is gone with its brackets, and "Li (2022)
 * found" is "Li found". White space that the citation left behind goes with it; nothing else changes.
 *
 * @param cites citations in this text, in any order; those that reach outside it are cut at its ends
 */
export function withoutCites(text: string, cites: readonly (Span & Pick<Cite, 'removable'>)[]): Cleaned {
  if (cites.length === 0) return { text, original: (span) => span }
  const cuts = joined(
    text,
    cites.map(({ removable, start, end }) => removable ?? { start, end }),
  )
  const kept: Kept[] = []
  let length = 0
  let from = 0
  for (const cut of [...cuts.map((each) => tidied(text, each)), { start: text.length, end: text.length }]) {
    const end = Math.max(from, cut.start)
    if (end > from) kept.push({ at: length, start: from, end })
    length += end - from
    from = Math.max(from, cut.end)
  }
  return {
    text: kept.map(({ start, end }) => text.slice(start, end)).join(''),
    original: ({ start, end }) => {
      const first = originalOffset(kept, start, false)
      return { start: first, end: end <= start ? first : originalOffset(kept, end, true) }
    },
  }
}

/** A stretch of the text as written that stayed, and its offset in the cleaned text. */
interface Kept extends Span {
  readonly at: number
}

/** In order, those in a row as one: "[1][2]", "[1], [2] and [5]". */
function joined(text: string, spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(0, span.start)
    const end = Math.min(text.length, span.end)
    if (start >= end) continue
    const last = result.at(-1)
    if (last && isBetweenCites(text, last.end, start)) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

function isBetweenCites(text: string, start: number, end: number): boolean {
  return end <= start || (end - start <= 6 && /^[\s,;–-]*(?:(?:and|&)\s)?$/.test(text.slice(start, end)))
}

/** Takes the brackets and words with the citation that only lead to it, and the space and second full stop that would be left over. */
function tidied(text: string, cut: Span): Span {
  let { start, end } = withBrackets(text, cut)
  while (start > 0 && isSpace(text[start - 1])) start--
  if (text[start - 1] === '.' && text[end] === '.') end++
  if (start === 0) while (isSpace(text[end])) end++
  else if (start < cut.start && end < text.length && !/[\s.,;:!?)\]}”’»…–—]/.test(text[end]!)) start++
  return { start, end }
}

function withBrackets(text: string, { start, end }: Span): Span {
  const opening = leadIn.exec(text.slice(Math.max(0, start - 32), start))
  const closing = /^\s?[)\]]/.exec(text.slice(end, end + 2))
  return opening && closing
    ? { start: start - opening[0].length, end: end + closing[0].length }
    : { start, end }
}

const leadIn =
  /[([]\s?(?:(?:(?:but )?see(?: also)?|cf\.|e\.g\.,?|refs?\.?|references?|(?:as )?(?:reviewed|shown|described|reported) (?:in|by)|for (?:a )?reviews?,? see|by|from|in),?\s)?$/i

function isSpace(letter: string | undefined): boolean {
  return letter !== undefined && /\s/.test(letter)
}

/** An end belongs to the letter before it, so that a stretch never reaches over a cut behind it. */
function originalOffset(kept: readonly Kept[], offset: number, isEnd: boolean): number {
  let low = 0
  let high = kept.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (kept[middle]!.at < offset || (!isEnd && kept[middle]!.at === offset)) low = middle
    else high = middle - 1
  }
  const piece = kept[low]
  return piece ? Math.min(piece.end, piece.start + Math.max(0, offset - piece.at)) : 0
}
