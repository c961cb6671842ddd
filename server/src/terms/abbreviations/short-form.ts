import type { Span } from '../../text/span.js'
import { folded, isCapital, isDigit, isLetter } from '../tokens.js'

/** The longest short form, in code units. */
export const longestShort = 20
const mostWords = 3

/** Whether a stretch of text can be an abbreviation: few characters, with a letter, and no sign of being a remark. */
export function isShortForm(text: string, { start, end }: Span): boolean {
  const length = end - start
  if (length < 1 || length > longestShort) return false
  if (length === 1) return isLetter(folded[text.charCodeAt(start)]!)
  const written = text.slice(start, end)
  if (/[<>%"“”~±@\\]/.test(written) || !/\p{L}/u.test(written) || remark.test(written)) return false
  if (/^(?:i{1,3}|[a-e])$/.test(written)) return false
  return hasBalancedBrackets(written) && !isWords(written) && written.split(/\s/).length <= mostWords
}

/** Pointers to elsewhere, the numbers of points, quantities and years: "(see above)", "(Fig. 2)", "(ii)", "(5 mg)", "(Ek 2009)". */
const remark =
  /^(?:e\.?g\.?|i\.?e\.?|see|refs?\.?|figs?\.?|figures?|tables?|supplement\w{0,8}|eqs?\.?|equations?|sections?|vs\.?|cf\.?|\d[\d.,–-]{0,12}\s.{0,20})(?!\S)|(?:19|20)\d\d[a-z]?$/i

/** Small letters alone are an abbreviation only where they are few, or end with a letter that stands for itself. */
function isWords(written: string): boolean {
  if (/[\p{Lu}\p{N}]/u.test(written)) return false
  const space = written.search(/\s\S*$/)
  return space < 0
    ? written.length > longestSmall
    : written.length - space > 2 && written.length > longestSmall
}

const longestSmall = 7

function hasBalancedBrackets(written: string): boolean {
  let depth = 0
  for (const sign of written) {
    if (sign === '(' || sign === '[') depth++
    if ((sign === ')' || sign === ']') && --depth < 0) return false
  }
  return depth === 0
}

/** Whether a short form can be nothing else: two capitals, or a capital and a digit. */
export function isAcronym(text: string, { start, end }: Span): boolean {
  let capitals = 0
  let digits = 0
  for (let i = start; i < end; i++) {
    if (isCapital(text.charCodeAt(i))) capitals++
    if (isDigit(folded[text.charCodeAt(i)]!)) digits++
  }
  return capitals > 1 || (capitals === 1 && digits > 0)
}

/** Whether a letter or digit stands at an offset. */
export function isInWord(text: string, at: number): boolean {
  const unit = folded[text.charCodeAt(at)] ?? 0
  return isLetter(unit) || isDigit(unit)
}

export function isSpace(sign: string): boolean {
  return /\s/.test(sign)
}

/** A span without the white space and quotation marks at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && /[\s"“”‘'*_]/.test(text.charAt(from))) from++
  while (to > from && /[\s"“”’'*_]/.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}
