import { TreeFragment, type Tree } from '@lezer/common'
import { Autolink, parser as commonmark, Strikethrough, Table, TaskList } from '@lezer/markdown'
import type { Span } from '../../text/span.js'
import { footnotes } from './footnotes.js'
import { frontMatter } from './front-matter.js'
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
}

/** Parses a whole document. */
export function parseMarkdown(text: string): Syntax {
  const tree = parser.parse(new LineInput(text))
  return { tree, fragments: TreeFragment.addTree(tree) }
}

/** Parses a document again after one stretch of it was replaced, reusing what lies before and behind. */
export function reparseMarkdown(before: Syntax, replaced: Span, inserted: number, text: string): Syntax {
  const change = {
    fromA: replaced.start,
    toA: replaced.end,
    fromB: replaced.start,
    toB: replaced.start + inserted,
  }
  const fragments = TreeFragment.applyChanges(before.fragments, [change])
  const tree = parser.parse(new LineInput(text), fragments)
  return { tree, fragments: TreeFragment.addTree(tree, fragments) }
}
