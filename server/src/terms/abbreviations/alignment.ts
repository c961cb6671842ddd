import type { Span } from '../../text/span.js'
import { folded } from '../tokens.js'
import { unitsOf, type Unit } from './units.js'

/** How the units of a short form come of the words of a long one. */
export interface Alignment {
  readonly cost: number
  readonly units: readonly Unit[]
  /** For each unit the offset in the text where it was found, or -1 where it was not. */
  readonly places: readonly number[]
  /** The last part of the short form was sought first: "IFN-gamma" in "gamma-interferon". */
  readonly isSwapped: boolean
}

/** What it costs to take a letter from elsewhere than a word's beginning, to pass a word over, and to find a letter nowhere. */
const costs = {
  nextLetter: 0.35,
  insideWord: 0.25,
  insideLaterWord: 0.95,
  wordPassed: 0.5,
  smallWordPassed: 0.15,
  wordAfter: 0.4,
  comma: 1.1,
  letterMissing: 1.5,
  digitMissing: 0.9,
  swapped: 0.4,
}

/** A maximal run of letters and digits. */
export interface Word extends Span {
  /** Whether abbreviations tend to leave it out. */
  readonly isSmall: boolean
  readonly isBehindComma: boolean
}

/** The alignments of one short form with all the words that end where a window does. */
export interface Alignments {
  readonly units: readonly Unit[]
  /** The words of the window, the last one first. */
  readonly words: readonly Word[]
  /** The cheapest alignment with the words from `start` on. */
  from(start: number): Alignment
}

/** Aligns a short form with the words of a window. Takes time in proportion to the product of both lengths. */
export function alignmentsIn(text: string, short: Span, window: Span): Alignments {
  const words = wordsIn(text, window)
  const units = unitsOf(text, short)
  const straight = tableOf(text, units, words, window)
  const swap = swapped(text, short, units)
  const crossed = swap && tableOf(text, swap, words, window)
  return {
    units,
    words,
    from(start) {
      const direct = traced(straight, units, start, false)
      if (!crossed) return direct
      const other = traced(crossed, swap, start, true)
      return other.cost < direct.cost ? other : direct
    },
  }
}

/** The units with those of the last part, behind a hyphen or space or a Greek letter, before the others. */
function swapped(text: string, short: Span, units: readonly Unit[]): readonly Unit[] | undefined {
  const last = units.length - 1
  if (last < 1) return undefined
  let from = last
  if (!units[last]!.isGreek) {
    while (from > 0 && /[\p{L}\p{N}]/u.test(text.charAt(units[from]!.at - 1))) from--
    if (units[from]!.at === short.start || from === 0) return undefined
  }
  return [...units.slice(from), ...units.slice(0, from)]
}

/**
 * For unit `i` and place `p` of the window, `next[i * width + p]` is where it is found if the unit before it was found at `p`, or -1
 * where it is best passed over. `wordNext[i * words.length + w]` is the same if words from `w` on are free to take, and `wordCosts`
 * what that costs with all later units.
 */
interface Table {
  readonly window: Span
  readonly words: readonly Word[]
  readonly width: number
  readonly next: Int16Array
  readonly wordCosts: Float32Array
  readonly wordNext: Int16Array
}

function tableOf(text: string, units: readonly Unit[], words: readonly Word[], window: Span): Table {
  const width = window.end - window.start
  const next = new Int16Array(units.length * width).fill(-1)
  const wordCosts = new Float32Array((units.length + 1) * words.length)
  const wordNext = new Int16Array(units.length * words.length).fill(-1)
  const table = { window, words, width, next, wordCosts, wordNext }
  let behind = costsBehindAll(words, window, width)
  for (let i = units.length - 1; i >= 0; i--) behind = placed(text, units[i]!, i, behind, table)
  return table
}

/**
 * Fills the rows of one unit, from the last place of the window to the first.
 *
 * @param behind what it costs at each place to find all later units behind it
 * @returns the same, this unit included
 */
