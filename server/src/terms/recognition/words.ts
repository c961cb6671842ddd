import { folded, isCapital, isDigit, isLetter, mark } from '../tokens.js'

/** The words and the punctuation of a text, as the recogniser reads them: parallel arrays, in order. */
export interface Words {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** A hash of the word's letters without their case. */
  readonly forms: Int32Array
  /** A hash of its shape: "BDNF-1" is "A", "-", "0". */
  readonly shapes: Int32Array
  readonly count: number
}

/** A maximal run of letters and digits, or one sign that is neither and no white space. */
export function wordsIn(text: string): Words {
  const starts: number[] = []
  const ends: number[] = []
  for (let i = 0; i < text.length;) {
    const start = i++
    if (folded[text.charCodeAt(start)] !== 0) while (i < text.length && folded[text.charCodeAt(i)] !== 0) i++
    else if (isSpace(text.charCodeAt(start))) continue
    starts.push(start)
    ends.push(i)
  }
  const count = starts.length
  const forms = new Int32Array(count)
  const shapes = new Int32Array(count)
  for (let w = 0; w < count; w++) {
    forms[w] = formOf(text, starts[w]!, ends[w]!)
    shapes[w] = shapeOf(text, starts[w]!, ends[w]!)
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), forms, shapes, count }
}

/** A step of the hash FNV-1a (Fowler, Noll and Vo), for a number of any size. */
export function mixed(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193) ^ (hash >>> 15)
}

/** The hash of a stretch of text without its case. */
export function formOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const unit = folded[code]!
    hash = mixed(hash, unit === 0 ? code : unit)
  }
  return hash
}

/** Capitals, small letters, Greek letters and digits, each run of a kind counted once or, if longer, twice. */
function shapeOf(text: string, start: number, end: number): number {
  let hash = 17
  let before = 0
  let run = 0
  for (let i = start; i < end; i++) {
    const kind = kindOf(text.charCodeAt(i))
    run = kind === before ? run + 1 : 1
    if (run <= 2) hash = mixed(hash, kind)
    before = kind
  }
  return hash
}

function kindOf(code: number): number {
  const unit = folded[code]!
  if (unit === 0 || unit === mark) return code
  if (isDigit(unit)) return 3
  if (isLetter(unit) && unit >= 0x3b1 && unit <= 0x3c9) return 4
  return isCapital(code) ? 1 : 2
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a)
}
