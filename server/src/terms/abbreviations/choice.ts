import { derived } from '../../text/derived.js'

/**
 * Boosted trees that score things to choose from. All are of one depth and ask the same question of every row at the same
 * level, whatever the answers before (oblivious trees, after Prokhorenkova et al. 2018): level `k` of tree `t` asks whether the value
 * in column `columns[t * depth + k]` exceeds `edges[t * depth + k]`. The answers, the first one lowest, are the binary digits of one of
 * the tree's `2 ** depth` leaves.
 */
export interface ChoiceModel {
  /** What the columns hold. */
  readonly measures: readonly string[]
  readonly start: number
  readonly depth: number
  readonly columns: readonly number[]
  readonly edges: readonly number[]
  readonly leaves: readonly number[]
}

/** The score of one thing; the greater, the likelier it is chosen. */
export function scoreOf(model: ChoiceModel, row: Float32Array): number {
  const { columns, edges, leaves } = packed(model)
  const { depth } = model
  let sum = model.start
  for (let at = 0, base = 0; at < columns.length; base += 1 << depth) {
    let leaf = base
    for (let k = 0; k < depth; k++, at++) if (row[columns[at]!]! > edges[at]!) leaf += 1 << k
    sum += leaves[leaf]!
  }
  return sum
}

/** The model's numbers where they are fast to read. */
const packed = derived(({ columns, edges, leaves }: ChoiceModel) => ({
  columns: Uint8Array.from(columns),
  edges: Float32Array.from(edges),
  leaves: Float32Array.from(leaves),
}))

/** The probability of each of some things to be the one, where none may be, too: none has the score 0. */
export function choiceOf(scores: readonly number[]): readonly number[] {
  const largest = scores.reduce((a, b) => Math.max(a, b), 0)
  const weights = scores.map((score) => Math.exp(score - largest))
  const sum = weights.reduce((a, b) => a + b, Math.exp(-largest))
  return weights.map((weight) => weight / sum)
}
