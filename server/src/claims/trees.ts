/**
 * Boosted trees, all of one depth, that ask the same question of every row at the same level, whatever the answers before (after
 * Prokhorenkova et al. 2018, who call them oblivious). Level `k` of tree `t` asks whether the value in `columns[t * depth + k]` exceeds
 * `edges[t * depth + k]`; the answers, the first one highest, are the binary digits of one of `2 ** depth` leaves.
 */
export interface Trees {
  readonly start: number
  readonly depth: number
  readonly columns: Uint8Array
  /** Whole numbers, as the values are. */
  readonly edges: Int16Array
  readonly leaves: Float32Array
}

/** Where a tree should not ask, it asks for more than any value. */
export const beyondAll = 0x7fff

/** The log-odds that the trees give to the row of `values` that begins at `offset`. */
export function logOddsOf(
  { start, depth, columns, edges, leaves }: Trees,
  values: Int16Array,
  offset: number,
): number {
  let sum = start
  for (let question = 0, base = 0; question < columns.length; base += 1 << depth) {
    let leaf = 0
    // The sign of the difference is the answer: a branch here would be guessed wrong every other time.
    for (const end = question + depth; question < end; question++)
      leaf = 2 * leaf + ((edges[question]! - values[offset + columns[question]!]!) >>> 31)
    sum += leaves[base + leaf]!
  }
  return sum
}
