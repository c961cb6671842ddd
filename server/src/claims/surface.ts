import type { Sighting } from './first-pass.js'
import type { SentenceMarks } from './form.js'
import { mark } from './word-marks.js'

/** How many numbers `writeSurface` writes. */
export const surfaceWidth = 8

/**
 * Writes plain facts about a sentence: length, digits, capitals, parentheses, whether authors speak of themselves, and whether they
 * point to a figure or table; then, not for the trees, the marks of its first word and of all its words.
 */
export function writeSurface(
  { tokens, marks, openingMarks }: Sighting,
  text: string,
  out: Int16Array,
  offset: number,
): void {
  out[offset] = tokens.length
  out[offset + 1] = tokens.digits
  out[offset + 2] = tokens.capitals
  out[offset + 3] = tokens.parentheses
  out[offset + 4] = speaksOfItself(marks, text) ? 1 : 0
  out[offset + 5] = (marks & mark.pointer) !== 0 && pointer.test(text) ? 1 : 0
  out[offset + 6] = openingMarks
  out[offset + 7] = marks
}

/** How many of them the trees see. */
export const seenOfSurface = 6

/** The marks of the sentence whose surface begins at `offset`. */
export function marksAt(surfaces: Int16Array, offset: number): SentenceMarks {
  return { opening: surfaces[offset + 6]!, all: surfaces[offset + 7]! }
}

/** Sentences that point to a figure or table report the author's own results. */
const pointer = /\b(?:Figs?\.?|Figures?|Tables?|Supplement[a-z]*|Additional file) ?(?:S?\d|[a-z]|\()/

/** Whether the authors speak of themselves or of their study. */
function speaksOfItself(marks: number, text: string): boolean {
  if ((marks & mark.self) !== 0) return true
  return (marks & mark.study) !== 0 && /\b(?:this|present) study\b/i.test(text)
}
