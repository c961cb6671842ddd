import { rowWidth } from '../src/claims/context.js'
import { headCount, headNames, perUnit } from '../src/claims/heads.js'
import type { ClaimModel } from '../src/claims/judge.js'
import { liftShare } from '../src/claims/lift.js'
import { firstPass, secondPass, secondPassRows } from '../src/claims/passes.js'
import type { SightedBlock } from '../src/claims/passes.js'
import { reasonsIn } from '../src/claims/reasons/index.js'
import { foldCount } from './articles.js'
import type { Paragraph, Section } from './articles.js'
import { boosted } from './boosting.js'
import { isotonic } from './isotonic.js'
import { gramTable, logOddsAt, regression, tableOf } from './regression.js'
import { withoutCitations } from '../src/claims/without-citations.js'

const boostingOptions = { trees: 120, depth: 5, learningRate: 0.15, shrinkage: 5, smallestLeaf: 30 }

/** Two to the power of this many grams have weights of their own. */
const bits = 18

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
  say('grams')
  const unseen = new Int16Array(sentences.length * headCount)
  const regressions = headNames.map((name, head) => {
    const targets = targetsOf(name, training)
    const learns = (row: number) => !isSection(name) || name === 'review' || isResearch(sections[row]!)
    const learn = (rows: readonly number[]) =>
      regression(table, Int32Array.from(rows), targets, { bits, epochs: 3, seed: head + 1 })
    const all = Array.from(sentences.keys())
    for (let fold = 0; fold < foldCount; fold++) {
      const other = learn(all.filter((row) => folds[row] !== fold && learns(row)))
      for (const row of all) {
        if (folds[row] === fold)
          unseen[row * headCount + head] = Math.round(perUnit * logOddsAt(table, row, other))
      }
    }
    say(`first pass: ${name}`)
    return learn(all.filter(learns))
  })
  const heads = tableOf(regressions, bits)

  const blocks = withHeads(
    training.map(({ sentences }) => firstPass({ heads }, sentences)),
    unseen,
  )
  const rows = rowsOf(blocks, sentences.length)
  const trees = boosted({ values: rows, width: rowWidth, labels }, boostingOptions)
  say('second pass: trees')
  const calibration = isotonic(outOfFold(blocks, rows, labels, folds), labels, 40)
  say('calibration')
  return { heads, trees, calibration, thresholds: { strict: 0.5, balanced: 0.5, quiet: 0.5 } }
}

/** What a head is to learn of each sentence. */
function targetsOf(name: (typeof headNames)[number], training: readonly Paragraph[]): Float32Array {
  const of: Record<string, (paragraph: Paragraph, index: number) => number> = {
    cited: ({ cited }, i) => cited[i]!,
    following: ({ cited }, i) => cited[i + 1] ?? 0,
    reason: ({ sentences }, i) => liftShare(new Set(reasonsIn(sentences[i]!).map(({ kind }) => kind))),
  }
  const target = of[name] ?? (({ section }) => (section === name ? 1 : 0))
  return Float32Array.from(
    training.flatMap((paragraph) => paragraph.sentences.map((_, i) => target(paragraph, i))),
  )
}

function isSection(name: string): boolean {
  return name !== 'cited' && name !== 'following' && name !== 'reason'
}

/** The same blocks with log-odds from models that had no share in them. */
function withHeads(blocks: readonly SightedBlock[], unseen: Int16Array): SightedBlock[] {
  let at = 0
  return blocks.map((block) => {
    const heads = unseen.subarray(at, (at += block.heads.length))
    return { ...block, heads }
  })
}

/** Log-odds of the second pass for sentences of articles that its trees have not seen. */
function outOfFold(
  blocks: readonly SightedBlock[],
  rows: Int16Array,
  labels: Uint8Array,
  folds: Uint8Array,
): Float32Array {
  const halves = [0, 1].map((half) => {
    const learned = Array.from(labels.keys()).filter((row) => folds[row]! % 2 === half)
    const values = new Int16Array(learned.length * rowWidth)
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
    const unseen = halves[1 - (folds[at]! % 2)]!
    logOdds.set(secondPass(unseen, block, rows.subarray(at * rowWidth, end * rowWidth)), at)
    at = end
  }
  return logOdds
}

function rowsOf(blocks: readonly SightedBlock[], count: number): Int16Array {
  const rows = new Int16Array(count * rowWidth)
  let at = 0
  for (const block of blocks) {
    rows.set(secondPassRows(block).subarray(0, block.texts.length * rowWidth), at * rowWidth)
    at += block.texts.length
  }
  return rows
}

function isResearch(section: Section): boolean {
  return section !== 'review' && section !== 'other'
}
