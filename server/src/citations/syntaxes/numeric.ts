import type { Block } from '../../prose/block.js'
import type { Cite, Target } from '../cite.js'
import { withoutUrls } from '../readable.js'
import { numbersAt, targetsFrom, writtenNumbers } from './numbers.js'
import { all, type CitationSyntax } from './syntax.js'

/** Numbers between square brackets: "[3]", "[2–4, 7]", "[see 3, p. 12]", and "[1]–[3]" as one. */
export const numeric: CitationSyntax = {
  name: 'numeric',
  placement: 'before-stop',
  find,
  write(works) {
    const numbers = all(works, (work) => work.number)
    return numbers && `[${writtenNumbers(numbers)}]`
  },
}

interface Bracket {
  readonly start: number
  readonly end: number
  readonly targets: readonly Target[]
}

function* find(block: Block): Iterable<Cite> {
  const text = withoutUrls(block)
  let open: Bracket | undefined
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    const bracket = bracketAt(text, at)
    if (!bracket) continue
    const joined = open && joinedWith(text, open, bracket)
    if (open && !joined) yield citeOf(open)
    open = joined ?? bracket
    at = bracket.end - 1
  }
  if (open) yield citeOf(open)
}

function citeOf({ start, end, targets }: Bracket): Cite {
  return { start, end, syntax: 'numeric', targets, weak: true }
}

/** "[1]–[3]" cites the second work, too. */
function joinedWith(text: string, left: Bracket, right: Bracket): Bracket | undefined {
  if (left.targets.length !== 1 || right.targets.length !== 1 || right.start - left.end > 3) return undefined
  if (!/^\s?[-‐‑–—]\s?$/.test(text.slice(left.end, right.start))) return undefined
  const targets = targetsFrom(left.targets[0]!, right.targets[0]!)
  return targets && { start: left.start, end: right.end, targets }
}

function bracketAt(text: string, start: number): Bracket | undefined {
  const numbers = numbersAt(text, start + 1 + lengthAt(leadIn, text, start + 1))
  if (!numbers) return undefined
  const close = numbers.end + lengthAt(locator, text, numbers.end)
  if (text[close] !== ']' || isPartOfMore(text, close + 1)) return undefined
  if (isInterval(text, start) || isIndex(text, start)) return undefined
  return { start, end: close + 1, targets: numbers.targets }
}

const leadIn = /\s?(?:(?:but )?see(?: also)?|cf\.|e\.g\.,?|refs?\.?|references?|reviewed (?:in|by))\s|\s/iy
const locator = /:\s?\d[\d–, -]{0,20}|,?\s(?:pp?|chap|ch|sec|figs?|eq|table)\.?\s?\d[\d–-]{0,12}|\s/iy

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** "benzo[1,2]diazepine" and "[2,3]-sigmatropic" go on as words, "F [1, 40] = 7.8" as a formula. */
function isPartOfMore(text: string, at: number): boolean {
  return /^(?:-?\p{L}|\s?[=<>≤≥±°])/u.test(text.slice(at, at + 3))
}

/** "x[1]" and "row_means[2]" are elements of an array; "vitamin D[3]" and "pH[3]" are not. */
function isIndex(text: string, start: number): boolean {
  return /(?:^|[^\p{L}\p{M}\p{N}’'-])(?:\p{Ll}|[\p{L}\p{N}]{1,20}_[\p{L}\p{N}_]{1,20})$/u.test(
    text.slice(Math.max(0, start - 44), start),
  )
}

/** "95% CI [2, 5]", "range: [1, 7]", "x ∈ [1, 2]". */
function isInterval(text: string, start: number): boolean {
  return interval.test(text.slice(Math.max(0, start - 20), start))
}

const interval =
  /(?:[=<>≤≥∈±]|(?:^|[^\p{L}])(?:CI|CrI|IQR|SD|HDI|range|interval|median|mean)(?: of|[,:])?)\s?$/u
