import type { Block } from '../prose/block.js'
import type { Group, PlacedBlock } from '../prose/document.js'
import type { Part, PlacedPart } from '../prose/part.js'
import { sentencesIn } from '../prose/sentences.js'
import { countUpTo } from '../text/ascending.js'
import { derived } from '../text/derived.js'
import { shifted, type Span } from '../text/span.js'
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
  const added = coveredTogether(view, cited)
  return byPart.map(({ place: { part } }, i) => withContinuations(part, cited[i]!, added.get(i)))
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

/** Rule 2, for what a part covers itself and for the blocks of it that rules 3 and 4 add: the same object for the same blocks. */
function withContinuations(part: Part, cited: Covered, added: ReadonlySet<number> | undefined): Covered {
  if (cited.size === 0 && !added) return cited
  const known = continuations(part, cited)
  const key = added ? [...added].join() : ''
  const covered = known.get(key) ?? continuedIn(part, added ? union(part, cited, added) : cited)
  known.set(key, covered)
  return covered
}

const continuations = derived<[Part, Covered], Map<string, Covered>>(() => new Map())

function continuedIn(part: Part, covered: Covered): Covered {
  return new Map([...covered].map(([block, sentences]) => [block, continued(part.blocks[block]!, sentences)]))
}

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

/** Rules 3 and 4: the blocks that they cover whole, by the index of their part. Lists and tables may reach from one part into others. */
function coveredTogether(view: View, cited: readonly Covered[]): ReadonlyMap<number, ReadonlySet<number>> {
  const { parts } = view.document
  const added = new Map<number, Set<number>>()
  const together: Together = {
    blockAt(index) {
      const place = parts[partAt(parts, index)]
      return place?.part.blocks[index - place.first]?.block
    },
    startOf(index) {
      const place = parts[partAt(parts, index)]!
      return place.start + place.part.blocks[index - place.first]!.start
    },
    groupAt(index) {
      const place = parts[partAt(parts, index)]
      const inner = place?.part.blocks[index - place.first]?.group
      return inner ? { kind: inner.kind, ...shifted(inner, place.start) } : place?.group
    },
    isCited(index, sentence) {
      const at = partAt(parts, index)
      const local = index - (parts[at]?.first ?? 0)
      if (added.get(at)?.has(local)) return true
      const own = cited[at]?.get(local)
      return own !== undefined && (sentence === undefined || own.has(sentence))
    },
    coverWhole(index) {
      const at = partAt(parts, index)
      const blocks = added.get(at) ?? new Set<number>()
      added.set(at, blocks.add(index - parts[at]!.first))
    },
  }
  for (const { part, first } of parts)
    for (const local of joinsOf(part).openers) coverList(together, first + local)
  parts.forEach(({ part, first }, i) => {
    for (const table of tablesOf(part, cited[i]!)) coverTable(together, table, first)
  })
  return added
}

interface Together {
  /** Whether a sentence of a block, or any of it, is covered so far. */
  readonly isCited: (index: number, sentence?: number) => boolean
  readonly coverWhole: (index: number) => void
  /** The block at an index of the document; undefined outside. */
  readonly blockAt: (index: number) => Block | undefined
  /** Where a block stands in the document. */
  readonly startOf: (index: number) => number
  /** The list or table that a block is part of, in its place in the document. */
  readonly groupAt: (index: number) => Group | undefined
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

function coverList({ blockAt, groupAt, startOf, isCited, coverWhole }: Together, opener: number): void {
  if (!isCited(opener, sentencesIn(blockAt(opener)!).length - 1)) return
  const list = groupAt(opener + 1)
  const own = groupAt(opener)
  if (list?.kind !== 'list' || (own?.start === list.start && own.kind === list.kind)) return
  for (let i = opener + 1; blockAt(i) && startOf(i) < list.end; i++) coverWhole(i)
}

/** A table by the indices of its cells in its part, and those of them whose row is cited. */
interface Table extends Span {
  readonly citedRows: readonly number[]
}

const tablesOf = derived((part: Part, cited: Covered): readonly Table[] =>
  joinsOf(part).tables.map(({ start, end }) => {
    const indices = part.blocks.slice(start, end).map((_, i) => start + i)
    const rows = new Set(indices.filter((i) => cited.has(i)).map((i) => part.blocks[i]!.row))
    return { start, end, citedRows: indices.filter((i) => rows.has(part.blocks[i]!.row)) }
  }),
)

function coverTable({ blockAt, isCited, coverWhole }: Together, table: Table, first: number): void {
  const [before, behind] = [first + table.start - 1, first + table.end]
  const isCovered =
    (isCited(before) && isCaption(blockAt(before)?.text)) ||
    (isCited(behind) && isNote(blockAt(behind)?.text))
  if (!isCovered) for (const cell of table.citedRows) coverWhole(first + cell)
  else for (let cell = table.start; cell < table.end; cell++) coverWhole(first + cell)
}

/** The index of the part that holds a block; -1 for a block before the first. */
function partAt(parts: readonly PlacedPart[], block: number): number {
  return countUpTo(parts, block, ({ first }) => first) - 1
}

function cover(covered: Covering, block: number, sentence: number): void {
  const known = covered.get(block)
  if (known) known.add(sentence)
  else covered.set(block, new Set([sentence]))
}

function union(part: Part, covered: Covered, whole: ReadonlySet<number>): Covered {
  const both = new Map<number, ReadonlySet<number>>(covered)
  for (const block of whole) both.set(block, new Set(sentencesIn(part.blocks[block]!.block).keys()))
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
