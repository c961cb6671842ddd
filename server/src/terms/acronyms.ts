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
  const words = /[\p{L}\p{N}]+(?:[-‐‑–/][\p{L}\p{N}]+){0,6}/gu
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const [word] = match
    const isInName = /[_:@#\\]/.test(text.charAt(match.index - 1)) || text.startsWith('_', words.lastIndex)
    if (!isInName && word.length > 1 && word.length <= longestWord && isTelling(word))
      takeWord(found, word, match.index)
  }
  return found
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

function isTelling(word: string): boolean {
  return /\p{N}/u.test(word) || /.\p{Lu}/u.test(word)
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
