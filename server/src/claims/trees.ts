import { derived } from '../text/derived.js'

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

/** The questions of some trees, packed: the column in the upper half of a number, the edge in the lower, so that both are one look away. */
const questionsOf = derived(({ columns, edges }: Trees) =>
  Int32Array.from(columns, (column, i) => (column << 16) | (edges[i]! & 0xffff)),
)

/** Trees made ready for asking many rows. */
export interface Asking {
  readonly trees: Trees
  readonly questions: Int32Array
}

export function asking(trees: Trees): Asking {
  return { trees, questions: questionsOf(trees) }
}

/** The log-odds that the trees give to the row of `values` that begins at `offset`. */
export function logOddsOf({ trees, questions }: Asking, values: Int16Array, offset: number): number {
  const { depth, leaves } = trees
  let sum = trees.start
  for (let at = 0, base = 0; at < questions.length; base += 1 << depth) {
    let leaf = 0
    // The sign of the difference is the answer: a branch here would be guessed wrong every other time.
    for (const end = at + depth; at < end; at++) {
      const question = questions[at]!
      leaf = 2 * leaf + ((((question << 16) >> 16) - values[offset + (question >>> 16)]!) >>> 31)
    }
    sum += leaves[base + leaf]!
  }
  return sum
}
