import type { Span } from '../text/span.js'

/**
 * The addresses in a text that are no words, in order: `@key`, `name@host` and `[^label]`. Signs are sought first and
 * what belongs to them next, for most prose holds none.
 */
export function handlesIn(text: string): readonly Span[] {
  const found: Span[] = []
  let from = 0
  let at = text.indexOf('@')
  let note = text.indexOf('[^')
  while (at >= 0 || note >= 0) {
    const isNote = at < 0 || (note >= 0 && note < at)
    const span = isNote ? noteAt(text, note) : addressAt(text, at, from)
    if (span) found.push(span)
    from = span?.end ?? (isNote ? note : at) + 1
    if (at >= 0 && at < from) at = text.indexOf('@', from)
    if (note >= 0 && note < from) note = text.indexOf('[^', from)
  }
  return found
}

/** A key or a host behind an at sign, and a name before it, but nothing before `from`. */
function addressAt(text: string, at: number, from: number): Span | undefined {
  behindSign.lastIndex = at + 1
  const behind = behindSign.exec(text)
  if (!behind) return undefined
  sign.lastIndex = at
  const name = sign.exec(text)?.[1] ?? ''
  return { start: Math.max(from, at - name.length), end: behindSign.lastIndex }
}

/** What stands before the sign is read backwards from it. */
const sign = /(?<=([\p{L}\p{N}._%+-]{0,64}))@/uy
const behindSign = /\{?[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]{0,200}\}?/uy

function noteAt(text: string, start: number): Span | undefined {
  label.lastIndex = start
  return label.test(text) ? { start, end: label.lastIndex } : undefined
}

const label = /\[\^[^\]\s]{1,200}\]/y
