import { calibrated } from './calibration.js'
import { contextsIn, type BlockContext } from './context.js'
import { formOf } from './form.js'
import type { SentenceForm } from './form.js'
import type { ClaimModel } from './model.js'
import { firstPass, secondPass, secondPassRows, type SightedBlock } from './passes.js'
import { reasonsIn } from './reasons/index.js'
import type { Reason } from './reasons/index.js'
import { marksAt, surfaceWidth } from './surface.js'

export { addTally, documentSummaryOf, noTally, placeAfter, surroundingsOf } from './context.js'
export type { BlockContext, DocumentSummary, Place, Surroundings, Tally } from './context.js'
export type { Genre } from './genre.js'
export { loadModel } from './model.js'
export { firstPass } from './passes.js'
export type { SightedBlock } from './passes.js'
export { kindOfSection } from './sections.js'
export type { SectionKind } from './sections.js'
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
 * Judges the sentences of one block, in order, in the light of where it stands.
 *
 * @param block after the first pass
 */
export function judge(model: ClaimModel, block: SightedBlock, context: BlockContext): readonly Judgement[] {
  const logOdds = secondPass(model.trees, block, context, secondPassRows(block, context))
  return block.sentences.map((sentence, i) => {
    const judged = new Judged(sentence, block.texts[i]!, block.surfaces, i * surfaceWidth)
    judged.probability = capped(judged, calibrated(model.calibration, logOdds[i]!))
    return judged
  })
}

/** Judges the sentences of one block by themselves, as a document of one paragraph. */
export function judgeAlone(model: ClaimModel, sentences: readonly string[]): readonly Judgement[] {
  const block = firstPass(model, sentences)
  return judge(model, block, contextsIn([{ kind: 'other', blocks: [block.tally] }])[0]![0]!)
}

/** Form and reasons are read off when first asked for: most sentences are never asked, and there are many, so this is a class. */
class Judged implements Judgement {
  probability = 0
  private knownForm: SentenceForm | undefined
  private knownReasons: readonly Reason[] | undefined
  private readonly sentence: string
  private readonly text: string
  private readonly surfaces: Int16Array
  private readonly at: number

  constructor(sentence: string, text: string, surfaces: Int16Array, at: number) {
    this.sentence = sentence
    this.text = text
    this.surfaces = surfaces
    this.at = at
  }

  get form(): SentenceForm {
    return (this.knownForm ??= formOf(this.text, marksAt(this.surfaces, this.at)))
  }

  get reasons(): readonly Reason[] {
    return (this.knownReasons ??= reasonsIn(this.sentence))
  }
}

/** The probability, held low where the form of the sentence says that nothing is asserted. */
function capped(surface: Pick<Judgement, 'form' | 'reasons'>, probability: number): number {
  return probability > nothingAsserted && assertsNothing(surface) ? nothingAsserted : probability
}

/**
 * Whether a sentence makes no claim whatever the model thinks. Speaking to the reader does not make a finding less of one,
 * so such a sentence still counts when it appeals to studies or gives a figure.
 */
export function assertsNothing(surface: Pick<Judgement, 'form' | 'reasons'>): boolean {
  if (surface.form === 'assertion') return false
  if (surface.form !== 'address') return true
  return !surface.reasons.some(({ kind }) => kind === 'attribution' || kind === 'quantity')
}
