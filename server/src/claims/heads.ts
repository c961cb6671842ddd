/**
 * The linear models of the first pass, over the same hashed grams of a sentence. The first tells cited from uncited sentences, the
 * second whether the next one is; then what kind of text a sentence comes from, and whether its words give a reason for a source, as
 * far as that can be told from grams (`lift.ts`).
 */
export const headNames = [
  'cited',
  'following',
  'introduction',
  'discussion',
  'results',
  'methods',
  'review',
  'reason',
] as const
export const headCount = headNames.length

/** The place of a head among them. */
export function headIndex(name: (typeof headNames)[number]): number {
  return headNames.indexOf(name)
}

/**
 * All heads in one table: logistic regressions over hashed grams, the weights of a gram beside each other, so that one look into memory
 * serves all heads.
 */
export interface Heads {
  /** The last so many bits of a gram's hash say which weights are its own. */
  readonly bits: number
  /** What the log-odds of each head start from. */
  readonly biases: Float32Array
  /** What one step of a stored weight stands for, for each head. */
  readonly steps: Float32Array
  /** `headCount` weights for each gram, in steps, 128 added to each. */
  readonly weights: Uint8Array
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
