import { headCount } from './heads.js'
import { speaksOfItself } from './surface.js'
import type { Surface } from './surface.js'
import type { ReasonKind } from './reasons/index.js'

/**
 * What a reason adds to the log-odds of a sentence that does not report the author's own work.
 *
 * A decision, not a measurement: one unit for each kind, half as much again for an appeal to unnamed studies. The model learns from
 * research articles, where one citation often stands for several sentences and where plain statements of fact ("X suppresses Y") are
 * common among the authors' own conclusions. It does not know texts for the public, where the same statement is a claim on somebody
 * else's authority. Reasons say what makes it one, whatever the register. The calibration is fitted after the lift, so probabilities
 * stay honest on research articles; the model card says what the lift costs there.
 */
const lifts: Readonly<Record<ReasonKind, number>> = {
  attribution: 1.5,
  quantity: 1,
  effect: 1,
  comparison: 1,
  prevalence: 1,
  mechanism: 1,
}

/** Reasons bring a sentence up to here, about the middle of the scale, and no higher: above, the model alone decides. */
const ceiling = 0.6

/** Up to here the model is so sure that reasons add nothing; a whole unit higher they add all they can. */
const floor = -2.5

/** The second and each further kind of reason adds this share of what it would add alone. */
const furtherShare = 0.25

/**
 * The log-odds of a sentence with its reasons counted in. Among sentences with the same reasons the order never changes.
 *
 * @param logOdds what the trees say
 * @param isOwnWork whether the sentence reports what its authors did or found; then its reasons add nothing
 */
export function lifted(logOdds: number, surface: Surface, isOwnWork: boolean): number {
  if (isOwnWork || logOdds >= ceiling || logOdds <= floor) return logOdds
  let lift = 0
  for (const kind of new Set(surface.reasons.map(({ kind }) => kind))) {
    lift = Math.max(lift, lifts[kind]) + furtherShare * Math.min(lift, lifts[kind])
  }
  // Never so steep towards the ceiling that one sentence overtakes another.
  const span = Math.max(1.2, lift + 0.1)
  return logOdds + lift * Math.min(1, (ceiling - logOdds) / span, logOdds - floor)
}

/** Sentences that point to a figure or table report the author's own results. */
const pointer = /\b(?:Figs?\.?|Figures?|Tables?|Supplement[a-z]*|Additional file) ?(?:S?\d|[a-z]|\()/

/** Mean log-odds of the block from which on it is taken for the author's own results or methods. */
const ownResults = -1
const ownMethods = -1.5

/**
 * For each sentence of a block, whether it reports its authors' own work: it says "we", points to a figure, or stands among sentences
 * that the first pass takes for results or methods.
 *
 * @param sentences without citation markers, no longer than `longestSentence` twice
 * @param heads first-pass log-odds, as `writeRows` takes them
 */
export function ownWorkIn(sentences: readonly string[], heads: Float32Array): boolean[] {
  const count = sentences.length
  let results = 0
  let methods = 0
  for (let i = 0; i < count; i++) {
    results += heads[i * headCount + 4]! / count
    methods += heads[i * headCount + 5]! / count
  }
  const isReport = results > ownResults || methods > ownMethods
  return sentences.map((sentence) => isReport || speaksOfItself(sentence) || pointer.test(sentence))
}
