import { attribution } from './attribution.js'
import { comparison } from './comparison.js'
import { effect } from './effect.js'
import { mechanism } from './mechanism.js'
import { prevalence } from './prevalence.js'
import { quantity } from './quantity.js'
import { longestSentence } from '../tokens.js'
import type { Detector, Reason } from './reason.js'

export { reasonKinds } from './reason.js'
export type { Reason, ReasonKind } from './reason.js'

/** Every kind of reason, strongest first. A new kind is a new file and a line here. */
export const detectors: readonly Detector[] = [
  attribution,
  quantity,
  effect,
  comparison,
  prevalence,
  mechanism,
]

/**
 * The reasons that a sentence itself gives for needing a source, strongest kind first, then in order of place.
 *
 * @param sentence prose as written; what lies beyond its first 2000 code units is not looked at
 */
export function reasonsIn(sentence: string): Reason[] {
  const text = sentence.length > longestSentence ? sentence.slice(0, longestSentence) : sentence
  return detectors.flatMap(({ kind, find }) => Array.from(find(text), (span) => ({ ...span, kind })))
}
