import type { Lexicon } from '../../src/terms/lexicon.js'
import type { RecognisedKind } from '../../src/terms/recognition/kinds.js'
import type { KindModel } from '../../src/terms/recognition/model.js'
import { evidencesOf, sightingsIn, type Sighting } from '../../src/terms/recognition/recogniser.js'
import { reasonCount, reasonsFor, rivalsOf, weighed } from '../../src/terms/recognition/weighing.js'
import { learned, type Lesson } from './learning.js'
import { lessonFrom, longFormsIn } from './lessons.js'
import type { SetDocument } from './sets.js'

/** A document with what it teaches, made once however many models learn from it. */
export interface Taught {
  readonly document: SetDocument
  readonly lesson: Lesson
}

export function taught(
  documents: readonly SetDocument[],
  lexicon: Lexicon,
  kind: RecognisedKind,
): readonly Taught[] {
  return documents.map((document) => ({
    document,
    lesson: lessonFrom(document.text, document.gold, lexicon, kind),
  }))
}

/**
 * Learns one kind. The weights of reasons and the threshold must be learnt from sightings of documents that the sequence model has
 * not seen, so each of three parts is sighted by a model of the others before the last model learns from all of them.
 */
export function trained(lessons: readonly Taught[], lexicon: Lexicon, kind: RecognisedKind): KindModel {
  const rows: { reasons: readonly number[]; isRight: boolean }[] = []
  for (let part = 0; part < innerParts; part++) {
    const apart = lessons.filter(({ document }) => partOf(document) === part)
    if (apart.length === 0 || apart.length === lessons.length) continue
    const sequence = learned(
      lessons.flatMap(({ document, lesson }) => (partOf(document) === part ? [] : [lesson])),
    )
    const model = { ...sequence, reasons: [], threshold: 0 }
    for (const { document } of apart) rows.push(...reasonsIn(document, withModel(lexicon, kind, model), kind))
  }
  const reasons = weightsOf(rows)
  return { ...learned(lessons.map(({ lesson }) => lesson)), reasons, threshold: thresholds[kind] }
}

const innerParts = 3

function partOf({ id }: SetDocument): number {
  return Math.floor(Number(id) / 10) % innerParts
}

/** From which probability on something is a mention: what is more probable than not, and of genes a little less, for their recall. */
const thresholds: Readonly<Record<RecognisedKind, number>> = { gene: 0.45, chemical: 0.5, disease: 0.5 }

/** A lexicon that weighs one kind by a model. */
export function withModel(lexicon: Lexicon, kind: RecognisedKind, model: KindModel): Lexicon {
  const nothing = { weights: model.weights, steps: model.steps, reasons: model.reasons, threshold: 1 }
  return { ...lexicon, model: { gene: nothing, chemical: nothing, disease: nothing, [kind]: model } }
}

function reasonsIn({ text, gold }: SetDocument, lexicon: Lexicon, kind: RecognisedKind) {
  const longForms = longFormsIn(text)
  const sightings: readonly Sighting[] = sightingsIn(text, lexicon, longForms)
  const evidence = evidencesOf(sightings, longForms).get(kind)!
  const rivals = rivalsOf(sightings)
  const right = new Set(gold.map(({ start, end }) => `${start} ${end}`))
  return sightings.map((sighting, index) => ({
    reasons: reasonsFor(sighting, rivals[index]!, evidence),
    isRight: right.has(`${sighting.start} ${sighting.end}`),
  }))
}

const descents = 300

/** A logistic regression, by batches of everything (AdaGrad). */
function weightsOf(rows: readonly { reasons: readonly number[]; isRight: boolean }[]): readonly number[] {
  const weights = new Array<number>(reasonCount).fill(0)
  const slopes = new Array<number>(reasonCount).fill(1e-6)
  for (let round = 0; round < descents; round++) {
    const slope = new Array<number>(reasonCount).fill(0)
    for (const { reasons, isRight } of rows) {
      const error = (isRight ? 1 : 0) - weighed(weights, reasons)
      for (let i = 0; i < reasonCount; i++) slope[i]! += (error * reasons[i]!) / rows.length
    }
    for (let i = 0; i < reasonCount; i++) {
      slopes[i]! += slope[i]! ** 2
      weights[i]! += (0.3 * slope[i]!) / Math.sqrt(slopes[i]!)
    }
  }
  return weights
}
