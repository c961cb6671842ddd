import { noTally, type BlockContext, type Tally } from './context.js'
import { readerOf, sighted } from './first-pass.js'
import { headCount, headIndex, perUnit } from './heads.js'
import { isOwnWork, isReport, lifted } from './lift.js'
import type { ClaimModel } from './model.js'
import { rowWidth, writeRows } from './rows.js'
import { writeSurface, surfaceWidth } from './surface.js'
import { longestSentence } from './tokens.js'
import { asking, logOddsOf } from './trees.js'
import { withoutCitations } from './without-citations.js'
import { mark } from './word-marks.js'

/** A block after the first pass, sentence by sentence, each for itself. */
export interface SightedBlock {
  /** Its sentences as they were given. */
  readonly sentences: readonly string[]
  /** The same without citation markers. */
  readonly texts: readonly string[]
  /** `count * headCount` log-odds, in units of `1 / perUnit`. */
  readonly heads: Int16Array
  /** `count * surfaceWidth` numbers. */
  readonly surfaces: Int16Array
  /** What they add up to. */
  readonly tally: Tally
}

/**
 * The first pass over the sentences of one block, in order. What lies beyond a sentence's first 2000 code units is not looked at.
 *
 * @param sentences prose as written or with its cites cut out; citation markers are disregarded
 */
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
  return { sentences, texts, heads, surfaces, tally: tallyOf(heads, surfaces) }
}

/** What the sentences of a block add up to. */
export function tallyOf(heads: Int16Array, surfaces: Int16Array): Tally {
  const tally = noTally()
  tally.blocks = 1
  tally.sentences = heads.length / headCount
  for (let i = 0; i < tally.sentences; i++) {
    tally.ofThemselves += surfaces[i * surfaceWidth + 4]!
    if ((surfaces[i * surfaceWidth + 7]! & mark.address) !== 0) tally.toReader++
    for (let head = 0; head < headCount; head++)
      tally.heads[head] = tally.heads[head]! + heads[i * headCount + head]!
  }
  return tally
}

let rows = new Int16Array(64 * rowWidth)

/** What the second pass sees: `count * rowWidth` numbers, in a buffer that the next call overwrites. */
export function secondPassRows({ texts, heads, surfaces }: SightedBlock, context: BlockContext): Int16Array {
  if (texts.length * rowWidth > rows.length) rows = new Int16Array(2 * texts.length * rowWidth)
  writeRows(heads, surfaces, texts.length, context, rows)
  return rows
}

const reason = headIndex('reason')
let logOdds = new Float64Array(64)

/**
 * The second pass: the log-odds of each sentence, its reasons counted in where the genre calls for it, before calibration; in a buffer
 * that the next call overwrites.
 */
export function secondPass(
  trees: ClaimModel['trees'],
  { heads, surfaces }: SightedBlock,
  { surroundings: { genre } }: BlockContext,
  rows: Int16Array,
): Float64Array {
  const count = heads.length / headCount
  if (count > logOdds.length) logOdds = new Float64Array(2 * count)
  const asked = asking(trees)
  const isLifted = genre === 'health' || (genre === 'unknown' && !isReport(heads))
  for (let i = 0; i < count; i++) {
    const own = logOddsOf(asked, rows, i * rowWidth)
    logOdds[i] =
      isLifted && !isOwnWork(surfaces, i) ? lifted(own, heads[i * headCount + reason]! / perUnit) : own
  }
  return logOdds
}
