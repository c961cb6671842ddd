import { rowWidth } from '../src/claims/context.js'
import { headCount, headLogOdds, headNames } from '../src/claims/heads.js'
import type { ClaimModel } from '../src/claims/judge.js'
import { prepared, secondPass, secondPassRows } from '../src/claims/passes.js'
import type { Prepared } from '../src/claims/passes.js'
import { withoutCitations } from '../src/claims/without-citations.js'
import { foldCount } from './articles.js'
import type { Paragraph, Section } from './articles.js'
import { boosted } from './boosting.js'
import { isotonic } from './isotonic.js'
import { gramTable, gramsAt, regression } from './regression.js'
import type { RegressionOptions } from './regression.js'

const boostingOptions = { trees: 150, depth: 4, learningRate: 0.1, shrinkage: 5, smallestLeaf: 30 }

/**
 * Learns both passes and the calibration from paragraphs; the thresholds are left at one half.
 *
 * @param say is told what has been done
 */
export function learned(training: readonly Paragraph[], say: (message: string) => void): ClaimModel {
  const sentences = training.flatMap(({ sentences }) => sentences)
  const labels = Uint8Array.from(training.flatMap(({ cited }) => cited))
  const folds = Uint8Array.from(training.flatMap(({ sentences, fold }) => sentences.map(() => fold)))
  const sections = training.flatMap(({ sentences, section }) => sentences.map(() => section))
  say(`${training.length} paragraphs, ${sentences.length} sentences to learn from`)

  const table = gramTable(sentences.map(withoutCitations))
  const firstPass = new Float32Array(sentences.length * headCount)
  const heads = headNames.map((name, head) => {
    const targets = name.startsWith('cited')
      ? labels
      : Uint8Array.from(sections, (section) => (section === name ? 1 : 0))
    const learns = (row: number) =>
      name.startsWith('cited') || name === 'review' || isResearch(sections[row]!)
    const learn = (rows: readonly number[]) =>
      regression(table, Int32Array.from(rows), targets, headOptions(head))
    const all = Array.from(sentences.keys())
    for (let fold = 0; fold < foldCount; fold++) {
      const other = learn(all.filter((row) => folds[row] !== fold && learns(row)))
      for (const row of all) {
        if (folds[row] === fold) firstPass[row * headCount + head] = headLogOdds(other, gramsAt(table, row))
      }
    }
    say(`first pass: ${name}`)
    return learn(all.filter(learns))
  })

  const blocks = training.map(({ sentences }) => prepared(sentences))
  const rows = rowsOf(blocks, firstPass)
  const everything = { values: rows, width: rowWidth, labels }
  const trees = boosted(everything, boostingOptions)
  say('second pass: trees')
  const calibration = isotonic(outOfFold(blocks, firstPass, rows, labels, folds), labels, 40)
  say('calibration')
  return { heads, trees, calibration, thresholds: { strict: 0.5, balanced: 0.5, quiet: 0.5 } }
}

function headOptions(head: number): RegressionOptions {
  const seed = head + 1
  if (head === 0) return { bits: 18, reads: 'characters', epochs: 3, seed }
  return { bits: head === 1 ? 17 : 15, reads: head === 1 ? 'phrases' : 'words', epochs: 3, seed }
}

/** Log-odds of the second pass for sentences of articles that its trees have not seen. */
function outOfFold(
  blocks: readonly Prepared[],
  firstPass: Float32Array,
  rows: Float32Array,
  labels: Uint8Array,
  folds: Uint8Array,
): Float32Array {
  const halves = [0, 1].map((half) => {
    const learned = Array.from(labels.keys()).filter((row) => folds[row]! % 2 === half)
    const values = new Float32Array(learned.length * rowWidth)
    learned.forEach((row, i) => {
      values.set(rows.subarray(row * rowWidth, (row + 1) * rowWidth), i * rowWidth)
    })
    return boosted(
      { values, width: rowWidth, labels: Uint8Array.from(learned, (row) => labels[row]!) },
      boostingOptions,
    )
  })
  const logOdds = new Float32Array(labels.length)
  let at = 0
  for (const block of blocks) {
    const end = at + block.texts.length
    const unseen = halves[folds[at]! % 2]!
    const heads = firstPass.subarray(at * headCount, end * headCount)
    logOdds.set(secondPass(unseen, block, heads, rows.subarray(at * rowWidth, end * rowWidth)), at)
    at = end
  }
  return logOdds
}

function rowsOf(blocks: readonly Prepared[], firstPass: Float32Array): Float32Array {
  const rows = new Float32Array((firstPass.length / headCount) * rowWidth)
  let at = 0
  for (const block of blocks) {
    const end = at + block.texts.length
    rows.set(secondPassRows(block, firstPass.subarray(at * headCount, end * headCount)), at * rowWidth)
    at = end
  }
  return rows
}

function isResearch(section: Section): boolean {
  return section !== 'review' && section !== 'other'
}
