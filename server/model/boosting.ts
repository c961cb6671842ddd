import type { Trees } from '../src/claims/trees.js'

/** Rows of numbers to learn from: `values[row * width + column]`, and for each row what to learn, 0 or 1. */
export interface Table {
  readonly values: Float32Array
  readonly width: number
  readonly labels: Uint8Array
  /** How much each row counts; 1 for all when absent. */
  readonly weights?: Float32Array
}

export interface BoostingOptions {
  readonly trees: number
  /** Every tree is complete: it asks this many questions. */
  readonly depth: number
  readonly learningRate: number
  /** Added to the second derivatives of each leaf, so that leaves with little evidence stay near zero. */
  readonly shrinkage: number
  /** Fewest rows (by weight of evidence, the sum of p(1-p)) that a leaf may hold. */
  readonly smallestLeaf: number
}

const bins = 64

/**
 * Gradient-boosted trees for the logistic loss, grown level by level over histograms of binned values.
 *
 * Deterministic: all rows and columns take part in every tree. After Friedman (2001), with the second-order gain and leaf values
 * that Chen and Guestrin (2016) use.
 */
export function boosted(table: Table, options: BoostingOptions): Trees {
  const { width, labels } = table
  const rows = labels.length
  const edges = Array.from({ length: width }, (_, column) => edgesOf(table, column))
  const binned = binnedValues(table, edges)
  const start = startingLogOdds(table)
  const scores = new Float32Array(rows).fill(start)
  const inner = 2 ** options.depth - 1
  const trees: Trees = {
    start,
    depth: options.depth,
    columns: new Uint8Array(options.trees * inner),
    edges: new Float32Array(options.trees * inner),
    leaves: new Float32Array(options.trees * (inner + 1)),
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
    for (let level = 0; level < options.depth; level++) {
      const questions = bestQuestions(binned, width, nodes, 1 << level, gradients, curvatures, options)
      for (let node = 0; node < 1 << level; node++) {
        const at = tree * inner + (1 << level) - 1 + node
        const question = questions[node]!
        trees.columns[at] = question.column
        trees.edges[at] = question.bin < 0 ? Infinity : edges[question.column]![question.bin]!
      }
      for (let row = 0; row < rows; row++) {
        const question = questions[nodes[row]!]!
        const goesRight = question.bin >= 0 && binned[question.column]![row]! > question.bin
        nodes[row] = 2 * nodes[row]! + (goesRight ? 1 : 0)
      }
    }
    const leaves = leafValues(nodes, inner + 1, gradients, curvatures, options)
    trees.leaves.set(leaves, tree * (inner + 1))
    for (let row = 0; row < rows; row++) scores[row] = scores[row]! + leaves[nodes[row]!]!
  }
  return trees
}

interface Question {
  readonly column: number
  /** Rows whose bin is greater go right; -1 where no question helps. */
  readonly bin: number
}

function bestQuestions(
  binned: readonly Uint8Array[],
  width: number,
  nodes: Uint8Array,
  nodeCount: number,
  gradients: Float32Array,
  curvatures: Float32Array,
  options: BoostingOptions,
): Question[] {
  const best: Question[] = Array.from({ length: nodeCount }, () => ({ column: 0, bin: -1 }))
  const bestGain = new Float64Array(nodeCount).fill(1e-6)
  const sumG = new Float64Array(nodeCount * bins)
  const sumH = new Float64Array(nodeCount * bins)
  for (let column = 0; column < width; column++) {
    sumG.fill(0)
    sumH.fill(0)
    const values = binned[column]!
    for (let row = 0; row < values.length; row++) {
      const cell = nodes[row]! * bins + values[row]!
      sumG[cell] = sumG[cell]! + gradients[row]!
      sumH[cell] = sumH[cell]! + curvatures[row]!
    }
    for (let node = 0; node < nodeCount; node++) {
      let allG = 0
      let allH = 0
      for (let cell = node * bins; cell < (node + 1) * bins; cell++) {
        allG += sumG[cell]!
        allH += sumH[cell]!
      }
      const whole = (allG * allG) / (allH + options.shrinkage)
      let leftG = 0
      let leftH = 0
      for (let bin = 0; bin < bins - 1; bin++) {
        leftG += sumG[node * bins + bin]!
        leftH += sumH[node * bins + bin]!
        if (leftH < options.smallestLeaf) continue
        const rightG = allG - leftG
        const rightH = allH - leftH
        if (rightH < options.smallestLeaf) break
        const gain =
          (leftG * leftG) / (leftH + options.shrinkage) +
          (rightG * rightG) / (rightH + options.shrinkage) -
          whole
        if (gain <= bestGain[node]!) continue
        bestGain[node] = gain
        best[node] = { column, bin }
      }
    }
  }
  return best
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
function edgesOf(table: Table, column: number): Float32Array {
  const rows = table.labels.length
  const step = Math.max(1, Math.floor(rows / 20000))
  const sample: number[] = []
  for (let row = 0; row < rows; row += step) sample.push(table.values[row * table.width + column]!)
  const sorted = Float32Array.from(sample).sort()
  const edges: number[] = []
  for (let bin = 1; bin < bins; bin++) {
    const edge = sorted[Math.floor((bin * sorted.length) / bins)]!
    if (edge > (edges.at(-1) ?? -Infinity) && edge < sorted[sorted.length - 1]!) edges.push(edge)
  }
  return Float32Array.from(edges)
}

/** For each column the bin of each row: how many edges its value exceeds. */
function binnedValues(table: Table, edges: readonly Float32Array[]): Uint8Array[] {
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
