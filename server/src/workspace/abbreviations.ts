import { toSource, type Block } from '../prose/block.js'
import { captionsIn } from '../prose/captions.js'
import type { Part, PartBlock } from '../prose/part.js'
import { abbreviationsIn, type Abbreviation } from '../terms/abbreviations.js'
import { isAcronym, isShortForm } from '../terms/abbreviations/short-form.js'
import { acronymsIn } from '../terms/acronyms.js'
import { derived } from '../text/derived.js'
import { overlaps, shifted, type Span } from '../text/span.js'
import { outsideSources, rememberedCites } from './cites.js'
import type { View } from './view.js'

/** A place where a document spells an abbreviation out. */
export interface Definition {
  /** The abbreviation without the "s" of a plural, and as the text has it here. */
  readonly written: string
  readonly asWritten: string
  /** What it stands for, in the words of the text. */
  readonly meaning: string
  readonly short: Span
  readonly long: Span
  readonly place: Place
}

/** A place where a document writes an abbreviation, or a word that looks like one. */
export interface Use extends Span {
  readonly written: string
  readonly place: Place
  /** A part of a longer name: the GH of "GH-IGF-1". */
  readonly isPart: boolean
}

/**
 * Where in a document something stands: captions, tables, lists of abbreviations and footnotes are read by themselves, headings
 * name what follows.
 */
export type Place = 'prose' | 'heading' | 'aside'

/** What a part says of abbreviations; all spans count from its start, and `block` is the index in the part. */
interface Abbreviations {
  readonly definitions: readonly (Definition & { readonly block: number })[]
  readonly uses: readonly (Use & { readonly block: number })[]
}

/** All places outside the lists of references where a document spells an abbreviation out, in order. */
export const definitionsOf: (view: View) => readonly Definition[] = derived((view: View) =>
  view.document.parts.flatMap((place) =>
    outsideSources(view, place, () => abbreviationsInPart(place.part).definitions).map((one) => ({
      ...one,
      short: shifted(one.short, place.start),
      long: shifted(one.long, place.start),
    })),
  ),
)

/** What an abbreviation means at an offset: as it was last spelled out before, or else as it first is behind. */
export function definitionAt(view: View, written: string, offset: number): Definition | undefined {
  const all = definitionsByName(view).get(written)
  return all?.findLast(({ short }) => short.start <= offset) ?? all?.[0]
}

/** By abbreviation, where a document spells it out. */
export function definitionsByName(view: View): ReadonlyMap<string, readonly Definition[]> {
  return definitionsByWritten(definitionsOf(view))
}

const definitionsByWritten = derived((definitions: readonly Definition[]) => {
  const groups = new Map<string, Definition[]>()
  for (const definition of definitions) {
    const known = groups.get(definition.written)
    if (known) known.push(definition)
    else groups.set(definition.written, [definition])
  }
  return groups
})

/** What a block spells out, found once for each block; not what code, addresses and citations do. */
export const abbreviationsInBlock: (block: Block) => readonly Abbreviation[] = derived((block: Block) => {
  const found = abbreviationsIn(block.text)
  if (found.length === 0) return found
  const none = [...block.opaque, ...rememberedCites(block)]
  return found.filter(
    ({ short, long }) => !none.some((span) => overlaps(span, short) || isAtEdge(span, long)),
  )
})

/** A citation may stand inside a long form, but not begin or end it. */
function isAtEdge(span: Span, long: Span): boolean {
  return (
    overlaps(span, { start: long.start, end: long.start + 1 }) ||
    overlaps(span, { start: long.end - 1, end: long.end })
  )
}

export const abbreviationsInPart = derived((part: Part): Abbreviations => {
  const blocks = part.blocks.map((placed, index) => ({ placed, index, place: placeOf(placed) }))
  const inText = blocks.flatMap(({ placed, index, place }) =>
    abbreviationsInBlock(placed.block).map(({ short, long, isListed }) =>
      definitionIn(placed, short, placed, long, isListed ? 'aside' : place, index),
    ),
  )
  const uses = blocks.flatMap(({ placed, index, place }) =>
    wordsInBlock(placed.block).map((word) => ({
      ...word,
      place,
      block: index,
      ...shifted(word, placed.start),
    })),
  )
  return { definitions: [...inText, ...inTables(part)], uses }
})

function definitionIn(
  shortBlock: PartBlock,
  short: Span,
  longBlock: PartBlock,
  long: Span,
  place: Place,
  block: number,
): Definition & { block: number } {
  const asWritten = shortBlock.block.text.slice(short.start, short.end)
  return {
    asWritten,
    written: /[A-Z]s$/.test(asWritten) ? asWritten.slice(0, -1) : asWritten,
    meaning: longBlock.block.text.slice(long.start, long.end).replace(/\s+/g, ' '),
    short: shifted(toSource(shortBlock.block, short), shortBlock.start),
    long: shifted(toSource(longBlock.block, long), longBlock.start),
    place,
    block,
  }
}

/** The rows of tables whose first cell is an abbreviation and whose second spells it out. */
function inTables({ blocks }: Part): Abbreviations['definitions'] {
  return blocks.flatMap((cell, index) => {
    const next = blocks[index + 1]
    if (cell.column !== 0 || next?.column !== 1 || next.row !== cell.row || next.group !== cell.group)
      return []
    const short = { start: 0, end: cell.block.text.length }
    if (!isShortForm(cell.block.text, short) || !isAcronym(cell.block.text, short)) return []
    const row = `${cell.block.text}: ${next.block.text}`
    const found = abbreviationsIn(row).find((one) => one.short.start === 0 && one.short.end === short.end)
    if (!found || found.long.start < short.end + 2) return []
    return [definitionIn(cell, short, next, shifted(found.long, -short.end - 2), 'aside', index)]
  })
}

function placeOf({ block }: PartBlock): Place {
  if (block.kind === 'heading') return 'heading'
  if (block.kind === 'table-cell' || block.kind === 'footnote') return 'aside'
  const isCaption = /^(?:fig(?:ure|\.)?|table|box|scheme|supplement\w{0,8} \w{1,8})\s{0,2}[A-Z]?\d/i.test(
    block.text.slice(0, 40),
  )
  return isCaption || captionsIn(block).length > 0 ? 'aside' : 'prose'
}

/** The words of a block that may be abbreviations, by their places in its source; not those of code, addresses and citations. */
const wordsInBlock = derived((block: Block) => {
  const words = acronymsIn(block.text)
  if (words.length === 0) return []
  const none = [...block.opaque, ...rememberedCites(block)]
  return words
    .filter((word) => !none.some((span) => overlaps(span, word)))
    .map((word) => ({ ...word, ...toSource(block, word) }))
})
