import type { Span } from '../../text/span.js'
import { familiesOf, isNoun, readName, tokensOf, type AuthorName, type Token } from './author-names.js'

/** The authors that stand before a year. The span runs from the first author's name to the last sign of the list. */
export interface Authors extends Span {
  /** What the first author's family name may be, the likeliest first: "World Health Organization", "van der Berg", "Berg". */
  readonly families: readonly string[]
  readonly etAl: boolean
}

/**
 * Reads authors backwards from where their year, or the bracket before it, begins: "Barlind et al.", "Li & Chen",
 * "E. M. Forbes", "Smith, Jones, and O’Neil’s", "World Health Organization,".
 *
 * @param end the offset of the year or of the bracket; no more than `farthest` code units before it are read
 * @param isBracketed whether they stand inside brackets, where a comma precedes the year and lists need no "and"
 */
export function authorsBefore(text: string, end: number, isBracketed: boolean): Authors | undefined {
  const start = windowStart(text, end)
  if (end - start < 2) return undefined
  const tokens = tokensOf(text, start, end)
  const read = readList(tokens, isBracketed)
  if (!read) return undefined
  const first = tokens[read.from]!
  if (first.start === start && !isOpening(text[start - 1])) return undefined
  return { start: first.start, end: tokens.at(-1)!.end, families: read.families, etAl: read.etAl }
}

const farthest = 240

/** Names hold no digits, brackets or other signs, so the nearest one bounds what is read. */
function windowStart(text: string, end: number): number {
  const lowest = Math.max(0, end - farthest)
  let start = end
  while (start > lowest && !boundaries.has(text.charCodeAt(start - 1))) start--
  return start
}

const boundaries: ReadonlySet<number> = new Set(
  Array.from('0123456789()[]{}<>;:!?"“”„«»=+|@#/\\*^~_%（）；：。「」\uFFFC', (sign) => sign.charCodeAt(0)),
)

function isOpening(before: string | undefined): boolean {
  return before === undefined || /[\s([{;:"“„«!?—–（；：，。、]/.test(before)
}

interface List {
  /** The index of the token that the first author begins with. */
  readonly from: number
  readonly families: readonly string[]
  readonly etAl: boolean
}

function readList(tokens: readonly Token[], isBracketed: boolean): List | undefined {
  const hasComma = commas.has(tokens.at(-1)?.text ?? '')
  const end = hasComma ? tokens.length - 1 : tokens.length
  const beforeEtAl = skipEtAl(tokens, end)
  const etAl = beforeEtAl !== undefined
  if (hasComma && !etAl && !isBracketed) return undefined
  const last = readName(tokens, beforeEtAl ?? end, hasComma || etAl)
  if (!last) return undefined
  const names = [last]
  let place: AuthorName | undefined
  let hasConjunction = false
  let hasListComma = isBracketed
  for (let at = last.from; at > 0 && !place; at = names.at(-1)!.from) {
    const sign = tokens[at - 1]!.text
    const isConjunction = conjunctions.has(sign)
    if (!isConjunction && !(commas.has(sign) && (hasConjunction || etAl || isBracketed))) break
    const isListComma = isConjunction && commas.has(tokens[at - 2]?.text ?? '')
    const next = readName(tokens, isListComma ? at - 2 : at - 1, hasComma || etAl)
    if (!next || (!isConjunction && isNoun(next))) break
    hasConjunction ||= isConjunction
    hasListComma ||= isListComma
    if (!isConjunction && !hasListComma && isPlace(tokens, next)) place = next
    else names.push(next)
  }
  if (!etAl && names.every(isNoun)) return undefined
  const first = names.at(-1)!
  const families = familiesOf(first.words)
  if (hasConjunction && first.words.length > 1) families.push(joined(tokens, first.from, last.to))
  if (place) families.push(...familiesOf(place.words))
  return { from: first.from, families, etAl }
}

/** The words of a body that looks like two authors: "Centers for Disease Control and Prevention". */
function joined(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
}

/** "In Sweden, Smith and Lee (2009)": the name may be a place, though "In Smith, Jones and Lee (2009)" looks alike. */
function isPlace(tokens: readonly Token[], name: AuthorName): boolean {
  return /^(?:in|at|near|across|throughout)$/i.test(tokens[name.from - 1]?.text ?? '')
}

/** Before "et al." and its kin. */
function skipEtAl(tokens: readonly Token[], end: number): number | undefined {
  const last = tokens[end - 1]?.text ?? ''
  if (/^(?:等人?|ら|외)$/.test(last)) return end - 1
  const both = `${tokens[end - 2]?.text ?? ''} ${last}`
  if (!etAlii.test(both)) return undefined
  return commas.has(tokens[end - 3]?.text ?? '') ? end - 3 : end - 2
}

const etAlii =
  /^(?:et (?:al|alii|coll)\.?|(?:and|&) (?:colleagues|co-?workers|others|associates|collaborators)|и (?:др|соавт)\.?|та ін\.?|u\. a\.)(?:['’]s?)?$/iu
const commas: ReadonlySet<string> = new Set([',', '，', '、', '،'])
/** Between the last two authors, in the languages that papers cite in. */
const conjunctions: ReadonlySet<string> = new Set('and & und et y e och og en и і та και 和 与 與'.split(' '))
