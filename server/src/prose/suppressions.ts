import { derived } from '../text/derived.js'
import { lineAt } from '../text/lines.js'
import type { Span } from '../text/span.js'
import type { ProseDocument } from './document.js'

/** A comment that silences rules: `<!-- bioprose-disable-next-line uncited-claim -->`. */
export interface Suppression extends Span {
  /** The rules it names, each with its place; none means all. */
  readonly rules: readonly NamedRule[]
  /** What it silences: offsets in the document, or the whole of it. */
  readonly scope: Span
  /** From which offset on a rule is heard again within the scope, by its id. */
  readonly reopened: ReadonlyMap<string, number>
  /** It ends other suppressions and silences nothing itself. */
  readonly isEnable?: true
  /** The words behind "bioprose-", where they are none that we know. */
  readonly unknown?: string
}

export interface NamedRule extends Span {
  readonly id: string
}

const directive = /^<!--\s{0,20}bioprose-([\w-]{1,40})([\s\S]{0,2000}?)\s*(?:--\s[\s\S]{0,2000})?-->$/

/** All suppressions of a document, in order. What follows "--" in the comment is the writer's reason. */
export const suppressionsOf: (document: ProseDocument) => readonly Suppression[] = derived(
  (document: ProseDocument) => {
    const found: Suppression[] = []
    for (const comment of document.comments) {
      const source = document.content.slice(comment.start, Math.min(comment.end, comment.start + 4096))
      const match = directive.exec(source)
      if (match) found.push(suppression(document, comment, match))
    }
    return closed(found, document)
  },
)

function suppression(document: ProseDocument, comment: Span, match: RegExpExecArray): Suppression {
  const kind = match[1]!
  const rules = namedRules(match[2]!, comment.start + match[0].indexOf(match[2]!, kind.length + 12))
  const scope = scopeOf(document, comment, kind)
  const known = { ...comment, rules, scope: scope ?? comment, reopened: none }
  if (!scope) return { ...known, unknown: kind }
  return kind === 'enable' ? { ...known, isEnable: true } : known
}

const none: ReadonlyMap<string, number> = new Map()

function namedRules(words: string, at: number): readonly NamedRule[] {
  return [...words.matchAll(/[\w-]+/g)].map(({ 0: id, index }) => ({
    id,
    start: at + index,
    end: at + index + id.length,
  }))
}

function scopeOf(document: ProseDocument, comment: Span, kind: string): Span | undefined {
  const { lines, content } = document
  const whole = { start: 0, end: content.length }
  switch (kind) {
    case 'disable-file':
      return whole
    case 'disable':
      return { start: comment.end, end: content.length }
    case 'enable':
      return { start: comment.start, end: comment.start }
    case 'disable-line':
      return linesFrom(document, lineAt(lines, comment.start), lineAt(lines, comment.end))
    case 'disable-next-line':
      return linesFrom(document, nextWritten(document, lineAt(lines, comment.end)))
    default:
      return undefined
  }
}

/** Blank lines between a comment and a paragraph are Markdown's, not the writer's. */
function nextWritten(document: ProseDocument, line: number): number {
  const { starts } = document.lines
  let next = line + 1
  while (next < starts.length - 1 && document.content.slice(starts[next]!, starts[next + 1]).trim() === '')
    next++
  return next
}

function linesFrom({ lines, content }: ProseDocument, first: number, last = first): Span {
  return { start: lines.starts[first] ?? content.length, end: lines.starts[last + 1] ?? content.length }
}

/** More rules than this are not told apart: no document names them in earnest. */
const mostReopened = 200

/** A "disable" reaches to the next "enable" that names no rule; one that names rules ends it for these alone. Read from the end. */
function closed(found: readonly Suppression[], document: ProseDocument): readonly Suppression[] {
  const out: Suppression[] = []
  let end = document.content.length
  let reopened = none
  for (const one of [...found].reverse()) {
    const isDisable = !one.isEnable && one.unknown === undefined && one.scope.start === one.end
    out.push(isDisable ? { ...one, scope: { start: one.end, end }, reopened } : one)
    if (!one.isEnable) continue
    if (one.rules.length === 0) [end, reopened] = [one.start, none]
    else if (reopened.size < mostReopened)
      reopened = new Map([...reopened, ...one.rules.map(({ id }) => [id, one.start] as const)])
  }
  return out.reverse()
}
