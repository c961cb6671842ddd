/**
 * The linear models of the first pass, over the same hashed grams of a sentence. The first tells cited from uncited sentences, the next
 * two the same of its neighbours. Two more have learned it from what argues (introductions, discussions, reviews) and from what
 * reports (methods, results) alone. Then what kind of text a sentence comes from, and whether its words give a reason for a source
 * (`lift.ts`), as far as that can be told from grams.
 */
export const headNames = [
  'cited',
  'following',
  'preceding',
  'cited-arguing',
  'cited-reporting',
  'introduction',
  'discussion',
  'results',
  'methods',
  'review',
  'reason',
] as const
export type HeadName = (typeof headNames)[number]
export const headCount = headNames.length

/** The place of a head among them. */
export function headIndex(name: HeadName): number {
  return headNames.indexOf(name)
}

/**
 * All heads in one table: logistic regressions over hashed grams, the weights of a gram beside each other, so that one look into memory
 * serves all heads. Only grams that stood in several articles have a place; any other is told from them by a print of eight bits.
 */
export interface Heads {
  /** The last so many bits of a gram's hash say which slot is its own. */
  readonly bits: number
  /** What the log-odds of each head start from. */
  readonly biases: Float32Array
  /** What one step of a stored weight stands for, for each head. */
  readonly steps: Float32Array
  /** `slotWidth` bytes for each slot: the print of its gram (0 where there is none), and the weights, in steps, 128 added to each. */
  readonly slots: Uint8Array
}

export const slotWidth = headCount + 1

/** What tells a gram from others with the same slot, from 1 to 255. */
export function printOf(hash: number): number {
  return Math.max(1, hash >>> 24)
}

/** Log-odds of the first pass are kept as whole numbers, in sixty-fourths: sums of them are the same in whatever order. */
export const perUnit = 64

/** What stands in the table for a weight of nothing. */
export const noWeight = 128

/** Grams of characters together count for so much less than grams of words: they are for words that are rare. */
export const characterShare = 0.3

/** By what the weights of so many grams of one kind are multiplied: sentences are long and short. */
export function unitOf(gramCount: number): number {
  return 1 / Math.sqrt(gramCount + 1)
}
