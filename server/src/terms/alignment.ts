import type { Span } from '../text/span.js'
import { folded, isCapital, mark } from './tokens.js'

/** The cheapest way in which an abbreviation can have come of words. */
export interface Alignment {
  /** Where the words begin: the first letter of the abbreviation is the first letter of the first word. */
  readonly start: number
  readonly cost: number
  /** How many letters and digits of the abbreviation were aligned. */
  readonly letters: number
}

/**
 * What it costs to take a letter from elsewhere than a word's beginning, and to pass a word over. Found by a random search
 * on every second passage of the gold standards of Ab3P and BIOADI, and rounded; `npm run evaluate -- abbreviations`
 * measures all of both, and the passages that the search did not see.
 */
const costs = {
  nextLetter: 0.35,
  insideWord: 0.25,
  insideLaterWord: 0.95,
  wordPassed: 0.5,
  smallWordPassed: 0.15,
  wordAfter: 0.4,
  comma: 1.1,
}

const smallWords = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'de',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
])

/**
 * Aligns the letters of an abbreviation, in order, with letters of the words that end where `window` does. Takes time in
 * proportion to both lengths.
 *
 * @param fixedStart where the words must begin, if that is known
 * @returns undefined if there is no alignment
 */
export function alignmentIn(
  text: string,
  short: Span,
  window: Span,
  fixedStart?: number,
): Alignment | undefined {
  const letters = lettersOf(text, short)
  const words = wordsIn(text, window)
  let behind: Float64Array | undefined
  for (const letter of [...letters].reverse()) behind = placed(text, letter, words, window, behind)
  if (!behind) return undefined
  let best: Alignment | undefined
  for (const { start, isSmall } of words) {
    const cost = behind[start - window.start]!
    if (isSmall || (fixedStart !== undefined && start !== fixedStart)) continue
    if (cost < (best?.cost ?? Infinity)) best = { start, cost, letters: letters.length }
  }
  return best
}

/**
 * For each place of the window, what it costs to take this letter from there and all that follow it from behind.
 *
 * @param behind the same for the next letter; absent for the last one
 */
function placed(
  text: string,
  letter: number,
  words: readonly Word[],
  window: Span,
  behind: Float64Array | undefined,
): Float64Array {
  const result = new Float64Array(window.end - window.start).fill(Infinity)
  let fromLaterWord = behind ? Infinity : 0
  for (const word of words) {
    let fromInside = Infinity
    let fromHere = Infinity
    for (let i = word.end - 1; i >= word.start; i--) {
      const at = i - window.start
      const next = behind && i + 1 < word.end ? behind[at + 1]! : Infinity
      const isMatch = matches(letter, folded[text.charCodeAt(i)]!)
      if (isMatch) result[at] = Math.min(fromLaterWord, fromInside, next + costs.nextLetter)
      fromInside = Math.min(fromInside, next + costs.insideWord)
      const here = behind ? behind[at]! : Infinity
      fromHere = Math.min(fromHere, here + (i === word.start ? 0 : costs.insideLaterWord))
    }
    const passed = word.isSmall ? costs.smallWordPassed : behind ? costs.wordPassed : costs.wordAfter
    fromLaterWord = Math.min(fromHere, fromLaterWord + passed) + (word.isBehindComma ? costs.comma : 0)
  }
  return result
}

/** A maximal run of letters and digits. */
interface Word extends Span {
  /** Whether abbreviations tend to leave it out. */
  readonly isSmall: boolean
  readonly isBehindComma: boolean
}

/** The words of a window, the last one first. */
function wordsIn(text: string, window: Span): readonly Word[] {
  const words: Word[] = []
  let i = window.end
  while (i > window.start) {
    const end = i
    while (i > window.start && folded[text.charCodeAt(i - 1)] !== 0) i--
    if (i < end) {
      const isSmall = smallWords.has(text.slice(i, end))
      words.push({ start: i, end, isSmall, isBehindComma: /,\s/.test(text.slice(i - 2, i)) })
    } else i--
  }
  return words
}

/** The folded letters and digits of an abbreviation, without the "s" of a plural. */
function lettersOf(text: string, { start, end }: Span): readonly number[] {
  const isPlural = text.charAt(end - 1) === 's' && isCapital(text.charCodeAt(end - 2))
  const letters: number[] = []
  for (let i = start; i < (isPlural ? end - 1 : end); i++) {
    const unit = folded[text.charCodeAt(i)]!
    if (unit > mark) letters.push(unit)
  }
  return letters
}

/** A Greek letter may stand for the first letter of its name: the β of TGF-β for "beta". */
function matches(letter: number, unit: number): boolean {
  return letter === unit || (letter > 0x7f && greekInitials.get(letter) === unit)
}

const greekInitials = new Map(
  'αa βb γg δd εe ζz ηe θt ιi κk λl μm νn ξx οo πp ρr σs τt υu φp χc ψp ωo'
    .split(' ')
    .map((pair): [number, number] => [pair.charCodeAt(0), pair.charCodeAt(1)]),
)
