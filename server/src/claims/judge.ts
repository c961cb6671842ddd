import { calibrated } from './calibration.js'
import type { SentenceForm } from './form.js'
import type { ClaimModel } from './model.js'
import { firstPass, prepared, secondPass, secondPassRows } from './passes.js'
import type { Reason } from './reasons/index.js'
import type { Surface } from './surface.js'

export { loadModel } from './model.js'
export type { ClaimModel, Thresholds } from './model.js'
export { reasonKinds } from './reasons/index.js'
export type { Reason, ReasonKind } from './reasons/index.js'
export type { SentenceForm } from './form.js'

/** What the judge says of one sentence. */
export interface Judgement {
  /** The calibrated probability, in [0, 1], that a careful author would cite a source here. */
  readonly probability: number
  /** Why, strongest first; spans are offsets into the sentence as it was given. Sought when first asked for. */
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
  const block = prepared(sentences)
  const heads = firstPass(model, block)
  const logOdds = secondPass(model.trees, block, heads, secondPassRows(block, heads))
  return block.surfaces.map((surface, i) => {
    const probability = capped(surface, calibrated(model.calibration, logOdds[i]!))
    return Object.assign(surface, { probability })
  })
}

/** The probability, held low where the form of the sentence says that nothing is asserted. */
function capped(surface: Surface, probability: number): number {
  return probability > nothingAsserted && assertsNothing(surface) ? nothingAsserted : probability
}

/**
 * Whether a sentence makes no claim whatever the model thinks. Speaking to the reader does not make a finding less of one,
 * so such a sentence still counts when it appeals to studies or gives a figure.
 */
export function assertsNothing(surface: Surface): boolean {
  if (surface.form === 'assertion') return false
  if (surface.form !== 'address') return true
  return !surface.reasons.some(({ kind }) => kind === 'attribution' || kind === 'quantity')
}
