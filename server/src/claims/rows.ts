import type { BlockContext } from './context.js'
import { placeWidth, surroundingsWidth } from './context.js'
import { headCount, headIndex, perUnit } from './heads.js'
import { seenOfSurface, surfaceWidth } from './surface.js'

/** How many numbers the second pass sees of each sentence. */
export const rowWidth = headCount + seenOfSurface + 24 + (headCount - 1) + surroundingsWidth + placeWidth

/** What stands for a neighbour that is not there; no log-odds reach it. */
const nobody = -9 * perUnit

/** Up to so many sentences are compared with one another; of longer blocks the first ones stand for all. */
const mostCompared = 64

/** Shares are given in hundredths. */
const hundred = 100

const following = headIndex('following')
const preceding = headIndex('preceding')
const arguing = headIndex('cited-arguing')

const sums = new Int32Array(headCount)

/**
 * What the second pass sees of each sentence of one block: its own first-pass log-odds and surface, those of the sentences
 * around it, the means over the block, and where the block stands.
 *
 * @param heads `count * headCount` first-pass log-odds, sentence by sentence
 * @param surfaces `count * surfaceWidth` numbers
 * @param rows `count * rowWidth` numbers, written here
 */
export function writeRows(
  heads: Int16Array,
  surfaces: Int16Array,
  count: number,
  { surroundings, place }: BlockContext,
  rows: Int16Array,
): void {
  sums.fill(0)
  for (let i = 0; i < count; i++) {
    for (let head = 0; head < headCount; head++) sums[head] = sums[head]! + heads[i * headCount + head]!
  }
  const compared = Math.min(count, mostCompared)
  for (let i = 0; i < count; i++) {
    let at = i * rowWidth
    const first = i * headCount
    const own = heads[first]!
    for (let head = 0; head < headCount; head++) rows[at++] = heads[first + head]!
    for (let k = 0; k < seenOfSurface; k++) rows[at++] = surfaces[i * surfaceWidth + k]!
    for (let distance = -3; distance <= 3; distance++) {
      if (distance === 0) continue
      const isThere = i + distance >= 0 && i + distance < count
      rows[at++] = isThere ? heads[first + distance * headCount]! : nobody
    }
    const isFirst = i === 0
    const isLast = i === count - 1
    rows[at++] = isFirst ? nobody : heads[first - headCount + following]!
    rows[at++] = isLast ? nobody : heads[first + headCount + preceding]!
    rows[at++] = i < 2 ? nobody : heads[first - 2 * headCount + following]!
    rows[at++] = isFirst ? nobody : heads[first - headCount + arguing]!
    rows[at++] = isLast ? nobody : heads[first + headCount + arguing]!
    rows[at++] = isFirst ? 0 : surfaces[(i - 1) * surfaceWidth]!
    rows[at++] = isLast ? 0 : surfaces[(i + 1) * surfaceWidth]!
    rows[at++] = isFirst ? -1 : surfaces[(i - 1) * surfaceWidth + 4]!
    rows[at++] = isLast ? -1 : surfaces[(i + 1) * surfaceWidth + 4]!
    at = writeRank(heads, i, own, compared, rows, at)
    rows[at++] = count > 1 ? Math.round((sums[0]! - own) / (count - 1)) : nobody
    rows[at++] = i
    rows[at++] = count
    rows[at++] = count > 1 ? Math.round((hundred * i) / (count - 1)) : hundred / 2
    rows[at++] = count - 1 - i
    for (let head = 1; head < headCount; head++) rows[at++] = Math.round(sums[head]! / count)
    for (let k = 0; k < surroundingsWidth; k++) rows[at++] = surroundings.numbers[k]!
    for (let k = 0; k < placeWidth; k++) rows[at++] = place[k]!
  }
}

/** The highest and the lowest of the other sentences of the block, and how many of them lie above this one. */
function writeRank(
  heads: Int16Array,
  index: number,
  own: number,
  compared: number,
  rows: Int16Array,
  at: number,
): number {
  let highest = nobody
  let lowest = -nobody
  let above = 0
  for (let k = 0; k < compared; k++) {
    if (k === index) continue
    const other = heads[k * headCount]!
    if (other > highest) highest = other
    if (other < lowest) lowest = other
    if (other > own) above++
  }
  rows[at++] = highest
  rows[at++] = lowest
  rows[at++] = above
  rows[at++] = Math.round((hundred * above) / compared)
  return at
}
