import { folded, mark } from './tokens.js'

/**
 * The key of a name is a polynomial hash, modulo 2^32, over its folded letters and digits. What stands between them does
 * not count, so "IGF-1", "IGF1" and "IGF 1" share one key, and whoever finds a key compares the name itself.
 */
const base = 0x01000193
const inverseOfBase = inverse(base)
const foldedS = 0x73
const foldedE = 0x65

/** The key of what was read so far and one more folded unit. */
export function withUnit(key: number, unit: number): number {
  return (Math.imul(key, base) + unit) | 0
}

/** The key that `withUnit` made `key` of. */
export function withoutUnit(key: number, unit: number): number {
  return Math.imul(key - unit, inverseOfBase)
}

/** The key without a final "s" that was read last. */
export function withoutS(key: number): number {
  return withoutUnit(key, foldedS)
}

/** The key without a final "es" that was read last. */
export function withoutEs(key: number): number {
  return withoutUnit(withoutUnit(key, foldedS), foldedE)
}

export function withS(key: number): number {
  return withUnit(key, foldedS)
}

export function withEs(key: number): number {
  return withUnit(withUnit(key, foldedE), foldedS)
}

/** The key of all letters and digits of a text. */
export function keyOf(text: string): number {
  let key = 0
  for (let i = 0; i < text.length; i++) {
    const unit = folded[text.charCodeAt(i)]!
    if (unit > mark) key = withUnit(key, unit)
  }
  return key
}

/** Spreads a key over all 32 bits: neighbouring keys must not be neighbours in a table. */
export function spread(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

/** The number that `n` (odd) gives 1 with, modulo 2^32; each round of Newton's method doubles the bits that are right. */
function inverse(n: number): number {
  let result = n
  for (let round = 0; round < 5; round++) result = Math.imul(result, 2 - Math.imul(n, result))
  return result
}
