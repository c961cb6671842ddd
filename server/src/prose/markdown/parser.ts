import { TreeFragment, type ChangedRange, type Tree } from '@lezer/common'
import { Autolink, parser as commonmark, Strikethrough, Table, TaskList } from '@lezer/markdown'
import type { Text } from '../../text/chunked.js'
import type { Span } from '../../text/span.js'
import { autolink } from './autolink.js'
import { footnotes } from './footnotes.js'
import { frontMatter, hasFrontMatter } from './front-matter.js'
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

export interface Syntax {
  readonly tree: Tree
  readonly fragments: readonly TreeFragment[]
  readonly hasFrontMatter: boolean
}

/** Parses a whole document. */
export function parseMarkdown(text: Text): Syntax {
  const tree = parser.parse(new LineInput(text))
  return { tree, fragments: TreeFragment.addTree(tree), hasFrontMatter: hasFrontMatter(text) }
}

/**
 * Parses a document again after one stretch of it was replaced, reusing what lies before and behind. Where front matter
 * came, went or moved, nothing is reused: its end may stand far from its start, and it is none elsewhere.
 */
export function reparseMarkdown(before: Syntax, replaced: Span, inserted: number, text: Text): Syntax {
  const isFront = hasFrontMatter(text)
  if (isFront !== before.hasFrontMatter || (isFront && replaced.start === 0)) return parseMarkdown(text)
  const fragments = TreeFragment.applyChanges(before.fragments, [changedLines(replaced, inserted, text)])
  const tree = parser.parse(new LineInput(text), fragments)
  return { tree, fragments: TreeFragment.addTree(tree, fragments), hasFrontMatter: isFront }
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
