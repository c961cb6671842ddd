import { chosenFrom } from '../src/terms/abbreviations.js'
import { candidatesIn, type Candidate } from '../src/terms/abbreviations/candidates.js'
import type { ChoiceModel } from '../src/terms/abbreviations/choice.js'
import { measureNames, rowsOf } from '../src/terms/abbreviations/measures.js'
import { choosing, type Choices } from './choosing.js'
import type { GoldPassage } from './abbreviation-gold.js'

/** Chosen once, with a view to the figures out of fold, which hardly depend on them. */
const options = { trees: 160, depth: 6, rate: 0.14, shrinkage: 3, share: 0.6 }

export const abbreviationFolds = 5

/** A passage made ready for training and measuring. */
export interface PreparedPassage extends GoldPassage {
  readonly groups: readonly (readonly Candidate[])[]
  readonly fold: number
}

/** Finds the candidates of passages. All passages of a document are in one fold, in whichever gold standard they stand. */
export function prepared(passages: readonly GoldPassage[]): readonly PreparedPassage[] {
  return passages.map((passage) => {
    return { ...passage, groups: candidatesIn(passage.text), fold: foldOf(passage.document) }
  })
}

/** Learns from passages which candidates their readers chose. */
export function trainedOn(passages: readonly PreparedPassage[]): ChoiceModel {
  const groups: (readonly Float32Array[])[] = []
  const right: number[] = []
  for (const { text, pairs, groups: found } of passages) {
    const shorts = new Set(pairs.map((pair) => pair.split(' ').slice(0, 2).join(' ')))
    for (const group of found) {
      const chosen = group.findIndex((candidate) =>
        pairs.includes(pairOf(candidate.site.short, candidate.long)),
      )
      const { start, end } = group[0]!.site.short
      // Readers found a long form that is no candidate: choosing none of the others is right, but no lesson.
      if (chosen < 0 && shorts.has(`${start} ${end}`)) continue
      groups.push(rowsOf(text, group))
      right.push(chosen)
    }
  }
  const choices: Choices = { groups, right }
  return choosing(measureNames, choices, options)
}

/** For each fold a model that learned from all passages but those of the fold. */
export function modelsWithout(passages: readonly PreparedPassage[]): readonly ChoiceModel[] {
  return Array.from({ length: abbreviationFolds }, (_, fold) =>
    trainedOn(passages.filter((passage) => passage.fold !== fold)),
  )
}

/** How many of the pairs that were found are right. */
export interface PairFigures {
  readonly right: number
  readonly found: number
  readonly gold: number
  readonly missed: readonly WrittenPair[]
  readonly wrong: readonly WrittenPair[]
}

export interface WrittenPair {
  readonly text: string
  /** "start end start end" of short and long form. */
  readonly pair: string
}

/** What is found in passages, each by the model that did not learn from its fold. Both spans must be those of the gold standard. */
export function figuresOutOfFold(
  passages: readonly PreparedPassage[],
  models: readonly ChoiceModel[],
): PairFigures {
  const missed: WrittenPair[] = []
  const wrong: WrittenPair[] = []
  let found = 0
  let gold = 0
  for (const { text, pairs, groups, fold } of passages) {
    const actual = chosenFrom(text, groups, models[fold]!).map(({ short, long }) => pairOf(short, long))
    found += actual.length
    gold += pairs.length
    for (const pair of pairs) if (!actual.includes(pair)) missed.push({ text, pair })
    for (const pair of actual) if (!pairs.includes(pair)) wrong.push({ text, pair })
  }
  return { right: found - wrong.length, found, gold, missed, wrong }
}

interface Ends {
  readonly start: number
  readonly end: number
}

function pairOf(short: Ends, long: Ends): string {
  return `${short.start} ${short.end} ${long.start} ${long.end}`
}

function foldOf(document: string): number {
  let hash = 0
  for (let i = 0; i < document.length; i++) hash = Math.imul(hash ^ document.charCodeAt(i), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % abbreviationFolds
}
