import { formOf } from './form.js'
import type { SentenceForm } from './form.js'
import { longestSentence } from './grams.js'
import { reasonsIn } from './reasons/index.js'
import type { Reason } from './reasons/index.js'

/** What a sentence shows without a model. Both are read off when first asked for: most sentences are never asked. */
export interface Surface {
  readonly form: SentenceForm
  readonly reasons: readonly Reason[]
}

/**
 * Form and reasons of a sentence.
 *
 * @param sentence as it was given: the spans of the reasons are offsets into it
 * @param text the same without citation markers
 */
export function surfaceOf(sentence: string, text: string): Surface {
  let form: SentenceForm | undefined
  let reasons: readonly Reason[] | undefined
  return {
    get form() {
      return (form ??= formOf(text))
    },
    get reasons() {
      return (reasons ??= reasonsIn(sentence))
    },
  }
}

/** How many numbers `writeSurface` writes. */
export const surfaceWidth = 5

/** Writes plain facts about a sentence for the trees: length, digits, capitals, parentheses, and whether authors speak of themselves. */
export function writeSurface(text: string, out: Float32Array, offset: number): void {
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
  out[offset + 4] = speaksOfItself(text) ? 1 : 0
}

/** Whether the authors speak of themselves or of their study. */
export function speaksOfItself(text: string): boolean {
  return /\b(?:[Ww]e|[Oo]ur|[Tt]his study|present study)\b/.test(text)
}
