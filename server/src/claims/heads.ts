import type { Grams } from './grams.js'

/**
 * The linear models of the first pass, over the same hashed grams. The first two tell cited from uncited sentences; the rest
 * tell what kind of text a sentence comes from, which the second pass averages over the block.
 */
export const headNames = [
  'cited',
  'cited-phrases',
  'introduction',
  'discussion',
  'results',
  'methods',
  'review',
] as const
export const headCount = headNames.length

/**
 * A logistic regression over hashed grams. A weight is stored as a whole number from -127 to 127, the signed square root of
 * what it stands for: most weights are small, and the few large ones decide.
 */
export interface Head {
  readonly bias: number
  /** What a stored weight of 127 stands for. */
  readonly largest: number
  /** A power of two of them: the last bits of a gram's hash say which is its weight. */
  readonly weights: Int8Array
  readonly reads: Reading
}

/** Word 1–2-grams alone, phrases too, or characters as well. */
export type Reading = 'words' | 'phrases' | 'characters'

/** The log-odds that a head gives to a sentence with these grams. */
export function headLogOdds(head: Head, grams: Grams): number {
  const { weights } = head
  const { hashes } = grams
  const count = gramCount(head.reads, grams)
  const mask = weights.length - 1
  let sum = 0
  for (let i = 0; i < count; i++) sum += signedSquares[weights[hashes[i]! & mask]! + 128]!
  return head.bias + (head.largest * sum) / Math.sqrt(count)
}

/** How many of a sentence's grams, from the first on, a head of this reading looks at. */
export function gramCount(reads: Reading, grams: Pick<Grams, 'count' | 'wordGrams' | 'phraseGrams'>): number {
  if (reads === 'words') return grams.wordGrams
  return reads === 'phrases' ? grams.phraseGrams : grams.count
}

/** For each stored weight plus 128 what it stands for, as a share of the largest. */
const signedSquares = Float32Array.from(
  { length: 256 },
  (_, i) => ((i - 128) * Math.abs(i - 128)) / (127 * 127),
)
