import type { Span } from '../text/span.js'

/**
 * One stretch of running words: a paragraph, a heading, a list item's paragraph, a table cell.
 *
 * A block knows nothing of where it stands, so equal blocks can be the same object and whatever is derived from one
 * is derived once. Its `text` is the prose alone: emphasis marks, link targets, images, comments and HTML tags are gone;
 * code, mathematics, URLs and cite keys are still there, and listed in `opaque`. Line breaks inside stay "\n".
 */
export interface Block {
  readonly kind: BlockKind
  /** The Markdown as written, from the block's first code unit to its last. */
  readonly source: string
  /** The words, without markup. All spans "in the block" are offsets into this. */
  readonly text: string
  /** How `text` lies in `source`, in order, without gaps in `text`. */
  readonly pieces: readonly Piece[]
  /** Parts of `text` that are not prose: no term is sought in them. In order, not overlapping. */
  readonly opaque: readonly Opaque[]
  /** 1 to 6 for a heading, else 0. */
  readonly level: number
}

export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'table-cell' | 'quote' | 'footnote'

/** `textLength` code units of text that stand for `sourceLength` code units of source; equal lengths map one to one. */
export interface Piece {
  readonly textStart: number
  readonly sourceStart: number
  readonly textLength: number
  readonly sourceLength: number
}

export interface Opaque extends Span {
  readonly kind: 'code' | 'math' | 'url' | 'handle'
}

/** Where a stretch of a block's text lies in its source; markup that stands inside it is included. */
export function toSource(block: Block, span: Span): Span {
  const start = sourceOffset(block, span.start, false)
  return { start, end: Math.max(start, sourceOffset(block, span.end, true)) }
}

/** The offset in a block's text that a source offset falls on: for one inside markup, the next letter's. */
export function toText(block: Block, sourceOffset: number): number {
  for (const piece of block.pieces) {
    if (sourceOffset < piece.sourceStart) return piece.textStart
    if (sourceOffset < piece.sourceStart + piece.sourceLength) {
      return piece.textLength === piece.sourceLength
        ? piece.textStart + sourceOffset - piece.sourceStart
        : piece.textStart
    }
  }
  return block.text.length
}

/** An end belongs to the letter before it, so that it never reaches into markup that follows. */
function sourceOffset(block: Block, offset: number, isEnd: boolean): number {
  const piece = pieceAt(block.pieces, isEnd ? Math.max(0, offset - 1) : offset)
  if (!piece) return 0
  if (piece.textLength !== piece.sourceLength)
    return isEnd ? piece.sourceStart + piece.sourceLength : piece.sourceStart
  return Math.min(piece.sourceStart + offset - piece.textStart, piece.sourceStart + piece.sourceLength)
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (pieces[middle]!.textStart <= offset) low = middle
    else high = middle - 1
  }
  return pieces[low]
}
