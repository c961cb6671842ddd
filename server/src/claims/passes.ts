import { rowWidth, writeRows } from './context.js'
import { gramsOf, longestSentence } from './grams.js'
import { headCount, headLogOdds } from './heads.js'
import { lifted, ownWorkIn } from './lift.js'
import type { ClaimModel } from './model.js'
import { surfaceOf, surfaceWidth, writeSurface } from './surface.js'
import type { Surface } from './surface.js'
import { logOddsOf } from './trees.js'
import { withoutCitations } from './without-citations.js'

/** A block made ready for the passes: what its sentences show, and their texts without citation markers. */
export interface Prepared {
  readonly texts: readonly string[]
  readonly surfaces: readonly Surface[]
}

/** Strips and reads the sentences of one block. What lies beyond a sentence's first 2000 code units is not looked at. */
export function prepared(sentences: readonly string[]): Prepared {
  const texts = sentences.map((sentence) => withoutCitations(sentence.slice(0, 2 * longestSentence)))
  return { texts, surfaces: sentences.map((sentence, i) => surfaceOf(sentence, texts[i]!)) }
}

/** The first pass: `count * headCount` log-odds, sentence by sentence, each for itself. */
export function firstPass(model: Pick<ClaimModel, 'heads'>, { texts }: Prepared): Float32Array {
  const heads = new Float32Array(texts.length * headCount)
  texts.forEach((text, i) => {
    const grams = gramsOf(text)
    for (let head = 0; head < headCount; head++)
      heads[i * headCount + head] = headLogOdds(model.heads[head]!, grams)
  })
  return heads
}

/** What the second pass sees: `count * rowWidth` numbers. */
export function secondPassRows({ texts }: Prepared, heads: Float32Array): Float32Array {
  const count = texts.length
  const numbers = new Float32Array(count * surfaceWidth)
  for (let i = 0; i < count; i++) writeSurface(texts[i]!, numbers, i * surfaceWidth)
  const rows = new Float32Array(count * rowWidth)
  writeRows(heads, numbers, count, rows)
  return rows
}

/** The second pass: the log-odds of each sentence, its reasons counted in, before calibration. */
export function secondPass(
  trees: ClaimModel['trees'],
  block: Prepared,
  heads: Float32Array,
  rows: Float32Array,
): Float32Array {
  const isOwnWork = ownWorkIn(block.texts, heads)
  return Float32Array.from(block.texts, (_, i) =>
    lifted(logOddsOf(trees, rows, i * rowWidth), block.surfaces[i]!, isOwnWork[i]!),
  )
}
