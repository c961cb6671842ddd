import type { Span } from '../../text/span.js'

/** A stretch of text that may be a mention, as its own words and those around it say. */
export interface Candidate extends Span {
  /** How probable its sentence alone makes it, in (0, 1). */
  readonly probability: number
  /** Its text without the case of its letters: what the same name elsewhere in the document has, too. */
  readonly form: string
  /** Whether a vocabulary lists its text. */
  readonly isListed: boolean
}

/** What a whole document says of one form. */
export interface Evidence {
  /** How often it is a candidate. */
  readonly count: number
  /** The sum of the log odds of all of them, and the greatest. */
  readonly sum: number
  readonly most: number
}

/** What a document says of forms, and the other form of each that it spells out: the abbreviation's, or what it is short for. */
export interface DocumentEvidence {
  readonly forms: ReadonlyMap<string, Evidence>
  readonly partners: ReadonlyMap<string, string>
}

/** How much each of `reasonsFor` counts. */
export type Weights = readonly number[]

export const reasonCount = 10

/** The probability of a candidate in the light of its document. */
export function weighed(weights: Weights, reasons: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < reasonCount; i++) sum += weights[i]! * reasons[i]!
  return 1 / (1 + Math.exp(-sum))
}

/**
 * What speaks for or against a candidate, as numbers near 1.
 *
 * @param rival the log odds of the likeliest candidate that overlaps this one
 */
export function reasonsFor(
  candidate: Candidate,
  rival: number,
  evidence: DocumentEvidence,
): readonly number[] {
  const own = logOdds(candidate.probability)
  const same = evidence.forms.get(candidate.form)
  const others = same && same.count > 1 ? (same.sum - own) / (same.count - 1) : undefined
  const partner = evidence.forms.get(evidence.partners.get(candidate.form) ?? '')
  const isPartnered = evidence.partners.has(candidate.form)
  return [
    1,
    own,
    Math.max(rival, -6),
    candidate.isListed ? 1 : 0,
    others === undefined ? 1 : 0,
    others ?? 0,
    same && same.count > 1 ? same.most : 0,
    Math.log(same?.count ?? 1),
    isPartnered ? (partner ? partner.most : -4) : 0,
    isPartnered ? 1 : 0,
  ]
}

export function logOdds(probability: number): number {
  const p = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(p / (1 - p))
}

/** The evidence of a document's candidates. */
export function evidenceOf(
  candidates: Iterable<Candidate>,
  partners: ReadonlyMap<string, string>,
): DocumentEvidence {
  const forms = new Map<string, Evidence>()
  for (const { form, probability } of candidates) {
    const odds = logOdds(probability)
    const known = forms.get(form)
    forms.set(form, {
      count: (known?.count ?? 0) + 1,
      sum: (known?.sum ?? 0) + odds,
      most: Math.max(known?.most ?? -Infinity, odds),
    })
  }
  return { forms, partners }
}

/** For each candidate, the log odds of the likeliest other one that overlaps it; -6 where none does. */
export function rivalsOf(candidates: readonly Candidate[]): readonly number[] {
  return candidates.map((one, index) => {
    let most = -6
    for (let j = index - 1; j >= 0 && one.start - candidates[j]!.start < 300; j--)
      if (candidates[j]!.end > one.start) most = Math.max(most, logOdds(candidates[j]!.probability))
    for (let j = index + 1; j < candidates.length && candidates[j]!.start < one.end; j++)
      most = Math.max(most, logOdds(candidates[j]!.probability))
    return most
  })
}
