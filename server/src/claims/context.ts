import { headCount } from './heads.js'
import { surfaceWidth } from './surface.js'

/** How many numbers the second pass sees of each sentence. */
export const rowWidth = headCount + surfaceWidth + 17 + (headCount - 2)

/** What stands for a neighbour that is not there; no log-odds reach it. */
const nobody = -9

/**
 * What the second pass sees of each sentence of one block: its own first-pass log-odds and surface, those of the sentences
 * around it, the means over the block, and its place. Nothing outside the block is looked at, so that an edit re-derives one block.
 *
 * @param heads `count * headCount` first-pass log-odds, sentence by sentence
 * @param surfaces `count * surfaceWidth` numbers
 * @param rows `count * rowWidth` numbers, written here
 */
export function writeRows(
  heads: Float32Array,
  surfaces: Float32Array,
  count: number,
  rows: Float32Array,
): void {
  const means = new Float32Array(headCount)
  const cited = new Float32Array(count)
  for (let i = 0; i < count; i++) {
    cited[i] = (heads[i * headCount]! + heads[i * headCount + 1]!) / 2
    for (let head = 0; head < headCount; head++)
      means[head] = means[head]! + heads[i * headCount + head]! / count
  }
  const sum = cited.reduce((a, b) => a + b, 0)
  const sorted = Float32Array.from(cited).sort()
  for (let i = 0; i < count; i++) {
    let at = i * rowWidth
    const own = cited[i]!
    for (let head = 0; head < headCount; head++) rows[at++] = heads[i * headCount + head]!
    for (let k = 0; k < surfaceWidth; k++) rows[at++] = surfaces[i * surfaceWidth + k]!
    for (let distance = -3; distance <= 3; distance++) {
      if (distance !== 0)
        rows[at++] = i + distance >= 0 && i + distance < count ? cited[i + distance]! : nobody
    }
    const highest = sorted[count - 1]!
    const lowest = sorted[0]!
    rows[at++] = count > 1 ? (sum - own) / (count - 1) : nobody
    rows[at++] = count > 1 ? (highest === own ? sorted[count - 2]! : highest) : nobody
    rows[at++] = count > 1 ? (lowest === own ? sorted[1]! : lowest) : nobody
    rows[at++] = i
    rows[at++] = count
    rows[at++] = count > 1 ? i / (count - 1) : 0.5
    rows[at++] = count - 1 - i
    rows[at++] = i > 0 ? surfaces[(i - 1) * surfaceWidth]! : 0
    rows[at++] = i + 1 < count ? surfaces[(i + 1) * surfaceWidth]! : 0
    rows[at++] = above(sorted, own) / count
    rows[at++] = i > 0 ? surfaces[(i - 1) * surfaceWidth + 4]! : -1
    for (let head = 2; head < headCount; head++) rows[at++] = means[head]!
  }
}

/** How many of the ascending numbers exceed `value`. */
function above(sorted: Float32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! > value) high = middle
    else low = middle + 1
  }
  return sorted.length - low
}
