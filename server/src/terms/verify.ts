import type { CasePolicy } from './concept.js'
import { gapsMeet, Meeting, sameGap } from './gaps.js'
import { allowsCase, Written, writtenCase } from './lettercase.js'
import { folded, isCapital, longestGap, mark } from './tokens.js'

/** A name as it is sought in text. */
export interface Form {
  readonly text: string
  readonly case: CasePolicy
  /** Its gaps must be gaps in the text, too: "IGF-I" may be "IGF I", but "IGFI" is no Roman number. */
  readonly keepsGaps: boolean
}

/** A form that was found: where it lies, and whether every letter has the case it was given. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly asGiven: boolean
}

/**
 * Compares a form with the text at `start`, where a word begins. What separates letters and digits is judged by
 * `gapsMeet`, their case by the form's policy; accents are free. Punctuation that a name begins or ends with ("NAD+") is
 * part of the match, and no word may touch it from outside.
 *
 * @param from where the text that may be looked at begins
 * @param coreEnd where the form's last letter or digit must end
 * @param to where the text that may be looked at ends
 */
export function matchAt(
  text: string,
  start: number,
  coreEnd: number,
  form: Form,
  from = 0,
  to = text.length,
): Match | undefined {
  const name = form.text
  let isCaseFree = true
  let i = start
  let j = endOfGap(name, 0, name.length)
  const matchStart = start - j
  if (matchStart < from || !sameGap(text, matchStart, start, name, 0, j)) return undefined
  for (;;) {
    i = endOfMarks(text, i, coreEnd)
    j = endOfMarks(name, j, name.length)
    const gapEnd = endOfGap(text, i, coreEnd)
    const nameGapEnd = endOfGap(name, j, name.length)
    if (nameGapEnd === name.length) break
    if (gapEnd >= coreEnd || gapEnd - i > longestGap) return undefined
    if (gapEnd > i || nameGapEnd > j) {
      const meeting = gapsMeet(text, i, gapEnd, name, j, nameGapEnd, form.keepsGaps)
      if (meeting === Meeting.not) return undefined
      if (meeting === Meeting.asGiven) isCaseFree = false
    }
    if (folded[text.charCodeAt(gapEnd)] !== folded[name.charCodeAt(nameGapEnd)]) return undefined
    if (isArticle(text, gapEnd, start, coreEnd) && isCapital(name.charCodeAt(nameGapEnd))) return undefined
    i = gapEnd + 1
    j = nameGapEnd + 1
  }
  const end = i + name.length - j
  if (i !== coreEnd || end > to || !sameGap(text, i, end, name, j, name.length)) return undefined
  if (matchStart < start && matchStart > from && folded[text.charCodeAt(matchStart - 1)] !== 0)
    return undefined
  if (end > coreEnd && end < to && folded[text.charCodeAt(end)] !== 0) return undefined
  const written = writtenCase(text, start, coreEnd, name)
  if (!isCaseFree && written === Written.otherwise) return undefined
  if (!allowsCase(form.case, written, name)) return undefined
  return { start: matchStart, end, asGiven: written === Written.asGiven }
}

/** Whether a small "a" stands there alone: an article, and never the A of a vitamin. */
function isArticle(text: string, at: number, start: number, end: number): boolean {
  if (text.charCodeAt(at) !== 0x61) return false
  if (at > start && folded[text.charCodeAt(at - 1)] !== 0) return false
  return at + 1 >= end || folded[text.charCodeAt(at + 1)] === 0
}

function endOfMarks(text: string, start: number, end: number): number {
  let i = start
  while (i < end && folded[text.charCodeAt(i)] === mark) i++
  return i
}

function endOfGap(text: string, start: number, end: number): number {
  let i = start
  while (i < end && folded[text.charCodeAt(i)] === 0) i++
  return i
}
