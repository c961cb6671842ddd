import { derived } from '../text/derived.js'
import type { PlacedPart } from '../prose/part.js'
import type { Span } from '../text/span.js'
import { headingsOf, referenceListsOf, type ReferenceList, type UnplacedEntry } from './references.js'
import type { PartCite, PartTarget } from './cites.js'
import type { View } from './view.js'

/** The reference lists of a document whose chapters each count from one. */
interface ChapterList {
  /** The blocks that it serves: those of the section that its heading stands in; end exclusive. */
  readonly section: Span
  /** Its heading's index. */
  readonly heading: number
  /** Its entries' indices in the catalogue, whose first the entries of the lists are; end exclusive. */
  readonly entries: Span
}

/**
 * The citations of a part in the light of the lists of chapters: a number points into the list of its own chapter, and
 * so does a name that entries of several lists bear. The same object as long as that changes nothing.
 */
export function inTheirChapters(
  view: View,
  { first }: PlacedPart,
  cites: readonly PartCite[],
): readonly PartCite[] {
  const lists = chapterListsOf(view)
  if (lists.length === 0 || cites.length === 0) return cites
  const chosen = cites.map(({ block }) => listFor(lists, first + block))
  const known = narrowings(cites)
  const key = `${lists.map(({ entries }) => entries.end).join()};${chosen.join()}`
  const narrowed = known.get(key) ?? cites.map((cite, i) => narrowedCite(cite, lists, chosen[i]!))
  if (known.size > mostNarrowings) known.clear()
  known.set(key, narrowed)
  return narrowed
}

/** While a reference is typed, the numbers of entries go up and down. */
const mostNarrowings = 8

const narrowings = derived<[readonly PartCite[]], Map<string, readonly PartCite[]>>(() => new Map())

/** All lists, where two of them share a number; none where one numbering goes through all. */
const chapterListsOf: (view: View) => readonly ChapterList[] = derived((view: View) => {
  const lists = referenceListsOf(view)
  if (lists.length < 2) return none
  const seen = new Set<string>()
  const isShared = lists.some(({ unplaced }) => {
    const numbers = numbersIn(unplaced)
    const isMet = numbers.some((number) => seen.has(number))
    for (const number of numbers) seen.add(number)
    return isMet
  })
  if (!isShared) return none
  let start = 0
  return lists.map((list) => {
    const entries = { start, end: start + list.unplaced.length }
    start = entries.end
    return { section: sectionOf(view, list), heading: list.blocks.start - 1, entries }
  })
})

const none: readonly ChapterList[] = []

const numbersIn = derived((entries: readonly UnplacedEntry[]) =>
  entries.flatMap(({ entry }) => entry.names.filter((name) => name.startsWith('number:'))),
)

/** From the last heading of a higher rank to the next that is not below that one; the whole document for a bare word. */
function sectionOf(view: View, { blocks }: ReferenceList): Span {
  const whole = { start: 0, end: view.document.blocks.length }
  const headings = headingsOf(view)
  const own = headings.findIndex(({ index }) => index === blocks.start - 1)
  if (own < 0) return whole
  const parent = headings.slice(0, own).findLast(({ level }) => level < headings[own]!.level)
  if (!parent) return whole
  const next = headings.slice(own).find(({ level }) => level <= parent.level)
  return { start: parent.index, end: next?.index ?? whole.end }
}

/** The index of the list that serves a block: the nearest behind it in its chapter, else the last before it; -1 for none. */
function listFor(lists: readonly ChapterList[], block: number): number {
  const serves = ({ section }: ChapterList): boolean => section.start <= block && block < section.end
  const behind = lists.findIndex((list) => serves(list) && list.heading > block)
  return behind >= 0 ? behind : lists.findLastIndex(serves)
}

function narrowedCite(cite: PartCite, lists: readonly ChapterList[], chosen: number): PartCite {
  if (chosen < 0) return cite
  return { ...cite, targets: cite.targets.map((target) => narrowedTarget(target, lists, lists[chosen]!)) }
}

function narrowedTarget(target: PartTarget, lists: readonly ChapterList[], own: ChapterList): PartTarget {
  const ofLists = lists.at(-1)!.entries.end
  const left = target.entries.filter((index) => index >= ofLists || holds(own.entries, index))
  // A name tells which work is meant, wherever it is listed; a number says nothing outside its chapter.
  return left.length > 0 || isNumber(target) ? { ...target, entries: left } : target
}

function holds({ start, end }: Span, index: number): boolean {
  return start <= index && index < end
}

function isNumber({ names }: PartTarget): boolean {
  return names.some((name) => name.startsWith('number:') || name.startsWith('footnote:'))
}
