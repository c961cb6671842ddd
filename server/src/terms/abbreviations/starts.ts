import type { Span } from '../../text/span.js'
import { isInWord, isSpace } from './short-form.js'

/** How far before a short form its long form may begin, in code units and in words. */
export const longestLong = 160
const mostWords = 18
const mostFirstWords = 4

/** Where the words that end at `end` may begin: at words and their parts, behind the last sentence, not too many words ago. */
export function startsBefore(text: string, end: number): readonly number[] {
  const starts: number[] = []
  const from = Math.max(0, end - longestLong)
  let words = 0
  let depth = 0
  for (let i = end - 1; i >= from && words < mostWords; i--) {
    const sign = text.charAt(i)
    const before = i === 0 ? ' ' : text.charAt(i - 1)
    if (sign === ')' || sign === ']') depth++
    if ((sign === '(' || sign === '[') && --depth < 0) break
    if (depth === 0 && isStop(text, i, end)) break
    if (isSpace(sign)) continue
    if (isSpace(before)) {
      words++
      if (depth === 0 || sign === '(' || sign === '[') starts.push(i)
    } else if (/[-/([–"“'‘]/.test(before) && isInWord(text, i)) starts.push(i)
  }
  return starts.reverse()
}

/** A sentence ends here, or a part of one that no name reaches across. The initial of a genus and "St." end none. */
function isStop(text: string, i: number, end: number): boolean {
  const sign = text.charAt(i)
  if (sign === ';') return true
  if (!/[.?!:]/.test(sign) || i + 1 >= end || !isSpace(text.charAt(i + 1))) return false
  return (
    sign !== '.' ||
    !/(?:^|[\s(])(?:[A-Z]|[A-Z][a-z]|var|subsp|sp|ssp|no)$/.test(text.slice(Math.max(0, i - 6), i))
  )
}

/** The beginnings of the first words of a stretch. */
export function firstStarts(text: string, { start, end }: Span): readonly number[] {
  const starts = [start]
  for (let i = start + 1; i < end && starts.length < mostFirstWords; i++)
    if (isSpace(text.charAt(i - 1)) && !isSpace(text.charAt(i))) starts.push(i)
  return starts
}
