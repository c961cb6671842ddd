import type { Block } from '../prose/block.js'
import type { PlacedBlock } from '../prose/document.js'
import type { Part, PlacedPart } from '../prose/part.js'
import { sentencesIn } from '../prose/sentences.js'
import { derived } from '../text/derived.js'
import { citesByPart, type PartCite } from './cites.js'
import type { View } from './view.js'

/** By the index of a block in its part, the indices of its sentences that a citation covers. */
export type Covered = ReadonlyMap<number, ReadonlySet<number>>
type Covering = Map<number, Set<number>>

/**
 * By part, what a citation stands for:
 * 1. the sentence it stands in, or directly behind;
 * 2. the sentence after it that only continues it ("These effects…", "In the same study…"), and so on;
 * 3. the items of a list, where it stands in the sentence that opens the list and ends with a colon;
 * 4. the cells of a table, where it stands in the caption or the note; and a cell's whole row, where it stands in a cell.
 */
export const coveredByPart: (view: View) => readonly Covered[] = derived((view: View) => {
  const byPart = citesByPart(view)
  const cited = byPart.map(({ place, cites }) => coveredByCites(place.part, cites))
  const lists = coveredTogether(view, cited)
  return byPart.map(({ place: { part } }, i) => {
    const more = lists.get(i)
    return more ? withContinuations(part, union(cited[i]!, more)) : rememberedContinuations(part, cited[i]!)
  })
})

/** Rule 1. */
const coveredByCites = derived((part: Part, cites: readonly PartCite[]): Covered => {
  const covered: Covering = new Map()
  for (const { block, local } of cites) {
    const sentences = sentencesIn(part.blocks[block]!.block)
    const sentence = sentences.findIndex(({ end }) => local.start < end)
    cover(covered, block, sentence < 0 ? sentences.length - 1 : sentence)
  }
  return covered
})

/** Rule 2. */
function withContinuations(part: Part, covered: Covered): Covered {
  return new Map([...covered].map(([block, sentences]) => [block, continued(part.blocks[block]!, sentences)]))
}

const rememberedContinuations = derived(withContinuations)

const continuing =
  /^(?:(?:these|those|such|this|the same) (?:\w{1,20} ){0,2}(?:effects?|findings?|results?|changes?|increases?|decreases?|reductions?|improvements?|associations?|benefits?|differences?|responses?|data|observations?|outcomes?|patterns?|relationships?|links?)\b|in (?:the same|that|this) (?:study|trial|work|analysis|review|cohort)\b|the (?:same )?authors\b|the (?:study|trial) also\b|they also\b)/i

/** A sentence that points back at the findings of the one before it needs no second citation. */
function continued({ block }: PlacedBlock, covered: ReadonlySet<number>): ReadonlySet<number> {
  const sentences = new Set(covered)
  const spans = sentencesIn(block)
  for (let i = 1; i < spans.length; i++) {
    const { start } = spans[i]!
    if (sentences.has(i - 1) && continuing.test(block.text.slice(start, start + 120))) sentences.add(i)
  }
  return sentences
}

/** Rules 3 and 4: what they add, by the index of the part. Lists and tables may reach from one part into others. */
function coveredTogether(view: View, cited: readonly Covered[]): ReadonlyMap<number, Covering> {
  const { parts } = view.document
  const added = new Map<number, Covering>()
  const together: Together = {
    view,
    blockAt(index) {
      const place = parts[partAt(parts, index)]
      return place?.part.blocks[index - place.first]?.block
    },
    sentencesAt(index) {
      const at = partAt(parts, index)
      const local = index - (parts[at]?.first ?? 0)
      const [own, more] = [cited[at]?.get(local), added.get(at)?.get(local)]
      return own && more ? new Set([...own, ...more]) : (own ?? more ?? none)
    },
    coverWhole(index) {
      const at = partAt(parts, index)
      const { part, first } = parts[at]!
      const covering = added.get(at) ?? new Map<number, Set<number>>()
      added.set(at, covering)
      sentencesIn(part.blocks[index - first]!.block).forEach((_, i) => { cover(covering, index - first, i) }) // prettier-ignore
    },
  }
  for (const { part, first } of parts)
    for (const local of joinsOf(part).openers) coverList(together, first + local)
  for (const { part, first } of parts) {
    for (const { start, end } of joinsOf(part).tables)
      coverTable(together, part.blocks.slice(start, end), first + start)
  }
  return added
}

