import { rowWidth, writeRows } from './context.js'
import { readerOf, sighted } from './first-pass.js'
import { headCount, headIndex, perUnit } from './heads.js'
import { isOwnWork, isReport, lifted } from './lift.js'
import type { ClaimModel } from './model.js'
import { writeSurface, surfaceWidth } from './surface.js'
import { longestSentence } from './tokens.js'
import { logOddsOf } from './trees.js'
import { withoutCitations } from './without-citations.js'

/** A block after the first pass, sentence by sentence, each for itself. */
export interface SightedBlock {
  /** Its sentences without citation markers. */
  readonly texts: readonly string[]
  /** `count * headCount` log-odds, in units of `1 / perUnit`. */
  readonly heads: Int16Array
  /** `count * surfaceWidth` numbers. */
  readonly surfaces: Int16Array
}

/** The first pass. What lies beyond a sentence's first 2000 code units is not looked at. */
export function firstPass(model: Pick<ClaimModel, 'heads'>, sentences: readonly string[]): SightedBlock {
  const reader = readerOf(model.heads)
  const heads = new Int16Array(sentences.length * headCount)
  const surfaces = new Int16Array(sentences.length * surfaceWidth)
  const texts = sentences.map((sentence, i) => {
    const text = withoutCitations(sentence.slice(0, 2 * longestSentence))
    const sighting = sighted(reader, text, heads, i * headCount)
    writeSurface(sighting, text, surfaces, i * surfaceWidth)
    return text
  })
  return { texts, heads, surfaces }
}

let rows = new Int16Array(64 * rowWidth)

/** What the second pass sees: `count * rowWidth` numbers, in a buffer that the next call overwrites. */
export function secondPassRows({ texts, heads, surfaces }: SightedBlock): Int16Array {
  if (texts.length * rowWidth > rows.length) rows = new Int16Array(2 * texts.length * rowWidth)
  writeRows(heads, surfaces, texts.length, rows)
  return rows
}

const reason = headIndex('reason')

/** The second pass: the log-odds of each sentence, its reasons counted in, before calibration. */
export function secondPass(
  trees: ClaimModel['trees'],
  { heads, surfaces }: Pick<SightedBlock, 'heads' | 'surfaces'>,
  rows: Int16Array,
): Float64Array {
  const logOdds = new Float64Array(heads.length / headCount)
  const isAllOwn = isReport(heads)
  for (let i = 0; i < logOdds.length; i++) {
    const own = logOddsOf(trees, rows, i * rowWidth)
    logOdds[i] =
      isAllOwn || isOwnWork(surfaces, i) ? own : lifted(own, heads[i * headCount + reason]! / perUnit)
  }
  return logOdds
}
