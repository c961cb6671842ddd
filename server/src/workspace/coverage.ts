import type { PlacedBlock } from '../prose/document.js'
import { sentencesIn } from '../prose/sentences.js'
import { derived } from '../text/derived.js'
import { citesOf } from './cites.js'
import type { View } from './view.js'

/** By the index of a block, the indices of its sentences that a citation covers. */
export type Covered = ReadonlyMap<number, ReadonlySet<number>>

/**
 * What a citation stands for:
 * 1. the sentence it stands in, or directly behind;
 * 2. the sentence after it that only continues it ("These effects…", "In the same study…"), and so on;
 * 3. the items of a list, where it stands in the sentence that opens the list and ends with a colon;
 * 4. the cells of a table, where it stands in the caption or the note; and a cell's whole row, where it stands in a cell.
 */
export const coveredSentences: (view: View) => Covered = derived((view: View) => {
  const covered = new Map<number, Set<number>>()
  for (const cite of citesOf(view)) {
    const { block } = view.document.blocks[cite.block]!
    const sentence = sentencesIn(block).findIndex(({ end }) => cite.local.start < end)
    cover(covered, cite.block, sentence < 0 ? sentencesIn(block).length - 1 : sentence)
  }
  coverLists(view, covered)
  coverTables(view, covered)
  for (const [block, sentences] of covered) continueFrom(view.document.blocks[block]!, sentences)
  return covered
})

function cover(covered: Map<number, Set<number>>, block: number, sentence: number): void {
  const known = covered.get(block)
  if (known) known.add(sentence)
  else covered.set(block, new Set([sentence]))
}

function coverWhole(covered: Map<number, Set<number>>, place: PlacedBlock, block: number): void {
  sentencesIn(place.block).forEach((_, i) => { cover(covered, block, i) }) // prettier-ignore
}

const continuing =
  /^(?:(?:these|those|such|this|the same) (?:\w{1,20} ){0,2}(?:effects?|findings?|results?|changes?|increases?|decreases?|reductions?|improvements?|associations?|benefits?|differences?|responses?|data|observations?|outcomes?|patterns?|relationships?|links?)\b|in (?:the same|that|this) (?:study|trial|work|analysis|review|cohort)\b|the (?:same )?authors\b|the (?:study|trial) also\b|they also\b)/i

/** A sentence that points back at the findings of the one before it needs no second citation. */
function continueFrom({ block }: PlacedBlock, sentences: Set<number>): void {
  const spans = sentencesIn(block)
  for (let i = 1; i < spans.length; i++) {
    const { start } = spans[i]!
    if (sentences.has(i - 1) && continuing.test(block.text.slice(start, start + 120))) sentences.add(i)
  }
}

function coverLists(view: View, covered: Map<number, Set<number>>): void {
  const { blocks } = view.document
  for (let i = 0; i + 1 < blocks.length; i++) {
    const { block, group } = blocks[i]!
    const list = blocks[i + 1]!.group
    if (list?.kind !== 'list' || list === group) continue
    const last = sentencesIn(block).length - 1
    if (!covered.get(i)?.has(last) || !opensSomething(block.text)) continue
    for (let j = i + 1; j < blocks.length && blocks[j]!.start < list.end; j++)
      coverWhole(covered, blocks[j]!, j)
  }
}

function coverTables(view: View, covered: Map<number, Set<number>>): void {
  const { blocks } = view.document
  for (let i = 0; i < blocks.length; i++) {
    const table = blocks[i]!.group
    if (table?.kind !== 'table' || blocks[i - 1]?.group === table) continue
    let end = i
    while (blocks[end]?.group?.start === table.start && blocks[end]?.group?.kind === 'table') end++
    const isCovered =
      (isCited(covered, i - 1) && isCaption(blocks[i - 1]?.block.text)) ||
      (isCited(covered, end) && isNote(blocks[end]?.block.text))
    for (let j = i; j < end; j++) {
      const rowIsCited =
        isCovered ||
        blocks.slice(i, end).some((cell, k) => cell.row === blocks[j]!.row && isCited(covered, i + k))
      if (rowIsCited) coverWhole(covered, blocks[j]!, j)
    }
    i = end - 1
  }
}

function isCited(covered: Map<number, Set<number>>, block: number): boolean {
  return (covered.get(block)?.size ?? 0) > 0
}

/** The sentence that opens a list ends with a colon; a citation may stand behind it. */
function opensSomething(text: string): boolean {
  return (
    /:\s{0,3}(?:[[(^][^\n]{0,200})?$/.test(text) ||
    /:$/.test(text.replace(/[[(^][^[(^]{0,200}[\])^]\s*$/, '').trimEnd())
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
