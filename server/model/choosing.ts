import type { ChoiceModel } from '../src/terms/abbreviations/choice.js'

/** Things to choose from: in each group the one of `right`, or none where that is -1. */
export interface Choices {
  readonly groups: readonly (readonly Float32Array[])[]
  readonly right: readonly number[]
}

export interface ChoosingOptions {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  /** Added to the second derivatives of each leaf, so that leaves with little evidence stay near zero. */
  readonly shrinkage: number
  /** The share of the groups, and of the columns, that each tree sees. */
  readonly share: number
}

const bins = 64
const start = -2

/**
 * Boosted oblivious trees for choosing one of a group or none: gradients of the softmax over each group's scores and a zero, as
 * in a conditional logit (McFadden 1974). The same choices and options give the same trees.
 */
export function choosing(
  measures: readonly string[],
  choices: Choices,
  options: ChoosingOptions,
): ChoiceModel {
  const { depth, share } = options
  const state = stateOf(measures.length, choices)
  const columns: number[] = []
  const edges: number[] = []
  const leaves: number[] = []
  for (let tree = 0; tree < options.trees; tree++) {
    const rows = seenRows(state, choices, (group) => isSeen(tree, group, share))
    const seen = measures.flatMap((_, column) => (isSeen(tree, -2 - column, share) ? [column] : []))
    state.leaf.fill(0)
    for (let level = 0; level < depth; level++) {
      const { column, bin } = bestQuestion(state, rows, seen, level, options.shrinkage)
      columns.push(column)
      edges.push(Number((state.edges[column]![bin] ?? Infinity).toPrecision(6)))
      const binned = state.binned[column]!
      for (let row = 0; row < state.leaf.length; row++)
        if (binned[row]! > bin) state.leaf[row] = state.leaf[row]! + (1 << level)
    }
    const values = leafValues(state, rows, 1 << depth, options)
    leaves.push(...values)
    for (let row = 0; row < state.leaf.length; row++)
      state.scores[row] = state.scores[row]! + values[state.leaf[row]!]!
  }
  return { measures, start, depth, columns, edges, leaves }
}

interface State {
  /** Where each group's rows begin; the last one is where all end. */
  readonly starts: readonly number[]
  readonly edges: readonly (readonly number[])[]
  /** For each column the bin of each row: how many edges its value exceeds. */
  readonly binned: readonly Uint8Array[]
  readonly scores: Float64Array
  readonly gradients: Float64Array
  readonly curvatures: Float64Array
  readonly leaf: Uint8Array
}

function stateOf(width: number, { groups }: Choices): State {
  const rows = groups.flat()
  const starts = [0]
  for (const group of groups) starts.push(starts.at(-1)! + group.length)
  const edges = Array.from({ length: width }, (_, column) => edgesOf(rows.map((row) => row[column]!)))
  const binned = edges.map((cuts, column) =>
    Uint8Array.from(rows, (row) => {
      const above = cuts.findIndex((edge) => row[column]! <= edge)
      return above < 0 ? cuts.length : above
    }),
  )
  const numbers = () => new Float64Array(rows.length)
  const scores = numbers().fill(start)
  return {
    starts,
    edges,
    binned,
    scores,
    gradients: numbers(),
    curvatures: numbers(),
    leaf: new Uint8Array(rows.length),
  }
}

/** Ascending edges between values: all there are, or as many as cut the rows into parts of about the same size. */
function edgesOf(values: readonly number[]): readonly number[] {
  const sorted = Float32Array.from(values).sort()
  const distinct = [...new Set(sorted)]
  if (distinct.length <= bins) return distinct.slice(0, -1)
  const cuts = Array.from(
    { length: bins - 1 },
    (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / bins)]!,
  )
  return [...new Set(cuts)].filter((edge) => edge < sorted.at(-1)!)
}

/** Measures the gradients of the groups that a tree sees, and gives their rows. */
function seenRows(state: State, { right }: Choices, sees: (group: number) => boolean): Int32Array {
  const { starts, scores, gradients, curvatures } = state
  const rows: number[] = []
  right.forEach((chosen, group) => {
    if (!sees(group)) return
    const [from, to] = [starts[group]!, starts[group + 1]!]
    const largest = scores.subarray(from, to).reduce((a, b) => Math.max(a, b), 0)
    let sum = Math.exp(-largest)
    for (let row = from; row < to; row++) sum += Math.exp(scores[row]! - largest)
    for (let row = from; row < to; row++) {
      const probability = Math.exp(scores[row]! - largest) / sum
      gradients[row] = (row - from === chosen ? 1 : 0) - probability
      curvatures[row] = probability * (1 - probability)
      rows.push(row)
    }
  })
  return Int32Array.from(rows)
}

/** The question whose answers part the rows of all leaves best. */
function bestQuestion(
  state: State,
  rows: Int32Array,
  columns: readonly number[],
  level: number,
  shrinkage: number,
) {
  const { gradients, curvatures, leaf } = state
  let best = { column: 0, bin: bins, gain: 1e-6 }
  for (const column of columns) {
    const binned = state.binned[column]!
    const sumG = new Float64Array(bins << level)
    const sumH = new Float64Array(bins << level)
    for (const row of rows) {
      const cell = leaf[row]! * bins + binned[row]!
      sumG[cell] = sumG[cell]! + gradients[row]!
      sumH[cell] = sumH[cell]! + curvatures[row]!
    }
    const gains = gainsOf(sumG, sumH, shrinkage)
    for (let bin = 0; bin < state.edges[column]!.length; bin++)
      if (gains[bin]! > best.gain) best = { column, bin, gain: gains[bin]! }
  }
  return best
}

/** For each bin, what parting every leaf behind it gains. */
function gainsOf(sumG: Float64Array, sumH: Float64Array, shrinkage: number): Float64Array {
  const gains = new Float64Array(bins)
  for (let from = 0; from < sumG.length; from += bins) {
    let allG = 0
    let allH = 0
    for (let cell = from; cell < from + bins; cell++) {
      allG += sumG[cell]!
      allH += sumH[cell]!
    }
    const whole = (allG * allG) / (allH + shrinkage)
    let leftG = 0
    let leftH = 0
    for (let bin = 0; bin < bins; bin++) {
      leftG += sumG[from + bin]!
      leftH += sumH[from + bin]!
      const [rightG, rightH] = [allG - leftG, allH - leftH]
      const parted = (leftG * leftG) / (leftH + shrinkage) + (rightG * rightG) / (rightH + shrinkage)
      gains[bin] = gains[bin]! + parted - whole
    }
  }
  return gains
}

function leafValues(
  state: State,
  rows: Int32Array,
  leaves: number,
  { rate, shrinkage }: ChoosingOptions,
): readonly number[] {
  const sumG = new Float64Array(leaves)
  const sumH = new Float64Array(leaves)
  for (const row of rows) {
    const leaf = state.leaf[row]!
    sumG[leaf] = sumG[leaf]! + state.gradients[row]!
    sumH[leaf] = sumH[leaf]! + state.curvatures[row]!
  }
  return Array.from(sumG, (g, leaf) => Number(((rate * g) / (sumH[leaf]! + shrinkage)).toFixed(3)))
}

/** Whether a tree sees a group or a column: scattered, and the same at every run. */
function isSeen(tree: number, index: number, share: number): boolean {
  let mixed = Math.imul(tree + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32 < share
}
