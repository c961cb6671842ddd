import { citesIn } from '../citations/index.js'
import type { Cite } from '../citations/cite.js'
import type { Entry } from '../bibliography/entry.js'
import { toSource, type Block } from '../prose/block.js'
import type { PlacedBlock } from '../prose/document.js'
import { derived } from '../text/derived.js'
import type { Name } from '../text/name.js'
import type { Span } from '../text/span.js'
import { citableOf, isLoading } from './library.js'
import { referenceListsOf } from './references.js'
import type { View } from './view.js'

/** A citation in its place, and what it leads to. */
export interface PlacedCite extends Span {
  readonly syntax: string
  readonly targets: readonly PlacedTarget[]
  /** The index of its block in the document. */
  readonly block: number
  /** Its span in the block's text. */
  readonly local: Span
}

export interface PlacedTarget extends Span {
  readonly names: readonly Name[]
  /** The entries that share a name with it: none where it is undefined. */
  readonly entries: readonly Entry[]
}

/** The citations of the document, in order; what stands in its reference lists and footnotes cites nothing. */
export const citesOf: (view: View) => readonly PlacedCite[] = derived((view: View) => {
  const isStrong = hasStrongCites(view)
  const hasNumbers = referenceListsOf(view).length > 0
  const cites: PlacedCite[] = []
  view.document.blocks.forEach((place, block) => {
    if (isSource(view, block)) return
    for (const cite of rememberedCites(place.block)) {
      const placed = placedCite(view, place, block, cite)
      if (!cite.weak || isMeant(placed, hasNumbers, isStrong)) cites.push(placed)
    }
  })
  return cites
})

/** Whether a block is part of what can be cited rather than of the prose that cites. */
export function isSource(view: View, block: number): boolean {
  if (view.document.blocks[block]!.block.kind === 'footnote') return true
  return referenceListsOf(view).some(({ blocks }) => blocks.start <= block && block < blocks.end)
}

/** The citations in a block, found once for each block. */
export const rememberedCites: (block: Block) => readonly Cite[] = derived((block: Block) => citesIn(block))

/**
 * What a form alone does not prove, the document decides: a number is a citation where there is a numbered list, or
 * where it might yet get one; a bare @word where the library has it, or where the writer cites in that way elsewhere.
 */
function isMeant(cite: PlacedCite, hasNumbers: boolean, isStrong: boolean): boolean {
  if (cite.targets.some(({ entries }) => entries.length > 0)) return true
  return cite.syntax === 'pandoc' ? isStrong : hasNumbers || cite.syntax === 'numeric'
}

function hasStrongCites(view: View): boolean {
  return view.document.blocks.some(({ block }) =>
    rememberedCites(block).some((cite) => cite.syntax === 'pandoc' && !cite.weak),
  )
}

function placedCite(view: View, { block, start }: PlacedBlock, index: number, cite: Cite): PlacedCite {
  const at = (span: Span): Span => {
    const source = toSource(block, span)
    return { start: start + source.start, end: start + source.end }
  }
  const targets = cite.targets.map((target) => ({
    ...at(target),
    names: target.names,
    entries: entriesFor(view, target.names),
  }))
  return { ...at(cite), syntax: cite.syntax, targets, block: index, local: cite }
}

/** The first of the names that anything bears decides; a footnote without a definition may be a number of the list. */
function entriesFor(view: View, names: readonly Name[]): readonly Entry[] {
  const library = citableOf(view)
  for (const name of names) {
    const entries = library.find(name)
    if (entries.length > 0) return entries
  }
  const footnote = names.find((name) => /^footnote:\d{1,4}$/.test(name))
  return footnote ? library.find(`number:${footnote.slice(9)}`) : []
}

/** Whether it may be said that a citation leads nowhere: not while a library loads or where one could not be read. */
export function knowsAllSources(view: View): boolean {
  return !isLoading(view) && view.libraries.every(({ file }) => file.state === 'read')
}
