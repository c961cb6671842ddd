/**
 * Boosted trees, all complete and of one depth. Tree `t` asks `columns[t * inner + node]` whether its value exceeds `edges[…]`,
 * goes to node `2 * node + 1` if not and `2 * node + 2` if so, and ends in one of `inner + 1` leaves; `inner` is `2 ** depth - 1`.
 */
export interface Trees {
  readonly start: number
  readonly depth: number
  readonly columns: Uint8Array
  readonly edges: Float32Array
  readonly leaves: Float32Array
}

/** The log-odds that the trees give to the row of `values` that begins at `offset`. */
export function logOddsOf(trees: Trees, values: Float32Array, offset: number): number {
  const { columns, edges, leaves } = trees
  const inner = 2 ** trees.depth - 1
  let sum = trees.start
  let leaf = -inner
  for (let base = 0; base < columns.length; base += inner) {
    let node = 0
    while (node < inner) {
      const question = base + node
      node = 2 * node + (values[offset + columns[question]!]! > edges[question]! ? 2 : 1)
    }
    sum += leaves[leaf + node]!
    leaf += inner + 1
  }
  return sum
}
