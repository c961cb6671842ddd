import type { Span } from '../text/span.js'
import { folded, Gap, gapIn, isCapital, isDigit, isLetter, mark } from './tokens.js'
import type { Form, Match } from './verify.js'

/**
 * Whether the letters from `coreEnd` to `end`, an "s" or "es" behind a form that was found, are its plural.
 *
 * They must be small, or shouted with the rest of an ordinary word: "HORMONES", but not "GHS" for "GH". A name of less
 * than four characters is a plural only where its capitals are there: "GHs", but "was" is no plural of "Wa".
 */
export function isPlural(text: string, coreEnd: number, end: number, form: Form, match: Match): boolean {
  if (match.end !== coreEnd) return false
  const letterBefore = text.charCodeAt(coreEnd - 1)
  if (isHissing(text, coreEnd) !== (end - coreEnd === 2)) return false
  if (isCapital(text.charCodeAt(end - 1))) {
    const lastGiven = form.text.charCodeAt(form.text.length - 1)
    if (!isCapital(letterBefore) || isCapital(lastGiven) || !isLetter(folded[lastGiven]!)) return false
  }
  if (form.text.length > 3) return true
  return match.asGiven && form.text !== form.text.toLowerCase()
}

/** Whether the plural of what ends at `end` is made with "es": s, x, z, ch, sh. */
function isHissing(text: string, end: number): boolean {
  const last = folded[text.charCodeAt(end - 1)]!
  if (last === 0x73 || last === 0x78 || last === 0x7a) return true
  const before = folded[text.charCodeAt(end - 2)]
  return last === 0x68 && (before === 0x63 || before === 0x73)
}

/**
 * Whether a short name is only a part of one that is not known: "IL" of "IL-6", "HT" of "5-HT". Only names of up to four
 * letters and no digits are asked, for "dopamine-2" is still about dopamine.
 */
export function isPartOfAnotherName(
  text: string,
  match: Span,
  form: Form,
  from: number,
  to: number,
): boolean {
  if (form.text.length > 4) return false
  for (let i = 0; i < form.text.length; i++) if (!isLetter(folded[form.text.charCodeAt(i)]!)) return false
  return (
    isJoinedDigit(text, match.end, match.end + 1, to) ||
    isJoinedDigit(text, match.start - 1, match.start - 2, to, from)
  )
}

function isJoinedDigit(text: string, joiner: number, digit: number, to: number, from = 0): boolean {
  if (Math.min(joiner, digit) < from || Math.max(joiner, digit) >= to) return false
  return gapIn(text, joiner, joiner + 1) === Gap.joiner && isDigit(folded[text.charCodeAt(digit)]!)
}

/**
 * Whether a match of capitals stands among words of capitals, as in a heading that is shouted: then its capitals say
 * nothing. That is so if a neighbour is such a word of at least two letters, parted from it by white space alone, and no
 * word up to three on either side has a small letter.
 */
export function isShouted(text: string, match: Span, from: number, to: number): boolean {
  const before = capitalsAround(text, match.start, -1, from, to)
  const after = capitalsAround(text, match.end, 1, from, to)
  return (
    before !== Around.small &&
    after !== Around.small &&
    (before === Around.capitals || after === Around.capitals)
  )
}

const enum Around {
  nothing,
  capitals,
  small,
}

/** Looks at up to three words before (`step` -1) or after (1) an offset. */
function capitalsAround(text: string, offset: number, step: 1 | -1, from: number, to: number): Around {
  let i = step > 0 ? offset : offset - 1
  let words = 0
  let letters = 0
  let isNeighbour = false
  let isParted = true
  const farthest = 80
  for (let seen = 0; seen < farthest && i >= from && i < to && words < 3; seen++, i += step) {
    const code = text.charCodeAt(i)
    const unit = folded[code]!
    if (isLetter(unit)) {
      if (!isCapital(code)) return Around.small
      letters++
      continue
    }
    if (unit === mark) continue
    if (letters > 0) {
      words++
      if (words === 1 && letters > 1 && isParted) isNeighbour = true
      letters = 0
    }
    if (words === 0 && gapIn(text, i, i + 1) !== Gap.space) isParted = false
  }
  if (words === 0 && letters > 1 && isParted) isNeighbour = true
  return isNeighbour ? Around.capitals : Around.nothing
}
