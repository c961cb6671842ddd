import type { Target } from '../cite.js'

/** The widest range that is read as a list of works. */
const widestRange = 100
/** More items in one bracket than any reference list is cited by at once. */
const mostItems = 60

/**
 * Reads the numbers of references: "3", "2–4, 7", "3 and 5". Numbers run from 1 to 999 without a leading zero;
 * "[0, 1]", "[2.5]" and "[2009]" are no references.
 *
 * @param start the offset of the first digit
 * @returns one target for each number (those inside a range share its span) and the offset behind the last digit;
 *   undefined where no such list stands there
 */
export function numbersAt(text: string, start: number): { targets: Target[]; end: number } | undefined {
  const targets: Target[] = []
  let at = start
  for (let items = 0; items < mostItems; items++) {
    const match = matchAt(item, text, at)
    const more = match && rangeOf(match, at)
    if (!more) return undefined
    targets.push(...more)
    at += match[0].length
    const comma = matchAt(separator, text, at)
    if (!comma) return { targets, end: at }
    at += comma[0].length
  }
  return undefined
}

/** The same, where the numbers fill the whole stretch. */
export function numbersBetween(text: string, start: number, end: number): Target[] | undefined {
  const numbers = numbersAt(text, start)
  return numbers?.end === end ? numbers.targets : undefined
}

/** All whole numbers from a target with the first number to one with the last; undefined for a range turned round or too wide. */
export function targetsFrom(first: Target, last: Target): Target[] | undefined {
  const from = numberOf(first)
  const to = numberOf(last)
  if (to <= from || to - from > widestRange) return undefined
  const targets = [first]
  for (let number = from + 1; number < to; number++) {
    targets.push({ start: first.start, end: last.end, names: [`number:${number}`] })
  }
  return [...targets, last]
}

/** Numbers as a reader expects them: in order, once each, three or more in a row as a range. */
export function writtenNumbers(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const runs: number[][] = []
  for (const number of sorted) {
    const run = runs.at(-1)
    if (run?.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ')
}

const item = /([1-9]\d{0,2})(?![\d.%])(?:(\s?[-‐‑‒–—−]\s?)([1-9]\d{0,2})(?![\d.%]))?/y
const separator = /\s?(?:[,;]\s{0,2}(?:(?:and|&)\s)?|(?:and|&)\s)(?=[1-9])/y

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function rangeOf(match: RegExpExecArray, at: number): Target[] | undefined {
  const first = targetAt(at, match[1]!)
  if (match[3] === undefined) return [first]
  return targetsFrom(first, targetAt(at + match[1]!.length + match[2]!.length, match[3]))
}

function targetAt(start: number, digits: string): Target {
  return { start, end: start + digits.length, names: [`number:${digits}`] }
}

function numberOf(target: Target): number {
  return Number(target.names[0]!.slice('number:'.length))
}
