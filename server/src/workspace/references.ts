import type { Entry } from '../bibliography/entry.js'
import {
  entriesInBlock,
  isReferenceHeading,
  looksLikeReference,
  referenceEntry,
  referenceFields,
} from '../bibliography/reference-list.js'
import type { Block } from '../prose/block.js'
import { toSource } from '../prose/block.js'
import type { PlacedBlock } from '../prose/document.js'
import { derived } from '../text/derived.js'
import type { Span } from '../text/span.js'
import type { View } from './view.js'

/** The document's own list of references. */
export interface ReferenceList {
  readonly heading: Span
  /** The first and the last of `document.blocks` that belong to it, the heading not included; end exclusive. */
  readonly blocks: Span
  readonly entries: readonly Entry[]
}

/** The reference lists of a document, in order: under a heading that says so, or below the bare word in pasted text. */
export const referenceListsOf: (view: View) => readonly ReferenceList[] = derived((view: View) => {
  const { blocks } = view.document
  const lists: ReferenceList[] = []
  for (let i = 0; i < blocks.length; i++) {
    if (!opensList(blocks[i]!.block)) continue
    const end = endOfList(blocks, i)
    if (end === i + 1) continue
    lists.push(listAt(view, i, end))
    i = end - 1
  }
  return lists
})

const opensList: (block: Block) => boolean = derived(
  (block: Block) =>
    (block.kind === 'heading' || block.kind === 'paragraph') && isReferenceHeading(block.text),
)

/** A list under a heading ends at the next heading of its rank; one under a bare word where the references end. */
function endOfList(blocks: readonly PlacedBlock[], heading: number): number {
  const { level } = blocks[heading]!.block
  let end = heading + 1
  for (; end < blocks.length; end++) {
    const { block } = blocks[end]!
    if (block.kind === 'heading' && (level === 0 || block.level <= level)) break
    if (level === 0 && !holdsReferences(block)) break
  }
  return end
}

const holdsReferences: (block: Block) => boolean = derived((block: Block) => looksLikeReference(block.text))

function listAt(view: View, heading: number, end: number): ReferenceList {
  const { blocks } = view.document
  const entries: Entry[] = []
  for (let i = heading + 1; i < end; i++) {
    const { block, start, group } = blocks[i]!
    if (block.kind === 'heading' || block.kind === 'table-cell') continue
    for (const local of entriesOf(block)) {
      const { span } = local
      const number = local.number ?? (group && numberBefore(view, start)) ?? entries.length + 1
      const source = { uri: view.uri, span: { start: start + span.start, end: start + span.end } }
      entries.push(referenceEntry(local.fields, number, source))
    }
  }
  const place = blocks[heading]!
  const headingSpan = { start: place.start, end: place.start + place.block.source.length }
  return { heading: headingSpan, blocks: { start: heading + 1, end }, entries }
}

/** Emphasis in the source tells a title from a journal, so it is the source that is read. */
const entriesOf = derived((block: Block) =>
  entriesInBlock(block.text, block.kind === 'list-item').map((local) => {
    const span = toSource(block, local.span)
    const written = block.source.slice(span.start, span.end)
    const isPlain = written === block.text.slice(local.span.start, local.span.end)
    return { span, number: local.number, fields: isPlain ? local.fields : referenceFields(written) }
  }),
)

/** The number that Markdown's own list gives an item stands before the item's words. */
function numberBefore(view: View, start: number): number | undefined {
  const digits = /(\d{1,9})[.)]\s{1,4}$/.exec(view.document.text.slice(Math.max(0, start - 16), start))?.[1]
  return digits === undefined ? undefined : Number(digits)
}
