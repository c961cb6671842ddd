import { Tree } from '@lezer/common'
import { derivedByFirst } from '../text/derived.js'
import type { Span } from '../text/span.js'
import type { Block, BlockKind } from './block.js'
import type { FootnoteDefinition, FrontMatterSource, Group, PlacedBlock } from './document.js'
import { leafOf, type Leaf } from './leaf.js'

/**
 * A run of consecutive blocks. It knows nothing of where it stands: all offsets count from its start. It stays the same
 * object as long as nothing in it changes, so that what is derived from it outlives every edit elsewhere.
 */
export interface Part {
  readonly blocks: readonly PartBlock[]
  readonly comments: readonly Span[]
  readonly footnotes: readonly PartFootnote[]
  readonly frontMatter?: FrontMatterSource
}

export interface PartBlock extends PlacedBlock {
  /** The number that stands directly before the block: in a list, the one that Markdown gives the item. */
  readonly ordinal?: number
}

export interface PartFootnote extends FootnoteDefinition {
  readonly source: string
}

/** A part in its place in a document. */
export interface PlacedPart {
  readonly part: Part
  readonly start: number
  /** The index of its first block in the document. */
  readonly first: number
  /** The list that the whole part lies in, where that is too long for one part. */
  readonly group?: Group
}

/** What reading needs besides the syntax tree. */
export interface Reading {
  readonly text: string
  /** The block of the document before the edit that has this source, if it stood near. */
  known(block: Block): Block | undefined
}

/** Longer parts are divided, in UTF-16 code units: an edit makes one part anew, and a document's parts are walked at each edit. */
const longestPart = 16_000

/** Divides a document into parts, in order. Long lists are divided too, their items are not. */
export function partsOf(tree: Tree, reading: Reading): readonly PlacedPart[] {
  const parts: PlacedPart[] = []
  let first = 0
  const visit = (node: Tree, start: number, kind: 'paragraph' | 'list-item', group: Group | undefined): void => {
    const isList = node.type.name === 'BulletList' || node.type.name === 'OrderedList'
    if (node.length <= longestPart || !(isList || node.type.isAnonymous || node.type.name === 'Document')) {
      const part = partReaders[kind](node, reading, start)
      if (isEmpty(part)) return
      parts.push(group ? { part, start, first, group } : { part, start, first })
      first += part.blocks.length
      return
    }
    const inside: Group | undefined = isList ? { kind: 'list', start, end: start + node.length } : group
    for (let i = 0; i < node.children.length; i++) {
      const child = node.children[i]!
      if (child instanceof Tree) visit(child, start + node.positions[i]!, isList ? 'list-item' : kind, inside)
    }
  }
  visit(tree, 0, 'paragraph', undefined)
  return parts
}

function isEmpty({ blocks, comments, footnotes, frontMatter }: Part): boolean {
  return blocks.length === 0 && comments.length === 0 && footnotes.length === 0 && !frontMatter
}

const partReader = (kind: BlockKind) =>
  derivedByFirst((tree: Tree, reading: Reading, start: number): Part => {
    const found: Collection = { reading, base: start, blocks: [], comments: [], footnotes: [] }
    visitNode(found, tree, 0, { kind })
    const { blocks, comments, footnotes, frontMatter } = found
    return { blocks, comments, footnotes, ...(frontMatter && { frontMatter }) }
  })

/** By what its context makes of a node's paragraphs. */
const partReaders = { paragraph: partReader('paragraph'), 'list-item': partReader('list-item') }

interface Collection {
  readonly reading: Reading
  /** Where the part starts in the text. */
  readonly base: number
  readonly blocks: PartBlock[]
  readonly comments: Span[]
  readonly footnotes: PartFootnote[]
  frontMatter?: FrontMatterSource
}

interface Context {
  readonly kind: BlockKind
  readonly group?: Group
}

/** Composite nodes are walked, leaves are read once and remembered by their node: an edit makes new nodes only where it fell. */
function visitNode(found: Collection, tree: Tree, start: number, context: Context): void {
  const inside = contextIn(found, tree, start, context)
  if (!inside) {
    takeLeaf(found, tree, start, context)
    return
  }
  for (let i = 0; i < tree.children.length; i++) {
    const child = tree.children[i]!
    if (child instanceof Tree) visitNode(found, child, start + tree.positions[i]!, inside)
  }
}

/** What a composite node makes of the paragraphs in it; undefined for a leaf. */
function contextIn(found: Collection, tree: Tree, start: number, context: Context): Context | undefined {
  const { name } = tree.type
  if (tree.type.isAnonymous || name === 'Document' || name === 'ListItem') return context
  if (name === 'Blockquote') return { ...context, kind: context.kind === 'footnote' ? 'footnote' : 'quote' }
  const span = { start, end: start + tree.length }
  if (name === 'BulletList' || name === 'OrderedList') return { kind: 'list-item', group: { kind: 'list', ...span } }
  if (name === 'FootnoteDefinition') {
    const source = found.reading.text.slice(found.base + start, found.base + span.end)
    const label = /^\[\^([^\]\s]{1,200})\]/.exec(source.slice(0, 210))?.[1] ?? ''
    found.footnotes.push({ label, source, ...span })
    return { kind: 'footnote', group: { kind: 'footnote', ...span } }
  }
  return undefined
}

function takeLeaf(found: Collection, tree: Tree, start: number, context: Context): void {
  const { reading, base } = found
  if (tree.type.name === 'FrontMatter') {
    found.frontMatter = { source: reading.text.slice(base + start, base + start + tree.length) }
    return
  }
  const leaf = leafReaders[context.kind](tree, reading, base + start)
  const group: Group | undefined =
    tree.type.name === 'Table' ? { kind: 'table', start, end: start + tree.length } : context.group
  for (const { block, offset, row, column } of leaf.blocks) {
    const at = start + offset
    const ordinal = ordinalBefore(reading.text, base, base + at)
    const place = { block, start: at, ...(group && { group }), ...(ordinal !== undefined && { ordinal }) }
    found.blocks.push(row === undefined ? place : { ...place, row, column: column ?? 0 })
  }
  for (const comment of leaf.comments) found.comments.push({ start: start + comment.start, end: start + comment.end })
}

function ordinalBefore(text: string, base: number, at: number): number | undefined {
  const digits = /(\d{1,9})[.)]\s{1,4}$/.exec(text.slice(Math.max(base, at - 16), at))?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const leafReader = (kind: BlockKind) =>
  derivedByFirst((tree: Tree, { text, known }: Reading, start: number): Leaf => {
    const leaf = leafOf(tree, text, start, kind)
    // A node that was parsed again next to an edit often holds the same words: then it keeps the same block.
    return { ...leaf, blocks: leaf.blocks.map((item) => ({ ...item, block: known(item.block) ?? item.block })) }
  })

const leafReaders: Readonly<Record<BlockKind, ReturnType<typeof leafReader>>> = {
  paragraph: leafReader('paragraph'),
  heading: leafReader('heading'),
  'list-item': leafReader('list-item'),
  'table-cell': leafReader('table-cell'),
  quote: leafReader('quote'),
  footnote: leafReader('footnote'),
}
