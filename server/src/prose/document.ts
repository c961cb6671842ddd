import { chunkedText, joinedText, replaced, type ChunkedText, type Text } from '../text/chunked.js'
import { derived } from '../text/derived.js'
import { linesAfterEdit, linesOf, type Lines } from '../text/lines.js'
import { shifted, type Span } from '../text/span.js'
import type { Block } from './block.js'
import { hasFrontMatter } from './markdown/front-matter.js'
import { parseMarkdown } from './markdown/parser.js'
import { partsOf, type PlacedPart } from './part.js'
import { rereadParts } from './rereading.js'

/** A Markdown text and the prose in it. Immutable: an edit makes a new one that shares whatever did not change. */
export interface ProseDocument {
  /** The whole text as one string: made when somebody asks for it, which no keystroke does. */
  readonly text: string
  readonly content: ChunkedText
  readonly lines: Lines
  /** The same blocks as `blocks`, in runs that an edit elsewhere leaves as they are. */
  readonly parts: readonly PlacedPart[]
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
  return documentOf(chunkedText(text), linesOf(text), wholeParts(text, noParts), undefined)
}

/** The document after one edit: the same value as `parseDocument` of the new text, with all untouched blocks shared. */
export function editDocument(before: ProseDocument, edit: Edit): ProseDocument {
  const text = replaced(before.content, edit, edit.text)
  const lines = linesAfterEdit(before.lines, edit, edit.text.length, text)
  const parts = touchesFrontMatter(before, edit, text)
    ? wholeParts(text, before.parts)
    : rereadParts(before.parts, edit, edit.text.length, text)
  return documentOf(text, lines, parts, before.frontMatter)
}

const noParts: readonly PlacedPart[] = []

function wholeParts(text: Text, before: readonly PlacedPart[]): readonly PlacedPart[] {
  return partsOf(parseMarkdown(text), { text, start: 0, first: 0, before, grownBy: 0 })
}

/** Where front matter comes, goes or changes, its end may move far, and what stands below it with it. */
function touchesFrontMatter({ parts, frontMatter }: ProseDocument, edit: Edit, text: ChunkedText): boolean {
  const had = frontMatter !== undefined
  if (had && edit.start <= parts[0]!.nodes[0]!.length + parts[0]!.start) return true
  return !had && hasFrontMatter(text)
}

function documentOf(
  content: ChunkedText,
  lines: Lines,
  parts: readonly PlacedPart[],
  last: FrontMatterSource | undefined,
): ProseDocument {
  const found = parts[0]?.part.frontMatter
  const frontMatter = found?.source === last?.source ? last : found
  return {
    content,
    lines,
    parts,
    get text() {
      return joinedText(content)
    },
    get blocks() {
      return blocksOf(parts)
    },
    get comments() {
      return commentsOf(parts)
    },
    get footnotes() {
      return footnotesOf(parts)
    },
    ...(frontMatter && { frontMatter }),
  }
}

/** Most edits are answered from the parts; a list of all blocks is made when somebody asks for it. */
const blocksOf: (parts: readonly PlacedPart[]) => readonly PlacedBlock[] = derived(
  (parts: readonly PlacedPart[]) => {
    const blocks: PlacedBlock[] = []
    for (const { part, start, group: outer } of parts) {
      const groups = new Map<Group, Group>()
      for (const { block, start: offset, group: inner, row, column } of part.blocks) {
        const group = inner ? placedGroup(groups, inner, start) : outer
        const place = group ? { block, start: start + offset, group } : { block, start: start + offset }
        blocks.push(row === undefined ? place : { ...place, row, column: column ?? 0 })
      }
    }
    return blocks
  },
)

/** Blocks of one list or table share one object. */
function placedGroup(known: Map<Group, Group>, group: Group, by: number): Group {
  const same = known.get(group)
  if (same) return same
  const placed = { kind: group.kind, start: group.start + by, end: group.end + by }
  known.set(group, placed)
  return placed
}

const commentsOf = derived((parts: readonly PlacedPart[]): readonly Span[] =>
  parts.flatMap(({ part, start }) => part.comments.map((comment) => shifted(comment, start))),
)

const footnotesOf = derived((parts: readonly PlacedPart[]): readonly FootnoteDefinition[] =>
  parts.flatMap(({ part, start }) =>
    part.footnotes.map((note) => ({ label: note.label, ...shifted(note, start) })),
  ),
)
