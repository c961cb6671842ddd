import type { Tree } from '@lezer/common'
import type { Text } from '../text/chunked.js'
import { shifted, type Span } from '../text/span.js'
import type { Block, BlockKind } from './block.js'
import { blockAt } from './inline.js'

/** What one leaf of the Markdown tree (a paragraph, a heading, a table) holds, relative to where it starts. */
export interface Leaf {
  readonly blocks: readonly LeafBlock[]
  /** HTML comments, "<!--" and "-->" included. */
  readonly comments: readonly Span[]
}

export interface LeafBlock {
  readonly block: Block
  readonly offset: number
  /** Row and column, the header's row being 0; only in a table. */
  readonly row?: number
  readonly column?: number
}

const nothing: Leaf = { blocks: [], comments: [] }

/** Reads a leaf. `kind` is what its context makes of a paragraph; `start` is where it lies in `text`. */
export function leafOf(tree: Tree, text: Text, start: number, kind: BlockKind): Leaf {
  switch (tree.type.name) {
    case 'Paragraph':
    case 'Task':
      return prose(tree, text, start, kind, 0)
    case 'ATXHeading1':
    case 'ATXHeading2':
    case 'ATXHeading3':
    case 'ATXHeading4':
    case 'ATXHeading5':
    case 'ATXHeading6':
    case 'SetextHeading1':
    case 'SetextHeading2':
      return prose(tree, text, start, 'heading', Number(tree.type.name.slice(-1)))
    case 'Table':
      return table(tree, text, start)
    case 'CommentBlock':
    case 'HTMLBlock':
      return { blocks: [], comments: commentsOf(tree, text, start) }
    default:
      return nothing
  }
}

function prose(tree: Tree, text: Text, start: number, kind: BlockKind, level: number): Leaf {
  const block = trimmed(blockAt(tree.cursor(), text, start, kind, level))
  return {
    blocks: block.text.trim() === '' ? [] : [{ block, offset: 0 }],
    comments: commentsOf(tree, text, start),
  }
}

function table(tree: Tree, text: Text, start: number): Leaf {
  const blocks: LeafBlock[] = []
  let row = -1
  let column = 0
  const cursor = tree.cursor()
  do {
    if (cursor.name === 'TableHeader' || cursor.name === 'TableRow') {
      row++
      column = 0
    }
    if (cursor.name !== 'TableCell') continue
    const block = blockAt(cursor, text, start, 'table-cell')
    if (block.text.trim() !== '') blocks.push({ block, offset: cursor.from, row, column })
    column++
  } while (cursor.next())
  return { blocks, comments: commentsOf(tree, text, start) }
}

function commentsOf(tree: Tree, text: Text, start: number): readonly Span[] {
  if (!text.slice(start, start + tree.length).includes('<!--')) return []
  if (tree.type.name === 'CommentBlock') return [{ start: 0, end: tree.length }]
  const spans: Span[] = []
  tree.iterate({
    enter(node) {
      if (node.name === 'Comment') spans.push(shifted({ start: node.from, end: node.to }, 0))
    },
  })
  return spans
}

/** A heading's marks leave white space around its words; the words begin and end with a letter. */
function trimmed(block: Block): Block {
  const lead = block.text.length - block.text.trimStart().length
  const tail = block.text.trimEnd().length
  if (lead === 0 && tail === block.text.length) return block
  const pieces = block.pieces.flatMap((piece) => {
    const from = Math.max(piece.textStart, lead)
    const to = Math.min(piece.textStart + piece.textLength, tail)
    if (to <= from) return []
    if (piece.textLength !== piece.sourceLength) return [{ ...piece, textStart: piece.textStart - lead }]
    const sourceStart = piece.sourceStart + from - piece.textStart
    return [{ textStart: from - lead, sourceStart, textLength: to - from, sourceLength: to - from }]
  })
  const opaque = block.opaque.flatMap((part) => {
    const span = { start: Math.max(part.start, lead) - lead, end: Math.min(part.end, tail) - lead }
    return span.end > span.start ? [{ ...part, ...span }] : []
  })
  return { ...block, text: block.text.slice(lead, tail), pieces, opaque }
}
