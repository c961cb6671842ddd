import type { Span } from '../text/span.js'
import { isPartOfAnotherName, isPlural, isShouted } from './context.js'
import { withoutEs, withoutS, withUnit } from './keys.js'
import { looksLikeShoutedWord } from './lettercase.js'
import { firstSlot, mayHold, type NameTable } from './table.js'
import { folded, isDigit, longestGap, mark } from './tokens.js'
import { matchAt, type Form, type Match } from './verify.js'

/** A stretch of text that forms were found for: their indices in the table, and how each of them was met. */
export interface Hit extends Span {
  readonly forms: readonly FormHit[]
}

export interface FormHit {
  readonly index: number
  /** Whether every letter has the case that the form gives it. */
  readonly asGiven: boolean
  /** Whether the text has the form's plural. */
  readonly isPlural: boolean
}

/**
 * Finds the forms of a table in a text, from left to right, the longest at each place, none overlapping another.
 *
 * Each word is read once: its first token is rolled into a key, and where no form begins with that key the rest of the
 * word is skipped. Otherwise the key is rolled on, over what separates tokens, for as long as some form may go on, and
 * at each word's end the forms with that key are compared with the text.
 *
 * @param from where to begin; the letters before it count as the end of another text
 * @param to where to end, likewise
 */
export function hitsIn(text: string, table: NameTable, from = 0, to = text.length): Hit[] {
  const hits: Hit[] = []
  let lastEnd = from
  let i = from
  while (i < to) {
    let unit = folded[text.charCodeAt(i)]!
    if (unit <= mark) {
      i++
      continue
    }
    const start = i
    const isNumber = isDigit(unit)
    let key = 0
    do {
      if (unit !== mark) key = withUnit(key, unit)
      unit = ++i < to ? folded[text.charCodeAt(i)]! : 0
    } while (unit === mark || (unit !== 0 && isDigit(unit) === isNumber))
    const capital = mayBeCapital(text.charCodeAt(start))
    const hit = mayHold(table, key, capital) ? longestHit(text, table, start, i, key, lastEnd, to) : undefined
    if (hit) {
      hits.push(hit)
      i = lastEnd = hit.end
    }
    while (i < to && folded[text.charCodeAt(i)] !== 0) i++
  }
  return hits
}

/** The forms that a stretch of text is, from its first letter to its last; none if it is no name. */
export function hitAt(
  text: string,
  table: NameTable,
  span: Span,
  from = 0,
  to = text.length,
): Hit | undefined {
  let { start, end } = span
  while (start < end && folded[text.charCodeAt(start)] === 0) start++
  while (end > start && folded[text.charCodeAt(end - 1)] === 0) end--
  if (start >= end) return undefined
  let key = 0
  for (let i = start; i < end; i++) {
    const unit = folded[text.charCodeAt(i)]!
    if (unit > mark) key = withUnit(key, unit)
  }
  return hitEnding(text, table, start, end, key, from, to)
}

/** The longest hit for the word at `start`, whose first token ends at `tokenEnd` with a key that a form may have. */
function longestHit(
  text: string,
  table: NameTable,
  start: number,
  tokenEnd: number,
  firstKey: number,
  from: number,
  to: number,
): Hit | undefined {
  let best: Hit | undefined
  let key = firstKey
  let i = tokenEnd
  const capital = mayBeCapital(text.charCodeAt(start))
  const last = Math.min(to, start + table.longest * 3)
  for (;;) {
    if (i === to || folded[text.charCodeAt(i)] === 0) {
      const hit = hitEnding(text, table, start, i, key, from, to)
      if (hit && !(best && best.end > hit.end)) best = hit
      const gapStart = i
      while (i < last && folded[text.charCodeAt(i)] === 0) i++
      if (i - gapStart > longestGap) return best
    }
    if (i >= last) return best
    let unit = folded[text.charCodeAt(i)]!
    const isNumber = isDigit(unit)
    do {
      if (unit !== mark) key = withUnit(key, unit)
      unit = ++i < to ? folded[text.charCodeAt(i)]! : 0
      if (i > last) return best
    } while (unit === mark || (unit !== 0 && isDigit(unit) === isNumber))
    if (!mayHold(table, key, capital)) return best
  }
}

/** The forms whose letters and digits, or whose plural's, are those from `start` to the word's end at `end`. */
function hitEnding(
  text: string,
  table: NameTable,
  start: number,
  end: number,
  key: number,
  from: number,
  to: number,
): Hit | undefined {
  let hit = withForms(text, table, start, end, key, 0, from, to, undefined)
  if ((text.charCodeAt(end - 1) | 0x20) !== 0x73) return hit
  hit = withForms(text, table, start, end, withoutS(key), 1, from, to, hit)
  if ((text.charCodeAt(end - 2) | 0x20) !== 0x65) return hit
  return withForms(text, table, start, end, withoutEs(key), 2, from, to, hit)
}

/** The hit, and the forms with this key whose plural has so many letters more; a longer one takes the hit's place. */
function withForms(
  text: string,
  table: NameTable,
  start: number,
  end: number,
  key: number,
  pluralLetters: number,
  from: number,
  to: number,
  before: Hit | undefined,
): Hit | undefined {
  const { slots, forms } = table
  let hit = before
  for (let at = firstSlot(table, key); slots[at + 1] !== 0; at = (at + 2) & (slots.length - 1)) {
    if (slots[at] !== key) continue
    const index = slots[at + 1]! - 1
    const match = formAt(text, start, end, forms[index]!, pluralLetters, from, to)
    if (!match) continue
    const formHit = { index, asGiven: match.asGiven, isPlural: pluralLetters > 0 }
    if (!hit || match.end > hit.end) hit = { start: match.start, end: match.end, forms: [formHit] }
    else if (match.end === hit.end) hit = { ...hit, forms: [...hit.forms, formHit] }
  }
  return hit
}

/**
 * A form at the word that begins at `start`, its plural letters included, if what stands around it lets it be that name.
 *
 * @param end where its last word ends
 * @param pluralLetters how many letters of the last word are its plural's: 0, 1 ("s") or 2 ("es")
 */
export function formAt(
  text: string,
  start: number,
  end: number,
  form: Form,
  pluralLetters: number,
  from: number,
  to: number,
): Match | undefined {
  const match = matchAt(text, start, end - pluralLetters, form, from, to)
  if (!match) return undefined
  if (pluralLetters > 0 && !isPlural(text, end - pluralLetters, end, form, match)) return undefined
  const whole = pluralLetters > 0 ? { ...match, end } : match
  if (isPartOfAnotherName(text, whole, form, from, to)) return undefined
  if (form.case === 'exact' && isShouted(text, whole, from, to) && looksLikeShoutedWord(form.text))
    return undefined
  return whole
}

/** 0 for the small letters a to z and for digits, which no capital was ever folded to; else 1. */
function mayBeCapital(code: number): 0 | 1 {
  return code <= 57 || (code >= 97 && code <= 122) ? 0 : 1
}
