import { headCount, perUnit } from './heads.js'
import { seenOfSurface, surfaceWidth } from './surface.js'

/** How many numbers the second pass sees of each sentence. */
export const rowWidth = headCount + seenOfSurface + 17 + (headCount - 1)

/** What stands for a neighbour that is not there; no log-odds reach it. */
const nobody = -9 * perUnit

/** Shares are given in hundredths. */
const hundred = 100

/** Up to so many sentences are compared with one another; of longer blocks the first ones stand for all. */
const mostCompared = 64

const sums = new Int32Array(headCount)

/**
 * What the second pass sees of each sentence of one block: its own first-pass log-odds and surface, those of the sentences
 * around it, the means over the block, and its place. Nothing outside the block is looked at, so that an edit re-derives one block.
 *
 * @param heads `count * headCount` first-pass log-odds, sentence by sentence
 * @param surfaces `count * surfaceWidth` numbers
 * @param rows `count * rowWidth` numbers, written here
 */
export function writeRows(heads: Int16Array, surfaces: Int16Array, count: number, rows: Int16Array): void {
  sums.fill(0)
  for (let i = 0; i < count; i++) {
    for (let head = 0; head < headCount; head++) sums[head] = sums[head]! + heads[i * headCount + head]!
  }
  const sum = sums[0]!
  const compared = Math.min(count, mostCompared)
  for (let i = 0; i < count; i++) {
    let at = i * rowWidth
    const own = heads[i * headCount]!
    for (let head = 0; head < headCount; head++) rows[at++] = heads[i * headCount + head]!
    for (let k = 0; k < seenOfSurface; k++) rows[at++] = surfaces[i * surfaceWidth + k]!
    for (let distance = -3; distance <= 3; distance++) {
      if (distance !== 0)
        rows[at++] = i + distance >= 0 && i + distance < count ? heads[(i + distance) * headCount]! : nobody
    }
    let highest = -Infinity
    let lowest = Infinity
    let above = 0
    for (let k = 0; k < compared; k++) {
      if (k === i) continue
      const other = heads[k * headCount]!
      if (other > highest) highest = other
      if (other < lowest) lowest = other
      if (other > own) above++
    }
    rows[at++] = count > 1 ? Math.round((sum - own) / (count - 1)) : nobody
    rows[at++] = count > 1 ? highest : nobody
    rows[at++] = count > 1 ? lowest : nobody
    rows[at++] = i
    rows[at++] = count
    rows[at++] = count > 1 ? Math.round((hundred * i) / (count - 1)) : hundred / 2
    rows[at++] = count - 1 - i
    rows[at++] = i > 0 ? surfaces[(i - 1) * surfaceWidth]! : 0
    rows[at++] = i + 1 < count ? surfaces[(i + 1) * surfaceWidth]! : 0
    rows[at++] = Math.round((hundred * above) / compared)
    rows[at++] = i > 0 ? surfaces[(i - 1) * surfaceWidth + 4]! : -1
    for (let head = 1; head < headCount; head++) rows[at++] = Math.round(sums[head]! / count)
  }
}
