import type { Entry } from '../bibliography/entry.js'
import { fitsOf, type Fit } from './fit.js'
import { citableOf } from './library.js'
import type { PlacedSentence } from './sentences.js'
import type { View } from './view.js'

/** An entry that could support a sentence; the score is in [0, 1). */
export interface Suggestion {
  readonly entry: Entry
  readonly score: number
}

const mostSuggestions = 10

/**
 * What each sign of a fit counts. Decisions by measurement: `npm run evaluate -- suggestions` prints what they reach, on
 * the documents that they were chosen on and on those that they were not.
 */
export const measuredWeights: Fit = { title: 3, around: 0.3, cited: 3, turn: 3, near: 0.2, author: 1.5 }

/** The ten entries that fit a sentence best, the best first; what the sentence itself cites has no say. */
export function suggestionsFor(
  view: View,
  sentence: PlacedSentence,
  weights: Fit = measuredWeights,
): readonly Suggestion[] {
  const { entries } = citableOf(view)
  return fitsOf(view, sentence)
    .map((fit, i) => ({ entry: entries[i]!, score: 1 - Math.exp(-strengthOf(fit, weights)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSuggestions)
}

function strengthOf(fit: Fit, weights: Fit): number {
  let sum = 0
  for (const sign of signs) sum += weights[sign] * fit[sign]
  return sum
}

const signs = Object.keys(measuredWeights) as (keyof Fit)[]
