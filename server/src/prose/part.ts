import { Tree } from '@lezer/common'
import type { Text } from '../text/chunked.js'
import { derived, derivedByFirst } from '../text/derived.js'
import type { Span } from '../text/span.js'
import type { Block, BlockKind } from './block.js'
import { identifiersIn } from './identifiers.js'
import type { FootnoteDefinition, FrontMatterSource, Group, PlacedBlock } from './document.js'
import { leafOf, type Leaf } from './leaf.js'

/**
 * A run of consecutive blocks. It knows nothing of where it stands: all offsets count from its start. It stays the same
 * object as long as nothing in it changes, so that what is derived from it outlives every edit elsewhere.
 */
export interface Part {
  /** All of it lies in a list that is too long for one part. */
  readonly isInList: boolean
  readonly blocks: readonly PartBlock[]
  readonly comments: readonly Span[]
  readonly footnotes: readonly PartFootnote[]
  readonly tags: readonly PartTag[]
  readonly frontMatter?: FrontMatterSource
}

export interface PartBlock extends PlacedBlock {
  /** The number that stands directly before the block: in a list, the one that Markdown gives the item. */
  readonly ordinal?: number
}

export interface PartFootnote extends FootnoteDefinition {
  readonly source: string
}

/** What a document says that a short name of its own stands for: `[@tag]: doi:…`, as Manubot reads it, or `[3]: https://…`. */
export interface PartTag extends Span {
  /** "@tag", the number, or the label of a link to a work. */
  readonly tag: string
  /** What it stands for, as written. */
  readonly meaning: string
}

/** A part in its place in a document. */
export interface PlacedPart {
  readonly part: Part
  /** What it was read from; there is always one. */
  readonly nodes: readonly Tree[]
  /** How far each of them lies behind the first. */
  readonly distances: readonly number[]
  readonly start: number
  /** The index of its first block in the document. */
  readonly first: number
  /** The list that the whole part lies in, where that is too long for one part. */
  readonly group?: Group
  /** The node of that list. */
  readonly list?: Tree
}

/** What reading needs besides the syntax tree. */
export interface Reading {
  readonly text: Text
  /** Where the tree begins in the text, and the index of its first block in the document. */
  readonly start: number
  readonly first: number
  /** The parts that stood here before an edit. */
  readonly before: readonly PlacedPart[]
  /** By how many code units the edit made the text longer. */
  readonly grownBy: number
}

/** A part is closed when it has this many nodes, or is this long in UTF-16 code units: an edit makes one or two parts anew. */
const mostNodes = 16
const longestPart = 6_000

/** A list longer than this is no node but as many as it has items. */
const longestList = 8_000

/**
 * Divides a document, or a stretch of it, into parts, in order. A part of before the edit is taken whole where the same
 * nodes stand at the same distances; between such parts, new ones are made.
 */
export function partsOf(tree: Tree, reading: Reading): readonly PlacedPart[] {
  const nodes: Nodes = { trees: [], starts: [], lists: [] }
  takeNodes(nodes, tree, reading.start, undefined)
  const { trees, starts } = nodes
  const before = new Map(reading.before.map((place) => [place.nodes[0]!, place]))
  const parts: PlacedPart[] = []
  let { first } = reading
  for (let i = 0; i < trees.length;) {
    const start = starts[i]!
    const list = listAt(nodes, i)
    const old = before.get(trees[i]!)
    const kept = old && isAt(old, nodes, i) ? old : undefined
    const end = kept ? i + kept.nodes.length : endOfPart(nodes, i, before)
    const own = kept?.nodes ?? trees.slice(i, end)
    const distances = kept?.distances ?? starts.slice(i, end).map((at) => at - start)
    const part =
      kept?.part ?? sharedPart(readPart(own, distances, start, list !== undefined, reading), start, reading)
    const place = { part, nodes: own, distances, start, first }
    parts.push(list ? { ...place, group: list.group, list: list.tree } : place)
    first += part.blocks.length
    i = end
  }
  return parts
}