const none: ReadonlySet<number> = new Set()

interface Together {
  readonly view: View
  /** The sentences of a block that are covered so far. */
  readonly sentencesAt: (index: number) => ReadonlySet<number>
  readonly coverWhole: (index: number) => void
  readonly blockAt: (index: number) => Block | undefined
}

/** The blocks, by their index in the part, that may open a list, and the tables: none is divided between parts. */
const joinsOf = derived(({ blocks, isInList }: Part) => {
  const openers: number[] = []
  const tables: { start: number; end: number }[] = []
  blocks.forEach(({ block, group }, i) => {
    const next = blocks[i + 1]
    const mayBeList = !next || (next.group !== group && (next.group ? next.group.kind === 'list' : isInList))
    if (mayBeList && opensSomething(block.text)) openers.push(i)
    const table = tables.at(-1)
    if (group?.kind !== 'table') return
    if (table && blocks[i - 1]?.group === group) table.end = i + 1
    else tables.push({ start: i, end: i + 1 })
  })
  return { openers, tables }
})

function coverList({ view, blockAt, sentencesAt, coverWhole }: Together, opener: number): void {
  // Most openers are not cited, and a list of all blocks takes its time.
  if (!sentencesAt(opener).has(sentencesIn(blockAt(opener)!).length - 1)) return
  const { blocks } = view.document
  const { group } = blocks[opener]!
  const list = blocks[opener + 1]?.group
  if (list?.kind !== 'list' || list === group) return
  for (let j = opener + 1; j < blocks.length && blocks[j]!.start < list.end; j++) coverWhole(j)
}

function coverTable(
  { blockAt, sentencesAt, coverWhole }: Together,
  cells: readonly PlacedBlock[],
  first: number,
): void {
  const isCited = (index: number): boolean => sentencesAt(index).size > 0
  const end = first + cells.length
  const isCovered =
    (isCited(first - 1) && isCaption(blockAt(first - 1)?.text)) ||
    (isCited(end) && isNote(blockAt(end)?.text))
  const citedRows = new Set<number | undefined>()
  cells.forEach(({ row }, i) => { if (isCited(first + i)) citedRows.add(row) }) // prettier-ignore
  cells.forEach(({ row }, i) => { if (isCovered || citedRows.has(row)) coverWhole(first + i) }) // prettier-ignore
}

/** The index of the part that holds a block; -1 for a block before the first. */
function partAt(parts: readonly PlacedPart[], block: number): number {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (parts[middle]!.first <= block) low = middle + 1
    else high = middle
  }
  return low - 1
}

function cover(covered: Covering, block: number, sentence: number): void {
  const known = covered.get(block)
  if (known) known.add(sentence)
  else covered.set(block, new Set([sentence]))
}

function union(covered: Covered, more: Covered): Covered {
  const both = new Map<number, ReadonlySet<number>>(covered)
  for (const [block, sentences] of more)
    both.set(block, new Set([...(covered.get(block) ?? none), ...sentences]))
  return both
}

/** The sentence that opens a list ends with a colon; a citation may stand behind it. */
function opensSomething(text: string): boolean {
  return (
    /:\s{0,3}(?:[[(^][^\n]{0,200})?$/.test(text) ||
    text
      .replace(/[[(^][^[(^]{0,200}[\])^]\s*$/, '')
      .trimEnd()
      .endsWith(':')
  )
}

/** "Table 2. …", ": …", or a sentence that announces the table. */
function isCaption(text: string | undefined): boolean {
  return (
    text !== undefined &&
    (/^(?:table\b|:)/i.test(text) ||
      /\btable\b[^.]{0,200}[.:]?$/i.test(text.slice(-260)) ||
      opensSomething(text))
  )
}

function isNote(text: string | undefined): boolean {
  return (
    text !== undefined &&
    /^(?:notes?|sources?|data from|adapted from|based on|table\b|:|\*|†|a\))/i.test(text)
  )
}
