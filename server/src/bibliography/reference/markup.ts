import type { Span } from '../../text/span.js'

/** A reference without its markup, and which stretches of it were emphasized. */
export interface Reading {
  readonly text: string
  readonly emphasized: readonly Span[]
}

/**
 * Takes emphasis, links, escapes, sub- and superscript marks, HTML tags and entities out of one reference. What was
 * emphasized is kept as spans: styles put a container, a title or a volume in italics. Plain text comes back as it is.
 * An address that only a link's target holds is added at the end.
 */
export function readMarkup(source: string): Reading {
  const plain = withoutInlineMarks(source)
  const text: string[] = []
  const emphasized: Span[] = []
  const open: { mark: string; start: number; piece: number }[] = []
  let length = 0
  let last = 0
  for (const match of plain.matchAll(/(?<![*_])(?:\*{1,3}|_{1,3})(?![*_])/g)) {
    const mark = match[0]
    const { opens, closes } = flanking(plain, match.index, match.index + mark.length)
    const partner = closes ? open.findLastIndex((one) => one.mark === mark) : -1
    if (partner < 0 && !opens) continue
    if (partner < 0 && open.length === deepestEmphasis) continue
    length += push(text, plain.slice(last, match.index))
    last = match.index + mark.length
    if (partner >= 0) {
      if (length > open[partner]!.start) emphasized.push({ start: open[partner]!.start, end: length })
      open.length = partner
    } else {
      open.push({ mark, start: length, piece: text.length })
      text.push('')
    }
  }
  text.push(plain.slice(last))
  return unpaired(text, emphasized, open)
}

/** The reading without some of its stretches; `cuts` are in order and do not overlap. */
export function without(reading: Reading, cuts: readonly Span[]): Reading {
  if (cuts.length === 0) return reading
  let text = ''
  let last = 0
  for (const cut of cuts) {
    text += reading.text.slice(last, cut.start)
    last = cut.end
  }
  text += reading.text.slice(last)
  const emphasized: Span[] = []
  for (const { start, end } of reading.emphasized) {
    const moved = { start: afterCuts(start, cuts), end: afterCuts(end, cuts) }
    if (moved.end > moved.start) emphasized.push(moved)
  }
  return { text, emphasized }
}

/** A part of a reading, its emphasis cut to it. */
export function partOf(reading: Reading, start: number, end = reading.text.length): Reading {
  const emphasized: Span[] = []
  for (const span of reading.emphasized) {
    const moved = { start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }
    if (moved.end > moved.start) emphasized.push(moved)
  }
  return { text: reading.text.slice(start, end), emphasized }
}

/** No reference nests deeper; without an end to it, a text of nothing but opening marks would take quadratic time. */
const deepestEmphasis = 8

function afterCuts(offset: number, cuts: readonly Span[]): number {
  let moved = offset
  for (const cut of cuts) {
    if (cut.start >= offset) break
    moved -= Math.min(cut.end, offset) - cut.start
  }
  return moved
}

/** Marks that found no partner are letters after all. */
function unpaired(
  text: string[],
  emphasized: Span[],
  open: { mark: string; start: number; piece: number }[],
): Reading {
  for (const { mark, piece } of open) text[piece] = mark
  const moved = emphasized.map(({ start, end }) => {
    const by = open.reduce((sum, one) => (one.start <= start ? sum + one.mark.length : sum), 0)
    return { start: start + by, end: end + by }
  })
  return { text: text.join(''), emphasized: moved.sort((a, b) => a.start - b.start) }
}

/** The flanking rules of CommonMark, without which the star of "Preparation*." would open emphasis. */
function flanking(text: string, start: number, end: number): { opens: boolean; closes: boolean } {
  const before = text[start - 1] ?? ' '
  const after = text[end] ?? ' '
  const isSpace = (letter: string) => /\s/.test(letter)
  const isMark = (letter: string) => /[\p{P}\p{S}]/u.test(letter)
  const left = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before))
  const right = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after))
  if (text[start] === '*') return { opens: left, closes: right }
  return { opens: left && (!right || isMark(before)), closes: right && (!left || isMark(after)) }
}

function push(text: string[], piece: string): number {
  text.push(piece)
  return piece.length
}

function withoutInlineMarks(source: string): string {
  if (!/[[\]<>^~\\&\n\r\t\u200b]|\s\s/.test(source)) return source
  const addresses: string[] = []
  const text = source
    .replace(
      /\[([^[\]\n]{1,500})\]\(\s*<?([^()\s<>]{1,1000}(?:\([^()\s<>]{0,200}\)[^()\s<>]{0,200})?)>?(?:\s+"[^"]{0,200}")?\s*\)/g,
      (_, words: string, address: string) => {
        const bare = address.replace(/^https?:\/\/(?:(?:dx\.)?doi\.org\/)?/, '')
        if (/^https?:/.test(address) && !words.includes(bare)) addresses.push(address)
        return words
      },
    )
    .replace(/\[([^[\]\n]{1,500})\]\{[^{}\n]{1,100}\}/g, '$1')
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, '$1')
    .replace(/<\/?(?:i|em)>/gi, '*')
    .replace(/<\/?(?:b|strong|sup|sub|span|scp|u|small)(?:\s[^<>]{0,100})?>/gi, '')
    .replace(/\^([^\s^]{1,40})\^/g, '$1')
    .replace(/~([^\s~]{1,40})~/g, '$1')
    .replace(/\\([\\`*_{}[\]()<>#+.!|~^@&"'$-])/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|#39|apos|ndash|mdash);/g, (_, name: string) => entities[name]!)
    .replace(/[\u200b\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
  return [text.trim(), ...addresses].join(' ')
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  apos: "'",
  ndash: '–',
  mdash: '—',
}
