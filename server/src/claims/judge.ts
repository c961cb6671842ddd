import { calibrated } from './calibration.js'
import { rowWidth, writeRows } from './context.js'
import type { SentenceForm } from './form.js'
import { gramsOf, longestSentence } from './grams.js'
import { headCount, headLogOdds } from './heads.js'
import type { ClaimModel } from './model.js'
import type { Reason } from './reasons/index.js'
import { surfaceOf, surfaceWidth, writeSurface } from './surface.js'
import type { Surface } from './surface.js'
import { logOddsOf } from './trees.js'
import { withoutCitations } from './without-citations.js'

export { loadModel } from './model.js'
export type { ClaimModel, Thresholds } from './model.js'
export { reasonKinds } from './reasons/index.js'
export type { Reason, ReasonKind } from './reasons/index.js'
export type { SentenceForm } from './form.js'

/** What the judge says of one sentence. */
export interface Judgement {
  /** The calibrated probability, in [0, 1], that a careful author would cite a source here. */
  readonly probability: number
  /** Why, strongest first; spans are offsets into the sentence as it was given. */
  readonly reasons: readonly Reason[]
  readonly form: SentenceForm
}

/**
 * The highest probability of a sentence that asserts nothing (a question, an instruction, …). A decision, not a measurement:
 * low enough for every sensitivity; what it costs on validation articles stands in the model card.
 */
export const nothingAsserted = 0.08

/**
 * Judges the sentences of one block, in order. They are looked at together, and nothing else is.
 *
 * @param sentences prose as written or with its cites cut out; citation markers are disregarded
 */
export function judge(model: ClaimModel, sentences: readonly string[]): readonly Judgement[] {
  const count = sentences.length
  const heads = new Float32Array(count * headCount)
  const surfaces = new Float32Array(count * surfaceWidth)
  const seen = sentences.map((sentence, i) => {
    const text = withoutCitations(sentence.slice(0, 2 * longestSentence))
    const grams = gramsOf(text)
    for (let head = 0; head < headCount; head++)
      heads[i * headCount + head] = headLogOdds(model.heads[head]!, grams)
    const surface = surfaceOf(sentence)
    writeSurface(text, surface, surfaces, i * surfaceWidth)
    return surface
  })
  const rows = new Float32Array(count * rowWidth)
  writeRows(heads, surfaces, count, rows)
  return seen.map((surface, i) => {
    const logOdds = logOddsOf(model.trees, rows, i * rowWidth)
    return { ...surface, probability: capped(surface, calibrated(model.calibration, logOdds)) }
  })
}

/** The probability, held low where the form of the sentence says that nothing is asserted. */
function capped(surface: Surface, probability: number): number {
  return assertsNothing(surface) ? Math.min(probability, nothingAsserted) : probability
}

/**
 * Whether a sentence makes no claim whatever the model thinks. Speaking to the reader does not make a finding less of one,
 * so such a sentence still counts when it appeals to studies or gives a figure.
 */
export function assertsNothing({ form, reasons }: Surface): boolean {
  if (form === 'assertion') return false
  if (form !== 'address') return true
  return !reasons.some(({ kind }) => kind === 'attribution' || kind === 'quantity')
}
