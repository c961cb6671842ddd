import { characterShare, noWeight, slotWidth, unitOf } from '../src/claims/heads.js'
import type { Heads } from '../src/claims/heads.js'
import type { GramTable, Grams } from './grams.js'
import type { Slots } from './slots.js'

/** A logistic regression over hashed grams, as it was learned. */
export interface Regression {
  readonly bias: number
  readonly weights: Float32Array
}

export interface RegressionOptions {
  /** There are two to the power of this many weights. */
  readonly bits: number
  readonly epochs: number
  readonly seed: number
}

const learningRate = 0.1

/**
 * A logistic regression over hashed grams, by stochastic gradient descent with AdaGrad's step sizes (Duchi, Hazan and Singer 2011).
 * A sentence is the vector of its gram counts, divided by about the square root of their number.
 *
 * @param rows the sentences to learn from, as indices into the table
 * @param targets for every sentence of the table, what to learn, in [0, 1]
 */
export function regression(
  { words, characters }: GramTable,
  rows: Int32Array,
  targets: Float32Array,
  options: RegressionOptions,
): Regression {
  const size = 2 ** options.bits
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(1e-3)
  const order = rows.slice()
  const random = randomNumbers(options.seed)
  let bias = -0.8
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const row of order) {
      const wordUnit = unitAt(words, row)
      const characterUnit = characters ? characterShare * unitAt(characters, row) : 0
      let logOdds = bias + wordUnit * sumAt(words, row, weights)
      if (characters) logOdds += characterUnit * sumAt(characters, row, weights)
      const miss = 1 / (1 + Math.exp(-logOdds)) - targets[row]!
      bias -= 0.02 * learningRate * miss
      step(words, row, weights, squares, miss * wordUnit)
      if (characters) step(characters, row, weights, squares, miss * characterUnit)
    }
  }
  return { bias, weights }
}

/** The log-odds that a regression gives to a sentence of the table. */
export function logOddsAt(
  { words, characters }: GramTable,
  row: number,
  { bias, weights }: Regression,
): number {
  const ofWords = unitAt(words, row) * sumAt(words, row, weights)
  if (!characters) return bias + ofWords
  return bias + ofWords + characterShare * unitAt(characters, row) * sumAt(characters, row, weights)
}

function unitAt({ starts }: Grams, row: number): number {
  return unitOf(starts[row + 1]! - starts[row]!)
}

function sumAt({ grams, starts }: Grams, row: number, weights: Float32Array): number {
  const mask = weights.length - 1
  const end = starts[row + 1]!
  let sum = 0
  for (let i = starts[row]!; i < end; i++) sum += weights[grams[i]! & mask]!
  return sum
}

function step(
  { grams, starts }: Grams,
  row: number,
  weights: Float32Array,
  squares: Float32Array,
  gradient: number,
): void {
  const mask = weights.length - 1
  const end = starts[row + 1]!
  const square = gradient * gradient
  for (let i = starts[row]!; i < end; i++) {
    const at = grams[i]! & mask
    const sum = squares[at]! + square
    squares[at] = sum
    weights[at] = weights[at]! - (learningRate * gradient) / Math.sqrt(sum)
  }
}

/** Some weights are larger than all others together; so few of them are cut, that all others keep their places behind the point. */
const cutShare = 1e-4

/** Weights are kept in so many steps to either side: eight times as many make the package a fifth larger and the verdicts no better. */
const mostSteps = 15

/** Regressions over the grams of some slots side by side, their weights in whole steps from -15 to 15. */
export function headsOf(regressions: readonly Regression[], { bits, prints }: Slots): Heads {
  const heads: Heads = {
    bits,
    biases: Float32Array.from(regressions, ({ bias }) => bias),
    steps: Float32Array.from(regressions, ({ weights }) => largest(weights) / mostSteps),
    slots: new Uint8Array(slotWidth * 2 ** bits),
  }
  prints.forEach((print, slot) => {
    if (print === 0) return
    const at = slot * slotWidth
    heads.slots[at] = print
    regressions.forEach(({ weights }, head) => {
      const steps = Math.round(weights[slot]! / heads.steps[head]!)
      heads.slots[at + 1 + head] = Math.max(-mostSteps, Math.min(mostSteps, steps)) + noWeight
    })
  })
  return heads
}

function largest(weights: Float32Array): number {
  const sizes = Float32Array.from(weights, Math.abs).sort()
  return Math.max(1e-6, sizes[Math.floor((1 - cutShare) * (sizes.length - 1))]!)
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