/** The first and last items of a list are parsed again wherever an edit falls: what they say is mostly the same. */
function sharedPart(part: Part, start: number, { before, grownBy }: Reading): Part {
  const same = before.find(
    (old) => (old.start === start || old.start === start - grownBy) && isSame(old.part, part),
  )
  return same?.part ?? part
}

function isSame(a: Part, b: Part): boolean {
  if (a.isInList !== b.isInList || a.blocks.length !== b.blocks.length || a.frontMatter || b.frontMatter)
    return false
  if ([a, b].some(({ comments, footnotes, tags }) => comments.length + footnotes.length + tags.length > 0))
    return false
  return a.blocks.every((one, i) => {
    const other = b.blocks[i]!
    return (
      isSameBlock(one.block, other.block) &&
      one.start === other.start &&
      one.ordinal === other.ordinal &&
      isSameCell(one, other)
    )
  })
}

/** Whether two blocks are equal: what a leaf of the tree says is all in its source, kind and level, but for links that are defined elsewhere. */
function isSameBlock(a: Block, b: Block): boolean {
  return a === b || (a.source === b.source && a.kind === b.kind && a.level === b.level && a.text === b.text)
}

function isSameCell(a: PartBlock, b: PartBlock): boolean {
  const isSameGroup =
    a.group?.kind === b.group?.kind && a.group?.start === b.group?.start && a.group?.end === b.group?.end
  return isSameGroup && a.row === b.row && a.column === b.column
}

/** The children of the document and of its long lists, in order, as columns: there are thousands at each edit. */
interface Nodes {
  readonly trees: Tree[]
  readonly starts: number[]
  /** The long lists, and which nodes are their items. */
  readonly lists: LongList[]
}

interface LongList {
  readonly tree: Tree
  readonly group: Group
  readonly from: number
  readonly to: number
}

function takeNodes(nodes: Nodes, tree: Tree, start: number, group: Group | undefined): void {
  const { children, positions } = tree
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!
    if (!(child instanceof Tree)) continue
    const at = start + positions[i]!
    if (child.type.isAnonymous) takeNodes(nodes, child, at, group)
    else if (isList(child) && child.length > longestList && !group) takeItems(nodes, child, at)
    else {
      nodes.trees.push(child)
      nodes.starts.push(at)
    }
  }
}

function takeItems(nodes: Nodes, list: Tree, start: number): void {
  const group: Group = { kind: 'list', start, end: start + list.length }
  const from = nodes.trees.length
  takeNodes(nodes, list, start, group)
  nodes.lists.push({ tree: list, group, from, to: nodes.trees.length })
}

function isList({ type }: Tree): boolean {
  return type.name === 'BulletList' || type.name === 'OrderedList'
}

/** The long list that a node is an item of. */
function listAt({ lists }: Nodes, node: number): LongList | undefined {
  return lists.find(({ from, to }) => from <= node && node < to)
}

/** Whether a part of the document before stands here again, as the same nodes at the same distances. */
function isAt({ nodes: own, distances, part }: PlacedPart, nodes: Nodes, at: number): boolean {
  const { trees, starts } = nodes
  const last = at + own.length - 1
  if (last >= trees.length || listAt(nodes, at) !== listAt(nodes, last)) return false
  if (part.isInList !== (listAt(nodes, at) !== undefined)) return false
  for (let i = 0; i < own.length; i++) {
    if (trees[at + i] !== own[i] || starts[at + i]! - starts[at]! !== distances[i]) return false
  }
  return true
}

function endOfPart(nodes: Nodes, first: number, before: ReadonlyMap<Tree, PlacedPart>): number {
  const { trees, starts } = nodes
  const group = listAt(nodes, first)
  for (let i = first + 1; ; i++) {
    if (i >= trees.length || i - first >= mostNodes || starts[i]! - starts[first]! >= longestPart) return i
    if (listAt(nodes, i) !== group || before.has(trees[i]!)) return i
  }
}

