import type { Span } from '../text/span.js'
import { isCapital } from './tokens.js'

/** A word of a text that may be an abbreviation, or hold one: "GH", "GHs", "GH-induced", "IGF-1". */
export interface Acronym extends Span {
  /** Without the "s" of a plural. */
  readonly written: string
  /** A part of a longer name: the GH of "GH-IGF-1", not of "GH-induced". */
  readonly isPart: boolean
}

const longestWord = 40

/** The words of a text that have a capital behind their first letter or a digit, and such parts of words that hyphens join, in order. */
export function acronymsIn(text: string): readonly Acronym[] {
  const found: Acronym[] = []
  const words = new RegExp(word, 'g')
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const [written] = match
    if (
      written.length > 1 &&
      written.length <= longestWord &&
      isTelling(written) &&
      !isInName(text, match.index, words.lastIndex)
    )
      takeWord(found, written, match.index)
  }
  return found
}

/** Letters of Latin and Greek and digits, and hyphens or slashes between them: ranges, as Unicode's classes take several times as long. */
const letters = '[A-Za-z0-9\\u00c0-\\u024f\\u0370-\\u03ff\\u2080-\\u2089]+'
const word = `${letters}(?:[-‐‑–/]${letters}){0,6}`

/** Keys, addresses and variables are names, and no words of the text. */
function isInName(text: string, start: number, end: number): boolean {
  return /[_:@#\\]/.test(text.charAt(start - 1)) || text.startsWith('_', end)
}

/** "IGF-1-induced" may be said of "IGF-1-induced", "IGF-1" and "IGF". */
function takeWord(found: Acronym[], word: string, start: number): void {
  take(found, word, start, false)
  const parts = [...word.matchAll(/[\p{L}\p{N}]+/gu)]
  if (parts.length === 1) return
  parts.forEach((part, i) => {
    const isPart = parts.some((other) => other !== part && isTelling(other[0]))
    if (part[0].length > 1 && isTelling(part[0])) take(found, part[0], start + part.index, isPart)
    const next = parts[i + 1]
    if (!next || (i === 0 && parts.length === 2)) return
    const joined = word.slice(part.index, next.index + next[0].length)
    const isRest = parts.some((other, j) => (j < i || j > i + 1) && isTelling(other[0]))
    if (isTelling(joined)) take(found, joined, start + part.index, isRest)
  })
}

function take(found: Acronym[], written: string, start: number, isPart: boolean): void {
  const isPlural = written.endsWith('s') && isCapital(written.charCodeAt(written.length - 2))
  const singular = isPlural ? written.slice(0, -1) : written
  if (singular.length > 1) found.push({ written: singular, start, end: start + singular.length, isPart })
}

/** Whether there is a digit in a word, or a capital behind its first letter. */
function isTelling(written: string): boolean {
  for (let i = 0; i < written.length; i++) {
    const code = written.charCodeAt(i)
    if ((code >= 48 && code <= 57) || (i > 0 && isCapital(code)) || (code >= 0x2080 && code <= 0x2089))
      return true
  }
  return false
}

/**
 * Whether a word can hardly be anything but an abbreviation made for the occasion: two to seven letters, most of them capitals, and
 * perhaps a number behind a hyphen. Symbols of genes and codes of drugs, with digits inside, Roman numerals and sums of elements are
 * names of their own.
 */
export function looksAbbreviated(written: string): boolean {
  const letters = written.replace(/-(?:\d{1,2}|[α-ω]|[A-Z])$/u, '')
  if (!/^[A-Za-zα-ω]{2,7}$/u.test(letters) || /^[IVXLC]+$/.test(letters)) return false
  const capitals = letters.replace(/[^A-Z]/g, '').length
  return capitals > 1 && capitals * 2 > letters.length - 1 && !isFormula(letters)
}

/** Whether letters are symbols of elements, one small letter at least among them: "NaCl", "KBr". */
function isFormula(letters: string): boolean {
  return (
    /[a-z]/.test(letters) &&
    /^(?:[HCNOFPSKIBWUV]|Na|Cl|Br|Mg|Ca|Fe|Zn|Cu|Mn|Li|Ag|Al|Si|Se|Co|Ni|Cd|Hg|Pb|Cs|Rb|Ba|Sr)+$/.test(
      letters,
    )
  )
}