function placed(text: string, unit: Unit, i: number, behind: Float32Array, table: Table): Float32Array {
  const { words, window, width, next, wordCosts, wordNext } = table
  const missing = unit.isDigit ? costs.digitMissing : costs.letterMissing
  const row = new Float32Array(width)
  let later = Infinity
  let laterAt = -1
  for (let w = 0; w < words.length; w++) {
    const { start, end, isSmall, isBehindComma } = words[w]!
    let inside = Infinity
    let insideAt = -1
    let here = Infinity
    let hereAt = -1
    let isNext = false
    for (let at = end - 1 - window.start; at >= start - window.start; at--) {
      let cost = missing + behind[at]!
      let target = -1
      if (later < cost) [cost, target] = [later, laterAt]
      if (inside < cost) [cost, target] = [inside, insideAt]
      if (isNext && costs.nextLetter + behind[at + 1]! < cost)
        [cost, target] = [costs.nextLetter + behind[at + 1]!, at + 1]
      row[at] = cost
      next[i * width + at] = target
      isNext = isFound(text, unit, at + window.start, start, end)
      if (!isNext) continue
      const own = behind[at]!
      if (own + costs.insideWord < inside) [inside, insideAt] = [own + costs.insideWord, at]
      const entered = at + window.start === start ? own : own + costs.insideLaterWord
      if (entered < here) [here, hereAt] = [entered, at]
    }
    later += isSmall ? costs.smallWordPassed : costs.wordPassed
    if (here < later) [later, laterAt] = [here, hereAt]
    const skipped = missing + wordCosts[(i + 1) * words.length + w]!
    wordCosts[i * words.length + w] = Math.min(later, skipped)
    wordNext[i * words.length + w] = later <= skipped ? laterAt : -1
    if (isBehindComma) later += costs.comma
  }
  return row
}

/** What the words cost that follow the last unit. */
function costsBehindAll(words: readonly Word[], window: Span, width: number): Float32Array {
  const row = new Float32Array(width)
  let after = 0
  for (const word of words) {
    for (let p = word.start; p < word.end; p++) row[p - window.start] = after
    after += (word.isSmall ? costs.smallWordPassed : costs.wordAfter) + (word.isBehindComma ? costs.comma : 0)
  }
  return row
}

function isFound(text: string, unit: Unit, at: number, start: number, end: number): boolean {
  return folded[text.charCodeAt(at)] === unit.letter || (at === start && unit.startsWord(text, start, end))
}

function traced(table: Table, units: readonly Unit[], start: number, isSwapped: boolean): Alignment {
  const { words, width, window } = table
  const places: number[] = []
  let w = words.length - 1
  while (w >= 0 && words[w]!.start < start) w--
  if (w < 0) return { cost: Infinity, units, places: units.map(() => -1), isSwapped }
  const cost = table.wordCosts[w]! + (isSwapped ? costs.swapped : 0)
  let at = -1
  for (let i = 0; i < units.length; i++) {
    const to = at < 0 ? table.wordNext[i * words.length + w]! : table.next[i * width + at]!
    places.push(to < 0 ? -1 : to + window.start)
    if (to >= 0) at = to
  }
  return { cost, units, places, isSwapped }
}

const smallWords = new Set('a an and as at by de for from in of on or the to with'.split(' '))

/** The digits, letters and Greek letters that say where in a molecule something is: the first words of "2,4-", "N-", "alpha-". */
function isLocant(text: string, start: number, end: number): boolean {
  if (!/[-,'’(]/.test(text.charAt(end)) || end - start > 5) return false
  return (
    /^(?:\d{1,2}|[A-Zαβγδ]|alpha|beta|gamma|delta|cis|trans)$/.test(text.slice(start, end)) &&
    /[-\s,'(/]|^$/.test(text.charAt(start - 1))
  )
}

/** The words of a window, the last one first. */
export function wordsIn(text: string, window: Span): readonly Word[] {
  const words: Word[] = []
  let i = window.end
  while (i > window.start) {
    const end = i
    while (i > window.start && folded[text.charCodeAt(i - 1)] !== 0) i--
    if (i < end) {
      const isSmall = smallWords.has(text.slice(i, end)) || isLocant(text, i, end)
      words.push({ start: i, end, isSmall, isBehindComma: /,\s/.test(text.slice(i - 2, i)) })
    } else i--
  }
  return words
}
