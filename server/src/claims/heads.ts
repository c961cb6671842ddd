import type { Grams } from './grams.js'

/**
 * The linear models of the first pass, over the same hashed grams. The first two tell cited from uncited sentences; the rest
 * tell what kind of text a sentence comes from, which the second pass averages over the block.
 */
export const headNames = [
  'cited',
  'cited-words',
  'introduction',
  'discussion',
  'results',
  'methods',
  'review',
] as const
export const headCount = headNames.length

/** A logistic regression over hashed grams, its weights stored as whole numbers from -127 to 127. */
export interface Head {
  readonly bias: number
  /** What a stored weight of 1 stands for. */
  readonly scale: number
  /** A power of two of them: the last bits of a gram's hash say which is its weight. */
  readonly weights: Int8Array
  /** Whether it looks at character grams too, or at word grams alone. */
  readonly readsCharacters: boolean
}

/** The log-odds that a head gives to a sentence with these grams. */
export function headLogOdds(head: Head, grams: Grams): number {
  const { weights } = head
  const { hashes } = grams
  const count = head.readsCharacters ? grams.count : grams.wordGrams
  const mask = weights.length - 1
  let sum = 0
  for (let i = 0; i < count; i++) sum += weights[hashes[i]! & mask]!
  return head.bias + (head.scale * sum) / Math.sqrt(count)
}