function readPart(
  trees: readonly Tree[],
  distances: readonly number[],
  base: number,
  isInList: boolean,
  reading: Reading,
): Part {
  const found: Collection = { reading, base, blocks: [], comments: [], footnotes: [], tags: [] }
  const kind = isInList ? 'list-item' : 'paragraph'
  trees.forEach((tree, i) => { visitNode(found, tree, distances[i]!, { kind }) }) // prettier-ignore
  const { blocks, comments, footnotes, tags, frontMatter } = found
  return { isInList, blocks, comments, footnotes, tags, ...(frontMatter && { frontMatter }) }
}

interface Collection {
  readonly reading: Reading
  /** Where the part starts in the text. */
  readonly base: number
  readonly blocks: PartBlock[]
  readonly comments: Span[]
  readonly footnotes: PartFootnote[]
  readonly tags: PartTag[]
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
  if (name === 'BulletList' || name === 'OrderedList')
    return { kind: 'list-item', group: { kind: 'list', ...span } }
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
  if (tree.type.name === 'LinkReference') takeTag(found, tree, start)
  const leaf = leafReaders[context.kind](tree, reading, base + start)
  const group: Group | undefined =
    tree.type.name === 'Table' ? { kind: 'table', start, end: start + tree.length } : context.group
  for (const { block, offset, row, column } of leaf.blocks) {
    const at = start + offset
    const ordinal = ordinalBefore(reading.text, base, base + at)
    const place = { block, start: at, ...(group && { group }), ...(ordinal !== undefined && { ordinal }) }
    found.blocks.push(row === undefined ? place : { ...place, row, column: column ?? 0 })
  }
  for (const comment of leaf.comments)
    found.comments.push({ start: start + comment.start, end: start + comment.end })
}

/** A link's definition, whose label may be a tag or a number to cite by; another word is one where it stands for a work. */
function takeTag({ reading, base, tags }: Collection, { length }: Tree, start: number): void {
  const source = reading.text.slice(base + start, base + start + length)
  const match = /^\s{0,3}\[([^\][^][^\][]{0,200})\]:\s{0,10}<?([^\s<>]{1,1000})/.exec(source)
  if (!match) return
  const [, tag, meaning] = match as unknown as [string, string, string]
  if (/^(?:@\S+|[1-9]\d{0,2})$/.test(tag) || isWork(meaning))
    tags.push({ tag, meaning, start, end: start + length })
}

function isWork(address: string): boolean {
  const [found] = identifiersIn(address)
  return found !== undefined && found.kind !== 'url' && found.labelStart === 0 && found.end === address.length
}

function ordinalBefore(text: Text, base: number, at: number): number | undefined {
  const digits = /(\d{1,9})[.)]\s{1,4}$/.exec(text.slice(Math.max(base, at - 16), at))?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const leafReader = (kind: BlockKind) =>
  derivedByFirst((tree: Tree, reading: Reading, start: number): Leaf => {
    const leaf = leafOf(tree, reading.text, start, kind)
    // A node that was parsed again next to an edit often holds the same words: then it keeps the same block.
    return {
      ...leaf,
      blocks: leaf.blocks.map((item) => ({ ...item, block: blockBefore(reading, item.block) ?? item.block })),
    }
  })

const leafReaders: Readonly<Record<BlockKind, ReturnType<typeof leafReader>>> = {
  paragraph: leafReader('paragraph'),
  heading: leafReader('heading'),
  'list-item': leafReader('list-item'),
  'table-cell': leafReader('table-cell'),
  quote: leafReader('quote'),
  footnote: leafReader('footnote'),
}

/** The block that stood near before the edit and was the same, by what it is. */
function blockBefore({ before }: Reading, block: Block): Block | undefined {
  if (before.length === 0) return undefined
  const known = blocksBySource(before).get(block.source)
  return known?.kind === block.kind && known.level === block.level ? known : undefined
}

const blocksBySource = derived(
  (parts: readonly PlacedPart[]) =>
    new Map(parts.flatMap(({ part }) => part.blocks.map(({ block }) => [block.source, block]))),
)
