import type { Entry } from '../bibliography/entry.js'
import { countUpTo } from '../text/ascending.js'
import { derived } from '../text/derived.js'
import { citableOf } from './library.js'
import { citingOf, type Citing } from './citing.js'
import { contentOfSentence, contentOfTitle, nothingSaid } from './content.js'
import { contentIndex } from './likeness.js'
import { sentencesOf, type PlacedSentence } from './sentences.js'
import type { View } from './view.js'

/** Why an entry may be the one to cite in a sentence; each is in [0, 1]. */
export interface Fit {
  /** How like its title is to the sentence. */
  readonly title: number
  /** The same for the sentences on either side, in the same paragraph. */
  readonly around: number
  /** How like the sentence is to another one that cites it. */
  readonly cited: number
  /** Where the list stands in the order of first citation: whether it is still uncited and its turn is here. */
  readonly turn: number
  /** Whether a sentence close by cites it. */
  readonly near: number
  /** Whether the sentence names an author of it. */
  readonly author: number
}

/** The fit of every entry in `citableOf(view).entries` to a sentence; what the sentence itself cites is not looked at. */
export function fitsOf(view: View, sentence: PlacedSentence): readonly Fit[] {
  const { entries } = citableOf(view)
  const titles = titlesOf(view)
  const citing = citingOf(view)
  const at = indexOf(view, sentence)
  const title = titles.likeness(contentOfSentence(view, sentence.words))
  const neighbours = [at - 1, at + 1].filter((i) => sentencesOf(view)[i]?.block === sentence.block)
  const around = neighbours.map((i) => titles.likeness(citing.contentAt(i)))
  const cited = likenessOfCiters(citing, at)
  const turn = turnsAt(view, citing, at)
  const named = new Set(sentence.words.match(/\p{L}[\p{L}'’-]{2,40}/gu))
  return entries.map((entry, i) => ({
    title: title[i]!,
    around: Math.max(0, ...around.map((likeness) => likeness[i]!)),
    cited: cited.get(i) ?? 0,
    turn: turn.get(i) ?? 0,
    near: nearness(citing, i, at),
    author: firstFamilies(entry).some((family) => named.has(family)) ? 1 : 0,
  }))
}

const titlesOf = derived((view: View) => {
  const { entries } = citableOf(view)
  return contentIndex(
    entries.map((entry) => (entry.title ? contentOfTitle(entry, view.lexicon) : nothingSaid)),
  )
})

/** The index of the sentence that begins where this one does, or of the last before it. */
function indexOf(view: View, { start }: PlacedSentence): number {
  return countUpTo(sentencesOf(view), start, (sentence) => sentence.start) - 1
}

/** For each entry the likeness of the most like sentence, other than this one, that cites it. */
function likenessOfCiters(
  { citing, index, entriesOf, contentAt }: Citing,
  at: number,
): ReadonlyMap<number, number> {
  const best = new Map<number, number>()
  const likeness = index.likeness(contentAt(at))
  citing.forEach((sentence, i) => {
    if (sentence === at || likeness[i] === 0) return
    for (const entry of entriesOf[sentence]!) best.set(entry, Math.max(best.get(entry) ?? 0, likeness[i]!))
  })
  return best
}

/** A citation in the next sentence counts half, one three sentences away a quarter, one further than eight nothing. */
function nearness({ sentencesOf: citers }: Citing, entry: number, at: number): number {
  let nearest = Infinity
  for (const sentence of citers.get(entry) ?? [])
    if (sentence !== at) nearest = Math.min(nearest, Math.abs(sentence - at))
  return nearest > 8 ? 0 : 1 / (1 + nearest)
}

/** How many entries around the place in the list are looked at to find out whose turn it is. */
const horizon = 3

/**
 * Where a list is in the order of first citation, the entries whose turn it is at a sentence: those that nothing else cites,
 * between what is first cited before and behind it.
 */
function turnsAt(view: View, { sentencesOf: citers }: Citing, at: number): ReadonlyMap<number, number> {
  const { entries } = citableOf(view)
  const firsts: { entry: number; sentence: number }[] = []
  for (const [entry, sentences] of citers) {
    const first = sentences.find((sentence) => sentence !== at)
    if (first !== undefined) firsts.push({ entry, sentence: first })
  }
  firsts.sort((a, b) => a.sentence - b.sentence || a.entry - b.entry)
  const turns = new Map<number, number>()
  if (!isInOrder(firsts.map(({ entry }) => entry))) return turns
  const behind = firsts.findIndex(({ sentence }) => sentence > at)
  const split = behind < 0 ? firsts.length : behind
  const middle = (indices: readonly number[]): number =>
    [...indices].sort((a, b) => a - b)[Math.floor(indices.length / 2)]!
  const before = firsts.slice(Math.max(0, split - horizon), split).map(({ entry }) => entry)
  const after = firsts.slice(split, split + horizon).map(({ entry }) => entry)
  const low = before.length === 0 ? -1 : Math.max(middle(before), before.at(-1)!)
  const high = after.length === 0 ? entries.length : Math.min(middle(after), after[0]!)
  const known = new Set(firsts.map(({ entry }) => entry))
  const open: number[] = []
  for (let entry = low + 1; entry < high; entry++) if (!known.has(entry)) open.push(entry)
  open.forEach((entry, i) => turns.set(entry, 1 / (1 + 0.5 * i)))
  return turns
}

/** Whether three in four neighbours ascend; chance would make half of them do so. */
function isInOrder(entries: readonly number[]): boolean {
  if (entries.length < 5) return false
  let ascending = 0
  for (let i = 1; i < entries.length; i++) if (entries[i]! > entries[i - 1]!) ascending++
  return ascending / (entries.length - 1) >= 0.75
}

/** The last words of the families of an entry's first authors: "Berg" of "van der Berg". */
const firstFamilies = derived((entry: Entry) =>
  entry.authors.slice(0, 3).flatMap(({ family }) => {
    const word = family?.split(' ').at(-1) ?? ''
    return word.length < 3 ? [] : [word]
  }),
)
