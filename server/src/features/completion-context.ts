import { toSource } from '../prose/block.js'
import type { Span } from '../text/span.js'
import type { View } from '../workspace/view.js'

/** What a writer has begun to cite. The span is what is typed of a name, number or key. */
export interface Begun extends Span {
  readonly form: 'key' | 'role' | 'footnote' | 'superscript' | 'bracket' | 'parenthesis'
  readonly typed: string
  /** Where the citation begins: its bracket or sign. */
  readonly open: number
  /** Other works stand in it already, so that only the one begun can be written otherwise. */
  readonly isContinued: boolean
}

/** The same, and the dialect that the rest of the document cites in. */
export interface BegunHere extends Begun {
  readonly dialect: string | undefined
}

/** How far before the caret a citation may have begun. */
const reach = 300

/** The groups are the opening, what stands in the citation already, and what is typed. */
const beginnings: readonly (readonly [Begun['form'], RegExp])[] = [
  ['role', /(\{(?:foot)?cite(?::[a-z:]{1,20})?\}`)((?:[^`\s,]{1,200},\s?){0,40})([^`\s,]*)$/],
  // "@bar", "[-@bar", "@{bar": no e-mail address, which has letters before its sign.
  [
    'key',
    /(?<![\p{L}\p{N}_.@/\\])((?:\[[^\S\n]?)?-?@\{?)()([\p{L}\p{N}_][\p{L}\p{N}\p{M}_:.#$%&\-+?<>~/’']*|)$/u,
  ],
  ['footnote', /(\[\^)()([^\s\]^]*)$/],
  ['superscript', /(\^)((?:\d{1,4}[,–-]){0,20})([\p{L}\p{N}'’-]*)$/u],
  // "[bar", "[3, bar": a number, or the beginning of a name or title, behind a bracket that is no link's and no task's.
  [
    'bracket',
    /(?<![\]![\\]|^\s{0,20}(?:[-*+]|\d{1,9}[.)])[^\S\n])(\[)((?:\d{1,4}\s?[,;–-]\s?){0,20})([\p{L}\p{N}\p{M}'’-]*)$/u,
  ],
  ['parenthesis', /(?<![\]\p{L}\p{N}\\])(\()((?:[^()\n]{1,120}[;,] )?)([\p{L}\p{M}'’-]*)$/u],
]

/** What is begun at the end of a line's text up to the caret, at the offset `at`; undefined where nothing is. */
export function begunAt(text: string, at: number): Begun | undefined {
  const near = text.slice(-reach)
  for (const [form, beginning] of beginnings) {
    const match = beginning.exec(near)
    if (!match) continue
    const [, opening = '', before = '', typed = ''] = match
    const open = at - typed.length - before.length - opening.length
    return { form, typed, open, isContinued: before !== '', start: at - typed.length, end: at }
  }
  return undefined
}

/** Whether prose stands at an offset: no front matter, no fenced code, and no code or mathematics in a line. */
export function isInProse(view: View, offset: number): boolean {
  const place = view.document.blocks.find(
    ({ block, start }) => start <= offset && offset <= start + block.source.length,
  )
  if (!place) return false
  const { block, start } = place
  return !block.opaque.some((span) => {
    if (span.kind !== 'code' && span.kind !== 'math') return false
    const source = toSource(block, span)
    return start + source.start < offset && offset < start + source.end
  })
}
