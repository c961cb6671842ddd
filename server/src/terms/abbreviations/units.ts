import type { Span } from '../../text/span.js'
import { folded, isCapital, isDigit, mark } from '../tokens.js'

/** What of a short form has to come from the long one: a letter, a digit, a Greek letter or its name, a Roman numeral. */
export interface Unit {
  /** Its offset in the text, and how it is folded there. */
  readonly at: number
  readonly letter: number
  readonly isDigit: boolean
  readonly isGreek: boolean
  /** Whether a word of the text can stand for it, from its beginning on: "two" for 2, "beta" for β. */
  startsWord(text: string, start: number, end: number): boolean
}

/** The units of a short form, in order, without the "s" of a plural. */
export function unitsOf(text: string, { start, end }: Span): readonly Unit[] {
  const isPlural = text.charAt(end - 1) === 's' && isCapital(text.charCodeAt(end - 2))
  const to = isPlural ? end - 1 : end
  const units: Unit[] = []
  for (let i = start; i < to; i++) {
    const letter = folded[text.charCodeAt(i)]!
    if (letter <= mark) continue
    const greek = letter > 0x7f ? greekNames.get(letter) : undefined
    if (greek !== undefined) units.push(greekUnit(i, letter, greek))
    else if (isDigit(letter)) units.push(numberUnit(i, letter))
    else {
      const run = letterRun(text, i, to)
      const name = greekNameAt(text, i, run)
      const numeral = isNumeralAt(text, i, run) ? romanNumerals.indexOf(text.slice(i, run)) : -1
      if (name !== undefined) {
        units.push(greekUnit(i, name.letter, name.name))
        i += name.name.length - 1
      } else if (numeral > 0) {
        units.push(numberUnit(i, 48 + numeral))
        i = run - 1
      } else units.push({ at: i, letter, isDigit: false, isGreek: false, startsWord: initialOf(letter) })
    }
  }
  return units
}

/** A Greek letter of the long form stands for its name's first letter: the a of "aMSH" for α. */
function initialOf(letter: number): Unit['startsWord'] {
  return (text, start) => greekNames.get(folded[text.charCodeAt(start)]!)?.charCodeAt(0) === letter
}

function greekUnit(at: number, letter: number, name: string): Unit {
  return {
    at,
    letter,
    isDigit: false,
    isGreek: true,
    startsWord: (text, start, end) =>
      startsWith(text, start, name) ||
      (end - start === 1 && folded[text.charCodeAt(start)] === name.charCodeAt(0)),
  }
}

function numberUnit(at: number, letter: number): Unit {
  const digit = letter - 48
  const words = numberWords[digit] ?? []
  return {
    at,
    letter,
    isDigit: true,
    isGreek: false,
    startsWord: (text, start, end) =>
      words.some((word) => startsWith(text, start, word)) ||
      (digit > 0 && end - start <= 4 && text.slice(start, end) === romanNumerals[digit]),
  }
}

const numberWords: readonly (readonly string[])[] = [
  ['zero'],
  ['one', 'first', 'mono', 'single', 'uni', 'primary'],
  ['two', 'second', 'di', 'bi', 'double', 'dual', 'twin'],
  ['three', 'third', 'tri', 'triple'],
  ['four', 'tetra', 'quadr'],
  ['five', 'fifth', 'penta'],
  ['six', 'hexa'],
  ['seven', 'hepta'],
  ['eight', 'octa'],
  ['nine', 'ninth', 'nona'],
]

const romanNumerals = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

/** A Roman numeral stands apart, or behind a small letter. A single one must stand behind a space or hyphen. */
function isNumeralAt(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1)
  return (
    /[IVX]/.test(text.charAt(start)) && (/[\s-]/.test(before) || (end - start > 1 && /[a-z]/.test(before)))
  )
}

function letterRun(text: string, start: number, to: number): number {
  let end = start
  while (end < to && folded[text.charCodeAt(end)]! > 57) end++
  return end
}

/** A Greek letter's name that ends a run of letters: the gamma of "IFN-gamma" and "IFNgamma". */
function greekNameAt(text: string, start: number, end: number): { letter: number; name: string } | undefined {
  if (end - start < shortestName || end - start > longestName) return undefined
  const name = text.slice(start, end)
  const letter = greekLetters.get(name)
  return letter === undefined ? undefined : { letter, name }
}

const shortestName = 3
const longestName = 7

function startsWith(text: string, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++)
    if (folded[text.charCodeAt(start + i)] !== word.charCodeAt(i)) return false
  return true
}

const greekNames = new Map(
  `αalpha βbeta γgamma δdelta εepsilon ζzeta ηeta θtheta ιiota κkappa λlambda μmu νnu ξxi οomicron πpi ρrho σsigma τtau
  υupsilon φphi χchi ψpsi ωomega`
    .split(/\s+/)
    .map((pair): [number, string] => [pair.charCodeAt(0), pair.slice(1)]),
)

const greekLetters = new Map([...greekNames].map(([letter, name]) => [name, letter]))
