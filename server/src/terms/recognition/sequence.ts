import type { Span } from '../../text/span.js'

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001) that marks stretches of words: each word
 * is outside, begins one, or goes on with one. What it weighs are hashed clues.
 */
export interface SequenceModel {
  /** Two weights for each of `clueCount` clues: that a word begins a stretch, and that it goes on with one. */
  readonly weights: Float32Array
  /** The weight of each label behind each: `[before * 3 + label]`. */
  readonly steps: Float32Array
}

export const clueBits = 18
/** A clue is a number below this. */
export const clueCount = 1 << clueBits
export const outside = 0
export const begins = 1
export const goesOn = 2
export const labelCount = 3

/** For each word, the clues that speak for or against it; all words have equally many. */
export interface Clues {
  readonly clues: Int32Array
  readonly perWord: number
  readonly words: number
}

/** A stretch of words, from the first to behind the last, and how probable it is. */
export interface Stretch extends Span {
  readonly probability: number
}

/** The sums of weights for each word and label. */
export function scoresOf({ weights }: SequenceModel, { clues, perWord, words }: Clues): Float64Array {
  const scores = new Float64Array(words * labelCount)
  for (let w = 0; w < words; w++) {
    let first = 0
    let second = 0
    for (let k = w * perWord; k < (w + 1) * perWord; k++) {
      const at = clues[k]! << 1
      first += weights[at]!
      second += weights[at + 1]!
    }
    scores[w * labelCount + begins] = first
    scores[w * labelCount + goesOn] = second
  }
  return scores
}

/** The logarithms of what all labellings up to (`ahead`) and from (`behind`) each word weigh. */
export interface Lattice {
  readonly ahead: Float64Array
  readonly behind: Float64Array
  /** What all labellings weigh together. */
  readonly total: number
}

export function latticeOf({ steps }: SequenceModel, scores: Float64Array): Lattice {
  const length = scores.length
  const ahead = new Float64Array(length)
  const behind = new Float64Array(length)
  for (let at = 0; at < length; at += labelCount) {
    for (let label = 0; label < labelCount; label++) {
      let sum = at === 0 ? (label === goesOn ? -Infinity : steps[label]!) : -Infinity
      if (at > 0) {
        for (let before = 0; before < labelCount; before++) {
          if (!isAllowed(before, label)) continue
          sum = added(sum, ahead[at - labelCount + before]! + steps[before * labelCount + label]!)
        }
      }
      ahead[at + label] = sum + scores[at + label]!
    }
  }
  for (let at = length - 2 * labelCount; at >= 0; at -= labelCount) {
    for (let label = 0; label < labelCount; label++) {
      let sum = -Infinity
      for (let next = 0; next < labelCount; next++) {
        if (!isAllowed(label, next)) continue
        const further = scores[at + labelCount + next]! + behind[at + labelCount + next]!
        sum = added(sum, steps[label * labelCount + next]! + further)
      }
      behind[at + label] = sum
    }
  }
  let total = -Infinity
  for (let label = 0; label < labelCount; label++) total = added(total, ahead[length - labelCount + label]!)
  return { ahead, behind, total }
}

/** A stretch cannot go on where none has begun. */
export function isAllowed(before: number, label: number): boolean {
  return label !== goesOn || before !== outside
}

/** The most words that a stretch may have. */
const longestStretch = 20

/** All stretches whose probability is at least `least`, in the order of where they begin. */
export function stretchesIn(model: SequenceModel, clues: Clues, least: number): readonly Stretch[] {
  if (clues.words === 0) return []
  const scores = scoresOf(model, clues)
  const { ahead, behind, total } = latticeOf(model, scores)
  const goOn = model.steps[goesOn * labelCount + goesOn]!
  const found: Stretch[] = []
  for (let start = 0; start < clues.words; start++) {
    let weight = ahead[start * labelCount + begins]! - total
    if (Math.exp(weight + behind[start * labelCount + begins]!) < least) continue
    const last = Math.min(clues.words, start + longestStretch)
    for (let end = start + 1; end <= last; end++) {
      const label = end === start + 1 ? begins : goesOn
      if (end > start + 1) {
        const step = end === start + 2 ? model.steps[begins * labelCount + goesOn]! : goOn
        weight += step + scores[(end - 1) * labelCount + goesOn]!
      }
      if (Math.exp(weight + behind[(end - 1) * labelCount + label]!) < least) break
      const probability = Math.exp(weight + ended(model, scores, behind, end, label))
      if (probability >= least) found.push({ start, end, probability })
    }
  }
  return found
}

/** What all labellings from `end` on weigh in which the stretch before it does not go on. */
function ended(
  { steps }: SequenceModel,
  scores: Float64Array,
  behind: Float64Array,
  end: number,
  label: number,
): number {
  const at = end * labelCount
  if (at >= scores.length) return 0
  const outer = steps[label * labelCount + outside]! + scores[at + outside]! + behind[at + outside]!
  const next = steps[label * labelCount + begins]! + scores[at + begins]! + behind[at + begins]!
  return added(outer, next)
}

/** log(exp(a) + exp(b)). */
function added(a: number, b: number): number {
  if (a === -Infinity) return b
  if (b === -Infinity) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
