import type { Span } from '../../text/span.js'

/** One entry of a list of references in a block of text: its words without bullet or number. */
export interface Segment {
  readonly span: Span
  /** The number that the text itself gives it: "[12]", "12.", "12)". */
  readonly number?: number
}

/**
 * Cuts a block that stands in a list of references into entries.
 *
 * Where lines begin with bullets or with numbers that go on counting, entries begin there; so do they at "[2]" within a
 * line when the block begins with "[1]". Otherwise a line opens an entry where `opens` says so, and any other goes on
 * with the one before: hanging text, hard-wrapped lines.
 *
 * @param itemized the block is one item of a Markdown list, and therefore one entry
 * @param opens whether a line that is not marked begins an entry, given the words of the entry so far
 */
export function segmentsIn(
  text: string,
  itemized: boolean,
  opens: (line: string, soFar: string) => boolean,
): Segment[] {
  if (itemized) return [segment(text, { start: 0, end: text.length })].filter(hasWords)
  const lines = linesOf(text)
  const marks = lines.map((line) => markAt(text, line))
  const starts = marks[0] ? markedStarts(lines, marks) : plainStarts(text, lines, opens)
  const spans = starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
  return spans
    .flatMap((span) => runIn(text, span))
    .map((span) => segment(text, span))
    .filter(hasWords)
}

interface Mark {
  readonly kind: 'bullet' | '.' | ')' | ']'
  readonly number?: number
  readonly length: number
}

const markPattern =
  /[^\S\n]*(?:[•‣◦▪●○∙·*+–—-][^\S\n]+|(?<open>[[(（【]?)(?<number>\d{1,4})(?<close>[.)\]）】．、]{1,2})[^\S\n]*(?=\S))/y

function markAt(text: string, { start, end }: Span): Mark | undefined {
  markPattern.lastIndex = start
  const match = markPattern.exec(text)
  if (!match || match.index + match[0].length > end) return undefined
  const { number, close } = match.groups ?? {}
  if (number === undefined) return { kind: 'bullet', length: match[0].length }
  const after = text[start + match[0].length] ?? ' '
  if (close === '.' && /\d/.test(after)) return undefined
  const kind = /[\]】]/.test(close!) ? ']' : /[)）]/.test(close!) ? ')' : '.'
  return { kind, number: Number(number), length: match[0].length }
}

/** Marked lines of the first one's kind open entries; a number must be higher than the one before. */
function markedStarts(lines: readonly Span[], marks: readonly (Mark | undefined)[]): number[] {
  const first = marks[0]!
  let highest = -1
  return lines.flatMap((line, i) => {
    const mark = marks[i]
    if (mark?.kind !== first.kind) return []
    if (mark.number !== undefined) {
      // A number in brackets may stand twice by mistake; any other may be a year or a page that a line begins with.
      const isLow = mark.kind === ']' ? mark.number < highest : mark.number <= highest
      if (isLow || (highest >= 0 && mark.number > highest + 20)) return []
      highest = mark.number
    }
    return [line.start]
  })
}

function plainStarts(
  text: string,
  lines: readonly Span[],
  opens: (line: string, soFar: string) => boolean,
): number[] {
  const starts: number[] = []
  for (const line of lines) {
    const words = text.slice(line.start, line.end)
    const last = starts[starts.length - 1]
    if (last === undefined || opens(words, text.slice(last, line.start))) starts.push(line.start)
  }
  return starts
}

/** "[1] … [2] … [3] …" without line breaks. */
function runIn(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end)
  const first = /^\s*\[(\d{1,4})\]/.exec(words)
  if (!first) return [span]
  const starts = [span.start]
  let next = Number(first[1]) + 1
  for (const match of words.matchAll(/(?<=[\s.])\[(\d{1,4})\](?=\s?\S)/g)) {
    if (Number(match[1]) !== next) continue
    starts.push(span.start + match.index)
    next++
  }
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? span.end }))
}

function segment(text: string, { start, end }: Span): Segment {
  const mark = markAt(text, { start, end })
  let from = start + (mark?.length ?? 0)
  let to = end
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return { span: { start: from, end: to }, ...(mark?.number !== undefined && { number: mark.number }) }
}

function hasWords({ span }: Segment): boolean {
  return span.end - span.start > 1
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    if (/\S/.test(match[0])) lines.push({ start: match.index, end: match.index + match[0].length })
  }
  return lines
}
