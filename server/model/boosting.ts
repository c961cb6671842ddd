import { beyondAll } from '../src/claims/trees.js'
import type { Trees } from '../src/claims/trees.js'

/** Rows of numbers to learn from: `values[row * width + column]`, and for each row what to learn, 0 or 1. */
export interface Table {
  readonly values: Int16Array
  readonly width: number
  readonly labels: Uint8Array
  /** How much each row counts; 1 for all when absent. */
  readonly weights?: Float32Array
}

export interface BoostingOptions {
  readonly trees: number
  /** How many questions a tree asks of a row. */
  readonly depth: number
  readonly learningRate: number
  /** Added to the second derivatives of each leaf, so that leaves with little evidence stay near zero. */
  readonly shrinkage: number
  /** Fewest rows (by weight of evidence, the sum of p(1-p)) that a leaf may hold. */
  readonly smallestLeaf: number
}

const bins = 64

/**
 * Gradient-boosted trees for the logistic loss, grown level by level over histograms of binned values, each level with the one question
 * that gains most over all its nodes.
 *
 * Deterministic: all rows and columns take part in every tree. After Friedman (2001), with the second-order gain and leaf values
 * that Chen and Guestrin (2016) use.
 */
export function boosted(table: Table, options: BoostingOptions): Trees {
  const { width, labels } = table
  const { depth } = options
  const rows = labels.length
  const edges = Array.from({ length: width }, (_, column) => edgesOf(table, column))
  const binned = binnedValues(table, edges)
  const start = startingLogOdds(table)
  const scores = new Float32Array(rows).fill(start)
  const trees: Trees = {
    start,
    depth,
    columns: new Uint8Array(options.trees * depth),
    edges: new Int16Array(options.trees * depth),
    leaves: new Float32Array(options.trees * 2 ** depth),
  }
  const gradients = new Float32Array(rows)
  const curvatures = new Float32Array(rows)
  const nodes = new Uint8Array(rows)
  for (let tree = 0; tree < options.trees; tree++) {
    for (let row = 0; row < rows; row++) {
      const probability = 1 / (1 + Math.exp(-scores[row]!))
      const weight = table.weights?.[row] ?? 1
      gradients[row] = weight * (labels[row]! - probability)
      curvatures[row] = weight * probability * (1 - probability)
    }
    nodes.fill(0)
    for (let level = 0; level < depth; level++) {
      const { column, bin } = bestQuestion(binned, nodes, 1 << level, gradients, curvatures, options)
      trees.columns[tree * depth + level] = column
      trees.edges[tree * depth + level] = bin < 0 ? beyondAll : edges[column]![bin]!
      const values = binned[column]!
      for (let row = 0; row < rows; row++)
        nodes[row] = 2 * nodes[row]! + (bin >= 0 && values[row]! > bin ? 1 : 0)
    }
    const leaves = leafValues(nodes, 2 ** depth, gradients, curvatures, options)
    trees.leaves.set(leaves, tree * 2 ** depth)
    for (let row = 0; row < rows; row++) scores[row] = scores[row]! + leaves[nodes[row]!]!
  }
  return trees
}

interface Question {
  readonly column: number
  /** Rows whose bin is greater answer yes; -1 where no question helps. */
  readonly bin: number
}

function bestQuestion(
  binned: readonly Uint8Array[],
  nodes: Uint8Array,
  nodeCount: number,
  gradients: Float32Array,
  curvatures: Float32Array,
  options: BoostingOptions,
): Question {
  let best: Question = { column: 0, bin: -1 }
  let bestGain = 1e-6
  const sumG = new Float64Array(nodeCount * bins)
  const sumH = new Float64Array(nodeCount * bins)
  const gains = new Float64Array(bins)
  binned.forEach((values, column) => {
    sumG.fill(0)
    sumH.fill(0)
    for (let row = 0; row < values.length; row++) {
      const cell = nodes[row]! * bins + values[row]!
      sumG[cell] = sumG[cell]! + gradients[row]!
      sumH[cell] = sumH[cell]! + curvatures[row]!
    }
    gains.fill(0)
    for (let node = 0; node < nodeCount; node++) addGains(node * bins, sumG, sumH, gains, options)
    for (let bin = 0; bin < bins - 1; bin++) {
      if (gains[bin]! <= bestGain) continue
      bestGain = gains[bin]!
      best = { column, bin }
    }
  })
  return best
}

/** Adds to each bin what dividing one node behind it would gain. */
function addGains(
  first: number,
  sumG: Float64Array,
  sumH: Float64Array,
  gains: Float64Array,
  { shrinkage, smallestLeaf }: BoostingOptions,
): void {
  let allG = 0
  let allH = 0
  for (let cell = first; cell < first + bins; cell++) {
    allG += sumG[cell]!
    allH += sumH[cell]!
  }
  const whole = (allG * allG) / (allH + shrinkage)
  let leftG = 0
  let leftH = 0
  for (let bin = 0; bin < bins - 1; bin++) {
    leftG += sumG[first + bin]!
    leftH += sumH[first + bin]!
    if (leftH < smallestLeaf) continue
    const rightG = allG - leftG
    const rightH = allH - leftH
    if (rightH < smallestLeaf) break
    gains[bin] =
      gains[bin]! + (leftG * leftG) / (leftH + shrinkage) + (rightG * rightG) / (rightH + shrinkage) - whole
  }
}

function leafValues(
  nodes: Uint8Array,
  leafCount: number,
  gradients: Float32Array,
  curvatures: Float32Array,
  options: BoostingOptions,
): Float32Array {
  const sumG = new Float64Array(leafCount)
  const sumH = new Float64Array(leafCount)
  for (let row = 0; row < nodes.length; row++) {
    const leaf = nodes[row]!
    sumG[leaf] = sumG[leaf]! + gradients[row]!
    sumH[leaf] = sumH[leaf]! + curvatures[row]!
  }
  return Float32Array.from(sumG, (g, leaf) => (options.learningRate * g) / (sumH[leaf]! + options.shrinkage))
}

/** Up to 63 ascending edges that cut a column into bins with about equally many rows. */
function edgesOf(table: Table, column: number): Int16Array {
  const rows = table.labels.length
  const step = Math.max(1, Math.floor(rows / 20000))
  const sample: number[] = []
  for (let row = 0; row < rows; row += step) sample.push(table.values[row * table.width + column]!)
  const sorted = Int16Array.from(sample).sort()
  const edges: number[] = []
  for (let bin = 1; bin < bins; bin++) {
    const edge = sorted[Math.floor((bin * sorted.length) / bins)]!
    if (edge > (edges.at(-1) ?? -Infinity) && edge < sorted[sorted.length - 1]!) edges.push(edge)
  }
  return Int16Array.from(edges)
}

/** For each column the bin of each row: how many edges its value exceeds. */
function binnedValues(table: Table, edges: readonly Int16Array[]): Uint8Array[] {
  const rows = table.labels.length
  return edges.map((cuts, column) => {
    const binned = new Uint8Array(rows)
    for (let row = 0; row < rows; row++) {
      const value = table.values[row * table.width + column]!
      let low = 0
      let high = cuts.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (value > cuts[middle]!) low = middle + 1
        else high = middle
      }
      binned[row] = low
    }
    return binned
  })
}

function startingLogOdds(table: Table): number {
  let positive = 0
  let all = 0
  for (let row = 0; row < table.labels.length; row++) {
    const weight = table.weights?.[row] ?? 1
    positive += weight * table.labels[row]!
    all += weight
  }
  return Math.log(positive / (all - positive))
}
