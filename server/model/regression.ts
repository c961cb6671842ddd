import { gramsOf } from '../src/claims/grams.js'
import type { Grams } from '../src/claims/grams.js'
import { gramCount } from '../src/claims/heads.js'
import type { Head, Reading } from '../src/claims/heads.js'

/** The grams of many sentences, one after the other. Those of sentence `i` are `hashes[starts[i]]` to `hashes[starts[i + 1]]`. */
export interface GramTable {
  readonly hashes: Int32Array
  readonly starts: Float64Array
  /** How many of a sentence's grams, from its first on, are word 1–2-grams, and how many are of words at all. */
  readonly wordGrams: Int32Array
  readonly phraseGrams: Int32Array
}

/** The grams of many sentences, in their order. */
export function gramTable(texts: readonly string[]): GramTable {
  const starts = new Float64Array(texts.length + 1)
  const wordGrams = new Int32Array(texts.length)
  const phraseGrams = new Int32Array(texts.length)
  texts.forEach((text, i) => {
    const grams = gramsOf(text)
    starts[i + 1] = starts[i]! + grams.count
    wordGrams[i] = grams.wordGrams
    phraseGrams[i] = grams.phraseGrams
  })
  const hashes = new Int32Array(starts[texts.length]!)
  texts.forEach((text, i) => {
    const grams = gramsOf(text)
    hashes.set(grams.hashes.subarray(0, grams.count), starts[i])
  })
  return { hashes, starts, wordGrams, phraseGrams }
}

/** The grams of one sentence of the table. */
export function gramsAt(table: GramTable, row: number): Grams {
  const start = table.starts[row]!
  const end = table.starts[row + 1]!
  return {
    hashes: table.hashes.subarray(start, end),
    count: end - start,
    wordGrams: table.wordGrams[row]!,
    phraseGrams: table.phraseGrams[row]!,
  }
}

export interface RegressionOptions {
  /** The table has two to the power of this many weights. */
  readonly bits: number
  readonly reads: Reading
  readonly epochs: number
  readonly seed: number
}

const learningRate = 0.1

/**
 * A logistic regression over hashed grams, by stochastic gradient descent with AdaGrad's step sizes (Duchi, Hazan and Singer 2011).
 * A sentence is the vector of its gram counts, divided by the square root of their number.
 *
 * @param rows the sentences to learn from, as indices into the table
 * @param labels for every sentence of the table, 0 or 1
 */
export function regression(
  table: GramTable,
  rows: Int32Array,
  labels: Uint8Array,
  options: RegressionOptions,
): Head {
  const size = 2 ** options.bits
  const mask = size - 1
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(1e-3)
  const order = rows.slice()
  const random = randomNumbers(options.seed)
  let bias = -0.8
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const row of order) {
      const start = table.starts[row]!
      const end = start + gramCount(options.reads, gramsAt(table, row))
      const unit = 1 / Math.sqrt(end - start)
      let sum = 0
      for (let i = start; i < end; i++) sum += weights[table.hashes[i]! & mask]!
      const miss = 1 / (1 + Math.exp(-bias - sum * unit)) - labels[row]!
      const gradient = miss * unit
      bias -= 0.02 * learningRate * miss
      for (let i = start; i < end; i++) {
        const at = table.hashes[i]! & mask
        squares[at] = squares[at]! + gradient * gradient
        weights[at] = weights[at]! - (learningRate * gradient) / Math.sqrt(squares[at])
      }
    }
  }
  return quantised(weights, bias, options.reads)
}

/** Weights as signed square roots, in whole numbers from -127 to 127. */
function quantised(weights: Float32Array, bias: number, reads: Reading): Head {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6)
  const roots = Int8Array.from(weights, (weight) => {
    return Math.round(127 * Math.sign(weight) * Math.sqrt(Math.abs(weight) / largest))
  })
  return { bias, largest, weights: roots, reads }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}

/** Numbers in [0, 1) that depend on the seed alone (Mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
