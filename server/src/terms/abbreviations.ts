import trained from '../../model/abbreviations.json'
import type { Span } from '../text/span.js'
import { overlaps } from '../text/span.js'
import { candidatesIn, type Candidate } from './abbreviations/candidates.js'
import { choiceOf, scoreOf, type ChoiceModel } from './abbreviations/choice.js'
import { isPlain } from './abbreviations/listed.js'
import { rowsOf } from './abbreviations/measures.js'
import { SiteKind } from './abbreviations/sites.js'

/** An abbreviation and the words that it stands for, where a text spells it out. */
export interface Abbreviation {
  readonly short: Span
  readonly long: Span
  /** How probable it is that the text spells it out here, in these very words. */
  readonly probability: number
  /** It is an entry of a list. */
  readonly isListed: boolean
}

/**
 * The abbreviations that a text spells out, in order: "growth hormone (GH)", "GH (growth hormone)", "growth hormone, or GH", and
 * entries of a list, "GH, growth hormone; …".
 *
 * Every place where a short form may be spelled out gives candidates; their letters are aligned with the short form's, and a
 * trained model chooses one, or none, by how they align and what stands beside them. Each place looks at a bounded stretch of
 * text, so that time is linear in the text's length. `server/model/abbreviations.md` tells how good it is.
 */
export function abbreviationsIn(text: string): readonly Abbreviation[] {
  return chosenFrom(text, candidatesIn(text), trained)
}

/** The same with another model: training measures some that have not seen the text. */
export function chosenFrom(
  text: string,
  groups: readonly (readonly Candidate[])[],
  model: ChoiceModel,
): readonly Abbreviation[] {
  const likely = groups
    .map((group) => likeliest(text, group, model))
    .filter((one) => one.probability >= leastProbable)
  const chosen = new Map<number, Abbreviation[]>()
  for (const one of likely.sort((a, b) => b.probability - a.probability || a.short.start - b.short.start)) {
    const place = Math.floor(one.short.start / reach)
    const near = [place - 1, place, place + 1].flatMap((at) => chosen.get(at) ?? [])
    if (!near.some((other) => contradict(one, other))) chosen.set(place, [...(chosen.get(place) ?? []), one])
  }
  return [...chosen.values()].flat().sort((one, other) => one.short.start - other.short.start)
}

/** No two forms that touch the same words are farther apart, in code units. */
const reach = 512

/** Below it more than one in twenty would be wrong, or at least one word too long or too short. */
export const leastProbable = 0.65

function likeliest(text: string, group: readonly Candidate[], model: ChoiceModel): Abbreviation {
  const probabilities = choiceOf(rowsOf(text, group).map((row) => scoreOf(model, row)))
  const best = probabilities.reduce((a, b, i) => (b > probabilities[a]! ? i : a), 0)
  const { site, long } = group[best]!
  const plain = group.find((candidate) => isPlain(text, candidate))
  const isSure = !plain || probabilities[best]! >= leastProbable
  const isListed = site.kind === SiteKind.listed
  if (isSure) return { short: site.short, long, probability: probabilities[best]!, isListed }
  return {
    short: site.short,
    long: plain.long,
    probability: leastProbable,
    isListed: plain.site.kind === SiteKind.listed,
  }
}

/** One word is part of one short form, and two forms do not stand for each other. */
function contradict(one: Abbreviation, other: Abbreviation): boolean {
  return (
    overlaps(one.short, other.short) || (overlaps(one.short, other.long) && overlaps(one.long, other.short))
  )
}
