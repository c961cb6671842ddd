import { TreeFragment, type ChangedRange, type Tree } from '@lezer/common'
import { Autolink, parser as commonmark, Strikethrough, Table, TaskList } from '@lezer/markdown'
import type { Span } from '../../text/span.js'
import { footnotes } from './footnotes.js'
import { frontMatter, hasFrontMatter } from './front-matter.js'
import { guard } from './guard.js'
import { LineInput } from './input.js'
import { math } from './math.js'

/** Markdown as biomedical writers use it: CommonMark, GitHub's tables, and what Pandoc adds for scholars. */
const parser = commonmark.configure([
  Table,
  Strikethrough,
  TaskList,
  Autolink,
  frontMatter,
  footnotes,
  math,
  guard,
])

export interface Syntax {
  readonly tree: Tree
  readonly fragments: readonly TreeFragment[]
  readonly hasFrontMatter: boolean
}

/** Parses a whole document. */
export function parseMarkdown(text: string): Syntax {
  const tree = parser.parse(new LineInput(text))
  return { tree, fragments: TreeFragment.addTree(tree), hasFrontMatter: hasFrontMatter(text) }
}

/**
 * Parses a document again after one stretch of it was replaced, reusing what lies before and behind. Where front matter
 * came, went or moved, nothing is reused: its end may stand far from its start, and it is none elsewhere.
 */
export function reparseMarkdown(before: Syntax, replaced: Span, inserted: number, text: string): Syntax {
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
function changedLines({ start, end }: Span, inserted: number, text: string): ChangedRange {
  const from =
    start === 0 ? 0 : Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  lineEnd.lastIndex = start + inserted
  const to = lineEnd.exec(text)?.index ?? text.length
  return { fromA: from, toA: end + to - start - inserted, fromB: from, toB: to }
}
const lineEnd = /[\n\r]/g
