import type { ClaimModel, Reason } from '../claims/judge.js'
import { derived } from '../text/derived.js'
import { shifted } from '../text/span.js'
import { sentencesByPart, type PartSentence } from '../workspace/sentences.js'
import type { Settings } from '../workspace/settings.js'
import type { Rule } from './rule.js'

/** A sentence that asserts an empirical finding, and that no citation covers. */
export const uncitedClaim: Rule = {
  id: 'uncited-claim',
  summary: 'A sentence asserts an empirical finding, and no citation covers it.',
  severity: 'warning',
  *check(view) {
    for (const { place, sentences, isCited } of sentencesByPart(view)) {
      for (const sentence of claimsAmong(sentences, view.model, view.settings)) {
        if (isCited(sentence)) continue
        yield { ...shifted(sentence, place.start), message: messageFor(sentence) }
      }
    }
  },
}

const claimsAmong = derived((sentences: readonly PartSentence[], model: ClaimModel, settings: Settings) =>
  sentences.filter(({ claim }) => claim >= model.thresholds[settings.sensitivity]),
)

const longestQuote = 60

const messageFor = derived(({ reasons, words }: PartSentence): string => {
  const reason = reasons[0]
  if (!reason) return 'Claim without a citation: asserts a finding and names no source'
  return `Claim without a citation: ${says(reason, words)} and names no source`
})

/** The reason in the sentence's own words: what a writer recognises at once. */
function says(reason: Reason, words: string): string {
  const quoted = words.slice(reason.start, reason.end)
  const quote = quoted.length > longestQuote ? `${quoted.slice(0, longestQuote - 1)}…` : quoted
  switch (reason.kind) {
    case 'attribution':
      return `says '${quote}'`
    case 'quantity':
      return `gives a figure ('${quote}')`
    case 'effect':
      return `states an effect ('${quote}')`
    case 'comparison':
      return `compares ('${quote}')`
    case 'prevalence':
      return `says how common something is ('${quote}')`
    case 'mechanism':
      return `explains a mechanism ('${quote}')`
  }
}
