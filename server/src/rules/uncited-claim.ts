import type { ClaimModel, Reason } from '../claims/judge.js'
import { derived } from '../text/derived.js'
import type { Covered } from '../workspace/coverage.js'
import { isCovered, sentencesByPart, type PartSentence } from '../workspace/sentences.js'
import type { Settings } from '../workspace/settings.js'
import type { Problem, Rule } from './rule.js'

/** A sentence that asserts an empirical finding, and that no citation covers. */
export const uncitedClaim: Rule = {
  id: 'uncited-claim',
  summary: 'A sentence asserts an empirical finding, and no citation covers it.',
  severity: 'warning',
  *check(view) {
    const uncitedIn = uncitedBy(view.model, view.settings)
    for (const { place, sentences, covered } of sentencesByPart(view)) {
      for (const problem of uncitedIn(sentences, covered)) {
        const [start, end] = [place.start + problem.start, place.start + problem.end]
        yield { start, end, message: problem.message }
      }
    }
  },
}

/** The uncited claims of one part; their spans count from the part's start. */
const uncitedBy = derived((model: ClaimModel, settings: Settings) => {
  const threshold = model.thresholds[settings.sensitivity]
  return derived((sentences: readonly PartSentence[], covered: Covered): readonly Problem[] =>
    sentences
      .filter((sentence) => sentence.claim >= threshold && !isCovered(sentence, covered))
      .map((sentence) => ({ start: sentence.start, end: sentence.end, message: messageFor(sentence) })),
  )
})

const longestQuote = 60

function messageFor({ judgement, words }: PartSentence): string {
  const reason = judgement.reasons[0]
  if (!reason) return 'Claim without a citation: asserts a finding and names no source'
  return `Claim without a citation: ${says(reason, words)} and names no source`
}

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
