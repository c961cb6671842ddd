import { headCount, headIndex, perUnit } from './heads.js'
import type { ReasonKind } from './reasons/index.js'
import { surfaceWidth } from './surface.js'

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

/** The second and each further kind of reason adds this share of what it would add alone. */
const furtherShare = 0.25

/** More than all kinds of reasons together can add. */
const mostLift = 3

/** What reasons of these kinds add, as a share of `mostLift`: what the head named for reasons has learned to tell from a sentence's grams. */
export function liftShare(kinds: ReadonlySet<ReasonKind>): number {
  let lift = 0
  for (const kind of kinds) lift = Math.max(lift, lifts[kind]) + furtherShare * Math.min(lift, lifts[kind])
  return lift / mostLift
}

/** Reasons bring a sentence up to here, about the middle of the scale, and no higher: above, the model alone decides. */
const ceiling = 0.6

/** Up to here the model is so sure that reasons add nothing; a whole unit higher they add all they can. */
const floor = -2.5

/**
 * The log-odds of a sentence with its reasons counted in. Among sentences with the same reasons the order never changes.
 *
 * The patterns of `reasons/` say exactly where a reason stands; here a guess at them is enough, and a hundred times as fast.
 *
 * @param logOdds what the trees say
 * @param reason log-odds of the head named for reasons
 */
export function lifted(logOdds: number, reason: number): number {
  if (logOdds >= ceiling || logOdds <= floor) return logOdds
  const lift = mostLift / (1 + Math.exp(-reason))
  // Never so steep towards the ceiling that one sentence overtakes another.
  const span = Math.max(1.2, lift + 0.1)
  return logOdds + lift * Math.min(1, (ceiling - logOdds) / span, logOdds - floor)
}

/** Mean log-odds of the block from which on it is taken for the author's own results or methods. */
const ownResults = -1
const ownMethods = -1.5

const results = headIndex('results')
const methods = headIndex('methods')

/**
 * Whether a block reports its authors' own work: the first pass takes its sentences for results or methods.
 *
 * @param heads first-pass log-odds, as `writeRows` takes them
 */
export function isReport(heads: Int16Array): boolean {
  let ofResults = 0
  let ofMethods = 0
  for (let at = 0; at < heads.length; at += headCount) {
    ofResults += heads[at + results]!
    ofMethods += heads[at + methods]!
  }
  const count = heads.length / headCount
  return ofResults > ownResults * perUnit * count || ofMethods > ownMethods * perUnit * count
}

/** Whether a sentence says "we" or points to a figure: then it reports its authors' own work, wherever it stands. */
export function isOwnWork(surfaces: Int16Array, index: number): boolean {
  const at = index * surfaceWidth
  return surfaces[at + 4]! > 0 || surfaces[at + 5]! > 0
}
