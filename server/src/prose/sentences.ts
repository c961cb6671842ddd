import { derived } from '../text/derived.js'
import type { Span } from '../text/span.js'
import type { Block } from './block.js'
import { endsCaption } from './captions.js'

/** The sentences of a block, as spans of its text without surrounding white space, in order. */
export const sentencesIn: (block: Block) => readonly Span[] = derived((block: Block) => {
  const { text } = block
  const spans: Span[] = []
  let start = 0
  for (let end = nextEnd(text, 0); end < text.length; end = nextEnd(text, end)) {
    push(spans, text, start, end)
    start = end
  }
  push(spans, text, start, text.length)
  return spans
})

/**
 * Where, at or behind `from`, a sentence ends and the next may begin: behind the stop, its closing marks and citations
 * attached to it. The length of the text where none does.
 */
function nextEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 63 && code < 0x2026) continue
    if (code === 10) {
      if (i > from && (beginsItem(text, i + 1) || endsCaption(text, i))) return i
      continue
    }
    if (!isStop(code)) continue
    let end = i + 1
    while (end < text.length && isStop(text.charCodeAt(end))) end++
    const behind = behindClosers(text, end)
    if (isWideStop(code)) return behind
    if (isSpace(text.charCodeAt(behind)) && !isAbbreviation(text, i) && canBegin(text, behind)) return behind
    i = end - 1
  }
  return text.length
}

function isWideStop(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f
}

/** Skips quotes, brackets and citation marks that belong to the sentence before: `.”`, `.)`, `.[3]`, `.^3^`, `.¹²`, `. [3]`. */
function behindClosers(text: string, from: number): number {
  let at = from
  for (;;) {
    closers.lastIndex = at
    const match = closers.exec(text)
    if (!match || match[0] === '') return at
    at += match[0].length
  }
}
const closers =
  /["'”’»)\]*_]{1,4}|[¹²³⁰-⁹,⁻–]{1,12}(?=\s|$)|[^\S\n]?\[[\d@^][^\][\n]{0,200}\](?=\s|$)|\^[\d,\s–-]{1,24}\^(?=\s|$)/y

/** What follows must look like a beginning: a capital, a digit, an opening mark, or a script without capitals. */
function canBegin(text: string, from: number): boolean {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  if (at >= text.length) return true
  const next = text.slice(at, at + 12)
  if (/^[\p{Ll}]/u.test(next)) return /^[\p{Ll}]{1,3}[\p{Lu}\d-]/u.test(next) // cAMP, mTOR, p53, α-synuclein
  return /^[\p{L}\p{N}"'“‘«([*_•●▪\-–—¿¡@^\u{1F000}-\u{1FAFF}]/u.test(next)
}

const abbreviations = new Set(
  `al approx art ca cap cf ch chap co corp dept dr e.g ed eds eq eqs esp est etc ext fig figs i.e inc jr lat ltd max min mr
  mrs ms no nos nr op p pp prof ref refs resp sec sect ser sp spp sr st suppl tab univ viz vol vols vs v`.split(
    /\s+/,
  ),
)

/** Whether the full stop at `stop` belongs to a shortened word rather than to the sentence. */
function isAbbreviation(text: string, stop: number): boolean {
  if (text.charCodeAt(stop) !== 46) return false
  let start = stop
  while (start > 0 && stop - start < 12 && /[\p{L}.]/u.test(text[start - 1]!)) start--
  const word = text.slice(start, stop)
  if (/^\p{Lu}$/u.test(word)) return isInitial(text, start, stop)
  const lower = word.toLowerCase()
  if (lower === 'al' || lower === 'etc')
    return !/^\s+["“(]?\p{Lu}\p{Ll}/u.test(text.slice(stop + 1, stop + 8))
  // "No." and "Min." may end a sentence; before a digit they do not.
  if (lower === 'no' || lower === 'max' || lower === 'min')
    return /^\s*\d/.test(text.slice(stop + 1, stop + 4))
  return abbreviations.has(lower)
}

/** "E. coli", "J. Smith", "E. M. Forbes"; but "vitamin C. It" and "type B. The" end their sentences. */
function isInitial(text: string, start: number, stop: number): boolean {
  const after = text.slice(stop + 1, stop + 24)
  if (/^\s*\p{Ll}/u.test(after) || /^\s*\p{Lu}\./u.test(after)) return true
  const before = text.slice(Math.max(0, start - 24), start)
  if (/(?:\p{Ll}|\d)\s+$/u.test(before)) return false
  return /(?:^|[\s(;,])$/u.test(before) && /^\s+\p{Lu}\p{Ll}+/u.test(after)
}

/** A bullet that somebody pasted begins an item of its own. */
function beginsItem(text: string, at: number): boolean {
  return /^[ \t]{0,8}(?:[•●▪◦‣·]|\d{1,3}[.)])\s/.test(text.slice(at, at + 16))
}

function push(spans: Span[], text: string, start: number, end: number): void {
  let from = start
  let to = end
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  if (to > from) spans.push({ start: from, end: to })
}

function isStop(code: number): boolean {
  return (
    code === 46 ||
    code === 33 ||
    code === 63 ||
    code === 0x2026 ||
    code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff1f
  )
}

/** The end of the text counts as white space. */
function isSpace(code: number): boolean {
  return (
    Number.isNaN(code) ||
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x2028 ||
    code === 0x2029
  )
}
