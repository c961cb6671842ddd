import { folded, Gap, gapIn, isCapital, isDigit, isLetter, mark, plainGap } from './tokens.js'

/** Whether what separates two characters in a text can stand for what separates them in a name. */
export const enum Meeting {
  not,
  free,
  /** Only where all letters but the first have the case they were given. */
  asGiven,
}

/**
 * The rules of hyphens and white space, for a gap of the text (from `start` to `end`) and one of the name (`from` to `to`).
 *
 * - Punctuation must be the same. A slash of the name may be a hyphen in the text, never the other way round.
 * - A hyphen and white space stand for each other, and both may be dropped, where the name has one of them.
 * - A hyphen may be added between letters and digits, before a capital behind a small letter ("Trk-B", "pro-BDNF"), before
 *   a Greek letter, and before the R of a receptor ("GHS-R"); white space only between letters and digits ("IGF 1") and
 *   before the last letter of a name, where a hyphen might be ("Trk B").
 * - Where a side is short, where white space was added, and where a gap before a capital was dropped, the case of the
 *   letters must speak for the name: "as 1" is no "AS-1", "proteins" no "protein S", and "a kt" is nothing at all.
 *
 * @param keepsGaps whether a gap of the name must be one in the text, too
 */
export function gapsMeet(
  text: string,
  start: number,
  end: number,
  name: string,
  from: number,
  to: number,
  keepsGaps: boolean,
): Meeting {
  const written = gapIn(text, start, end)
  const given = gapIn(name, from, to)
  if (given === Gap.other || written === Gap.other) {
    return sameGap(text, start, end, name, from, to) ? Meeting.free : Meeting.not
  }
  if (written === given) return Meeting.free
  if (written === Gap.slash) return Meeting.not
  if (given === Gap.slash) return written === Gap.joiner ? Meeting.free : Meeting.not
  const left = folded[name.charCodeAt(from - 1)]!
  const right = folded[name.charCodeAt(to)]!
  if (isDigit(left) && isDigit(right)) return Meeting.not
  if (given === Gap.none) return gapAdded(written, name, from)
  const shorterSide = Math.min(
    isDigit(left) ? 3 : lettersBefore(name, from),
    isDigit(right) ? 3 : lettersFrom(name, to),
  )
  if (keepsGaps && (written === Gap.none || lettersBefore(name, from) < 3)) return Meeting.not
  if (written === Gap.none) {
    if (isDigit(left) !== isDigit(right)) return Meeting.free
    if (isCapital(name.charCodeAt(to))) return Meeting.asGiven
  }
  return shorterSide >= 3 ? Meeting.free : Meeting.asGiven
}

/** A gap where the name has none. */
function gapAdded(written: Gap, name: string, at: number): Meeting {
  const left = folded[name.charCodeAt(at - 1)]!
  const right = folded[name.charCodeAt(at)]!
  if (written === Gap.joiner) {
    return isDigit(left) !== isDigit(right) || mayTakeJoiner(name, at) ? Meeting.free : Meeting.not
  }
  if (isLetter(left) && isDigit(right)) return Meeting.asGiven
  return at + 1 === name.length && mayTakeJoiner(name, at) ? Meeting.asGiven : Meeting.not
}

/**
 * Where in a name a token of text can end, besides the name's end: offsets of the name. No text that `gapsMeet` lets
 * through has a token that ends elsewhere.
 */
export function breaksOf(name: string): readonly number[] {
  const breaks: number[] = []
  for (let at = 1; at < name.length; at++) {
    const before = folded[name.charCodeAt(at - 1)]!
    const after = folded[name.charCodeAt(at)]!
    if (before === 0 || after === mark) continue
    const isSeen = after === 0 || before === mark || isDigit(before) !== isDigit(after)
    if (isSeen || mayTakeJoiner(name, at)) breaks.push(at)
  }
  return breaks
}

/**
 * Whether a hyphen between two letters of a name is a matter of taste: before a capital that follows a small letter, before
 * a Greek letter, and before the R of a receptor among capitals.
 */
function mayTakeJoiner(name: string, at: number): boolean {
  const left = name.charCodeAt(at - 1)
  const right = name.charCodeAt(at)
  if (!isLetter(folded[left]!) || !isLetter(folded[right]!)) return false
  if (!isCapital(right)) return isGreek(folded[right]!) && !isGreek(folded[left]!)
  return !isCapital(left) || (right === capitalR && isLastLetter(name, at))
}

const capitalR = 0x52

function isLastLetter(name: string, at: number): boolean {
  return at + 1 === name.length || isDigit(folded[name.charCodeAt(at + 1)]!)
}

/** Whether two gaps are written with the same signs, look-alikes counted as the same. */
export function sameGap(
  text: string,
  start: number,
  end: number,
  name: string,
  from: number,
  to: number,
): boolean {
  if (start < 0 || end - start !== to - from) return false
  for (let k = 0; k < end - start; k++) {
    if (plainGap(text.charCodeAt(start + k)) !== plainGap(name.charCodeAt(from + k))) return false
  }
  return true
}

function isGreek(unit: number): boolean {
  return unit >= 0x3b1 && unit <= 0x3c9
}

/** How many letters end at `at`, counted up to 3. */
function lettersBefore(name: string, at: number): number {
  let count = 0
  while (count < 3 && at > count && isLetter(folded[name.charCodeAt(at - count - 1)]!)) count++
  return count
}

/** How many letters begin at `at`, counted up to 3. */
function lettersFrom(name: string, at: number): number {
  let count = 0
  while (count < 3 && at + count < name.length && isLetter(folded[name.charCodeAt(at + count)]!)) count++
  return count
}
