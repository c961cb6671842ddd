import { Tree, TreeFragment, type ChangedRange } from '@lezer/common'
import { Autolink, parser as commonmark, Strikethrough, Table, TaskList } from '@lezer/markdown'
import type { Text } from '../../text/chunked.js'
import type { Span } from '../../text/span.js'
import { autolink } from './autolink.js'
import { footnotes } from './footnotes.js'
import { frontMatter } from './front-matter.js'
import { guard } from './guard.js'
import { LineInput } from './input.js'
import { math } from './math.js'
import { plain } from './plain.js'

/** Markdown as biomedical writers use it: CommonMark, GitHub's tables, and what Pandoc adds for scholars. */
const parser = commonmark.configure([
  Table,
  Strikethrough,
  TaskList,
  autolink(Autolink.parseInline),
  frontMatter,
  footnotes,
  math,
  guard,
  plain,
])

/** Parses a whole document. */
export function parseMarkdown(text: Text): Tree {
  return parser.parse(new LineInput(text))
}

/** A tree of the document's own kind over nodes that were parsed already. */
export function documentTree(children: readonly Tree[], positions: readonly number[], length: number): Tree {
  return new Tree(parser.nodeSet.types[documentType]!, children, positions, length)
}

const documentType = parser.parse('').type.id

/** What is parsed again after an edit: whole lines that begin and end between blocks. Offsets are in the new text. */
export interface Stretch extends Span {
  readonly text: Text
  /** How the same stretch was parsed before the edit; its offsets count from the stretch's start. */
  readonly before: Tree
}

/**
 * Parses a stretch of a document again, in which one piece was replaced, and reuses what lies before and behind.
 *
 * @param edit what was replaced, in the old text
 * @param inserted the length of what stands there now
 * @returns a tree whose offsets count from the stretch's start
 */
export function reparseStretch({ text, before, start, end }: Stretch, edit: Span, inserted: number): Tree {
  const grownBy = inserted - (edit.end - edit.start)
  const old = new TreeFragment(start, end - grownBy, before, -start)
  const fragments = TreeFragment.applyChanges([old], [changedLines(edit, inserted, text)])
  return parser.parse(new LineInput(text), fragments, [{ from: start, to: end }])
}

/**
 * The change as whole lines: a block may begin behind its indentation, which makes it what it is, so it must not be reused
 * where the indentation alone has changed.
 */
function changedLines({ start, end }: Span, inserted: number, text: Text): ChangedRange {
  const feed = start === 0 ? -1 : text.lastIndexOf('\n', start - 1)
  const from = feed + 1 + (text.slice(feed + 1, start).lastIndexOf('\r') + 1)
  const edited = start + inserted
  const nextFeed = text.indexOf('\n', edited)
  const rest = text.slice(edited, nextFeed < 0 ? text.length : nextFeed)
  const carriage = rest.indexOf('\r')
  const to = edited + (carriage < 0 ? rest.length : carriage)
  return { fromA: from, toA: end + to - start - inserted, fromB: from, toB: to }
}
