import { formOf } from './form.js'
import type { SentenceForm } from './form.js'
import { reasonKinds, reasonsIn } from './reasons/index.js'
import type { Reason } from './reasons/index.js'
import { longestSentence } from './grams.js'

/** How many numbers `writeSurface` writes. */
export const surfaceWidth = 5 + reasonKinds.length

/** What a sentence shows without a model. */
export interface Surface {
  readonly form: SentenceForm
  readonly reasons: readonly Reason[]
}

/** Reads form and reasons off a sentence as it was written. */
export function surfaceOf(sentence: string): Surface {
  return { form: formOf(sentence), reasons: reasonsIn(sentence) }
}

/**
 * Writes the plain facts about a sentence for the trees: length, digits, capitals, parentheses, whether the authors speak of themselves,
 * and how many reasons of each kind.
 */
export function writeSurface(text: string, surface: Surface, out: Float32Array, offset: number): void {
  const length = Math.min(text.length, longestSentence)
  let digits = 0
  let capitals = 0
  let parentheses = 0
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) digits++
    else if (code >= 0x41 && code <= 0x5a) capitals++
    else if (code === 0x28) parentheses++
  }
  out[offset] = length
  out[offset + 1] = digits
  out[offset + 2] = capitals
  out[offset + 3] = parentheses
  out[offset + 4] = ownWork.test(text) ? 1 : 0
  out.fill(0, offset + 5, offset + surfaceWidth)
  for (const { kind } of surface.reasons) {
    const at = offset + 5 + reasonKinds.indexOf(kind)
    out[at] = out[at]! + 1
  }
}

const ownWork = /\b(?:[Ww]e|[Oo]ur|[Tt]his study|present study)\b/
