import { Tree } from '@lezer/common'
import { linesAfterEdit, linesOf, type Lines } from '../text/lines.js'
import type { Span } from '../text/span.js'
import type { Block, BlockKind } from './block.js'
import { leafOf, type Leaf, type LeafBlock } from './leaf.js'
import { parseMarkdown, reparseMarkdown, type Syntax } from './markdown/parser.js'

/** A Markdown text and the prose in it. Immutable: an edit makes a new one that shares whatever did not change. */
export interface ProseDocument {
  readonly text: string
  readonly lines: Lines
  readonly syntax: Syntax
  readonly blocks: readonly PlacedBlock[]
  /** HTML comments, in order. */
  readonly comments: readonly Span[]
  /** Footnote definitions `[^label]:`, each from its bracket to its end. */
  readonly footnotes: readonly FootnoteDefinition[]
  /** The front matter with its dashes; the same object as long as its text stays the same. */
  readonly frontMatter?: FrontMatterSource
}

/** A block and where its source begins in the document. */
export interface PlacedBlock {
  readonly block: Block
  readonly start: number
  /** The list or table that the block is part of, the innermost one. */
  readonly group?: Group
  readonly row?: number
  readonly column?: number
}

export interface Group {
  readonly kind: 'list' | 'table' | 'footnote'
  readonly start: number
  readonly end: number
}

export interface FootnoteDefinition extends Span {
  readonly label: string
}

export interface FrontMatterSource {
  readonly source: string
}

/** Replaces `start` to `end` of the old text by `text`. */
export interface Edit extends Span {
  readonly text: string
}

/** Reads a whole document. Any string is a document; nothing here throws on one. */
export function parseDocument(text: string): ProseDocument {
  return collect(text, linesOf(text), parseMarkdown(text))
}

/** The document after one edit: the same value as `parseDocument` of the new text, with all untouched blocks shared. */
export function editDocument(before: ProseDocument, edit: Edit): ProseDocument {
  const text = before.text.slice(0, edit.start) + edit.text + before.text.slice(edit.end)
  const lines = linesAfterEdit(before.lines, edit, edit.text.length, text)
  const syntax = reparseMarkdown(before.syntax, edit, edit.text.length, text)
  return collect(text, lines, syntax, { document: before, edit })
}

interface Collection {
  readonly text: string
  readonly blocks: PlacedBlock[]
  readonly comments: Span[]
  readonly footnotes: FootnoteDefinition[]
  readonly known: ReadonlyMap<string, Block>
  frontMatter?: FrontMatterSource
}

interface Context {
  readonly kind: BlockKind
  readonly group?: Group
}

interface Before {
  readonly document: ProseDocument
  readonly edit: Edit
}

function collect(text: string, lines: Lines, syntax: Syntax, before?: Before): ProseDocument {
  const known = before ? blocksAround(before) : new Map<string, Block>()
  const found: Collection = { text, blocks: [], comments: [], footnotes: [], known }
  visit(found, syntax.tree, 0, { kind: 'paragraph' })
  const last = before?.document.frontMatter
  const frontMatter = found.frontMatter?.source === last?.source ? last : found.frontMatter
  return { text, lines, syntax, ...withoutKnown(found), ...(frontMatter && { frontMatter }) }
}

function withoutKnown({ blocks, comments, footnotes }: Collection) {
  return { blocks, comments, footnotes }
}

/** Composite nodes are walked, leaves are read once and remembered by their node: an edit makes new nodes only where it fell. */
function visit(found: Collection, tree: Tree, start: number, context: Context): void {
  const inside = contextIn(found, tree, start, context)
  if (!inside) {
    takeLeaf(found, tree, start, context)
    return
  }
  for (let i = 0; i < tree.children.length; i++) {
    const child = tree.children[i]!
    if (child instanceof Tree) visit(found, child, start + tree.positions[i]!, inside)
  }
}

/** What a composite node makes of the paragraphs in it; undefined for a leaf. */
function contextIn(found: Collection, tree: Tree, start: number, context: Context): Context | undefined {
  const { name } = tree.type
  if (tree.type.isAnonymous || name === 'Document' || name === 'ListItem') return context
  if (name === 'Blockquote') return { ...context, kind: context.kind === 'footnote' ? 'footnote' : 'quote' }
  const span = { start, end: start + tree.length }
  if (name === 'BulletList' || name === 'OrderedList')
    return { kind: 'list-item', group: { kind: 'list', ...span } }
  if (name === 'FootnoteDefinition') {
    const label = /^\[\^([^\]\s]{1,200})\]/.exec(found.text.slice(start, start + 210))?.[1] ?? ''
    found.footnotes.push({ label, ...span })
    return { kind: 'footnote', group: { kind: 'footnote', ...span } }
  }
  return undefined
}

function takeLeaf(found: Collection, tree: Tree, start: number, context: Context): void {
  if (tree.type.name === 'FrontMatter') {
    found.frontMatter = { source: found.text.slice(start, start + tree.length) }
    return
  }
  const leaf = rememberedLeaf(found, tree, start, context.kind)
  const group: Group | undefined =
    tree.type.name === 'Table' ? { kind: 'table', start, end: start + tree.length } : context.group
  for (const { block, offset, row, column } of leaf.blocks) {
    const place = { block, start: start + offset, ...(group && { group }) }
    found.blocks.push(row === undefined ? place : { ...place, row, column: column ?? 0 })
  }
  for (const comment of leaf.comments)
    found.comments.push({ start: start + comment.start, end: start + comment.end })
}

/**
 * Leaves by the identity of their node. A node is reused only where its text did not change, and belongs to one
 * context at a time, so the kind is checked and not part of the key.
 */
const leaves = new WeakMap<Tree, { readonly kind: BlockKind; readonly leaf: Leaf }>()

function rememberedLeaf(found: Collection, tree: Tree, start: number, kind: BlockKind): Leaf {
  const remembered = leaves.get(tree)
  if (remembered?.kind === kind) return remembered.leaf
  const leaf = leafOf(tree, found.text, start, kind)
  const shared = { ...leaf, blocks: leaf.blocks.map((item) => sharing(found.known, item)) }
  leaves.set(tree, { kind, leaf: shared })
  return shared
}

/** A node that was parsed again next to an edit often holds the same words: then it keeps the same block. */
function sharing(known: ReadonlyMap<string, Block>, item: LeafBlock): LeafBlock {
  const same = known.get(keyOf(item.block))
  return same ? { ...item, block: same } : item
}

function keyOf(block: Block): string {
  return `${block.kind}${block.level}:${block.source}`
}

/** The parser reads at most this far beyond an edit again, but for a list or table that is one large node. */
const reach = 20_000

/** The blocks that stood near an edit, by their source. */
function blocksAround({ document: { blocks }, edit }: Before): ReadonlyMap<string, Block> {
  const near = new Map<string, Block>()
  let first = indexAt(blocks, edit.start - reach)
  for (; first < blocks.length && blocks[first]!.start <= edit.end + reach; first++) {
    const { block } = blocks[first]!
    near.set(keyOf(block), block)
  }
  return near
}

/** The index of the first block that begins at or behind an offset. */
function indexAt(blocks: readonly PlacedBlock[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
