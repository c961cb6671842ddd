import { undated, undatedPattern } from '../../text/author-year.js'
import type { Span } from '../../text/span.js'

/** A year as citations write it, from 1500 to 2099: "2009", "2022a", "2022a,b", "2022a–c", "1900/1953"; in brackets "n.d.", "in press", too. */
export interface Year extends Span {
  /** `undated` where words say that there is none. */
  readonly digits: string
  /** The year of the first edition: "1900" of "1900/1953". */
  readonly original?: string
  /** The letters that tell works of one year apart, and where they stand. */
  readonly letters: readonly (Span & { readonly letter: string })[]
}

/** The years that stand directly in one pair of brackets. `end` is behind the closing one. */
export interface YearGroup extends Span {
  readonly years: readonly Year[]
}

/** The bracketed years of a text, group by group, and the years that stand outside brackets. One pass over the text. */
export function yearsIn(text: string): { groups: YearGroup[]; outside: Year[] } {
  const groups: YearGroup[] = []
  const outside: Year[] = []
  const open: { start: number; years: Year[] }[] = []
  if (!anyYear.test(text)) return { groups, outside }
  for (const match of text.matchAll(yearOrBracket)) {
    const { 0: sign, index } = match
    if (isOpening(sign)) open.push({ start: index, years: [] })
    else if (/^\p{L}/u.test(sign)) open.at(-1)?.years.push(undatedAt(sign, index))
    else if (isSeason(sign)) continue
    else if (sign.length > 1) (open.at(-1)?.years ?? outside).push(yearOf(sign, index))
    else {
      const closed = open.pop()
      if (closed && closed.years.length > 0) groups.push({ ...closed, end: index + 1 })
    }
  }
  return { groups, outside: [...outside, ...open.flatMap(({ years }) => years)] }
}

const anyYear = new RegExp(String.raw`1[5-9]\d\d|20\d\d|${undatedPattern}`)

/** No part of a longer number, a range of years, a date, a version or a word. */
const year = String.raw`(?<![\p{L}\p{N}_./–@#-])(?:(?:1[5-9]|20)\d\d\/(?=\d{4}))?(?:1[5-9]|20)\d\d(?:[a-z](?:[-–][b-z](?![\p{L}\p{N}])|(?:,\s?[a-z](?![\p{L}\p{N}])){0,8}))?(?![\p{L}\p{N}_%°]|[-–—/](?:\p{N}|[)\],;])|\.\p{N})`
const words = String.raw`(?<![\p{L}\p{N}_.-])${undatedPattern}(?![\p{L}\p{N}])`
const yearOrBracket = new RegExp(String.raw`[([（\])）]|${year}|${words}`, 'gu')

function isOpening(sign: string): boolean {
  return sign === '(' || sign === '[' || sign === '（'
}

/** "2009/2010" is a winter or a school year, "1900/1953" a work and its later edition. */
function isSeason(sign: string): boolean {
  return sign[4] === '/' && Number(sign.slice(5, 9)) - Number(sign.slice(0, 4)) < 2
}

function undatedAt(written: string, start: number): Year {
  return { start, end: start + written.length, digits: undated, letters: [] }
}

function yearOf(text: string, start: number): Year {
  const written = Array.from(text.matchAll(/[a-z]/g), ({ 0: letter, index }) => ({
    letter,
    start: start + index,
    end: start + index + 1,
  }))
  const letters = /[-–]/.test(text) ? lettersBetween(written[0]!, written[1]!) : written
  const [original, digits] =
    text[4] === '/' ? [text.slice(0, 4), text.slice(5, 9)] : [undefined, text.slice(0, 4)]
  return { start, end: start + text.length, digits, ...(original !== undefined && { original }), letters }
}

type Letter = Year['letters'][number]

/** "2009a–c" means 2009b, too; the letters in between have the place of the whole range. */
function lettersBetween(first: Letter, last: Letter): readonly Letter[] {
  const [from, to] = [first.letter.charCodeAt(0), last.letter.charCodeAt(0)]
  if (to <= from) return [first, last]
  const between = Array.from({ length: to - from - 1 }, (_, i) => ({
    letter: String.fromCharCode(from + 1 + i),
    start: first.start,
    end: last.end,
  }))
  return [first, ...between, last]
}
