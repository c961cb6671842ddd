import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { dialectOf } from '../citations/index.js'
import { writtenKey } from '../citations/syntaxes/keys.js'
import type { Name } from '../text/name.js'
import type { Span } from '../text/span.js'
import { citesOf } from '../workspace/cites.js'
import { referenceListsOf } from '../workspace/references.js'
import type { View } from '../workspace/view.js'
import type { Begun, BegunHere } from './completion-context.js'
import { destinationFor } from './rewriting/destination.js'
import { isNumbered } from './rewriting/renumbering.js'
import type { Convertible } from './rewriting/write-cite.js'

/** What a completion puts in, what it replaces, and what it adds elsewhere: a note, an entry of the list. */
export interface Completed {
  readonly newText: string
  readonly span: Span
  readonly more: readonly TextEdit[]
}

/** What cites an entry in the citation that is begun, as the document cites; undefined where it cannot be cited there. */
export function completedWith(view: View, begun: BegunHere, entry: Entry): Completed | undefined {
  const span = { start: begun.start, end: begun.end }
  const key = valueOf(entry, 'key')
  switch (begun.form) {
    case 'role':
      return key === undefined ? undefined : { newText: key, span, more: [] }
    case 'key': {
      const identifier = prefixed(entry, begun.typed)
      if (identifier !== undefined) return { newText: identifier, span, more: [] }
      if (key !== undefined) return { newText: writtenKey(key), span, more: [] }
      return wholeCite(view, begun, entry)
    }
    case 'footnote':
      return inDialect(view, 'footnote', entry, (footnote) => ({ newText: footnote, span }))
    case 'superscript': {
      const close = view.document.content.slice(begun.end, begun.end + 1) === '^' ? '' : '^'
      return inDialect(view, 'numeric', entry, (number) => ({ newText: `${number}${close}`, span }))
    }
    case 'bracket':
      return begun.dialect === 'numeric'
        ? inDialect(view, 'numeric', entry, (number) => ({ newText: number, span }))
        : key === undefined
          ? wholeCite(view, begun, entry)
          : { newText: `@${writtenKey(key)}`, span, more: [] }
    case 'parenthesis':
      return valueOf(entry, 'footnote') === undefined
        ? inDialect(view, 'author-year', entry, (label) => ({ newText: label, span }))
        : undefined
  }
}

/** The dialect that the document cites in, what is begun left aside, or would by the look of its list. */
export function dialectAround(view: View, { open, end }: Begun): string | undefined {
  const own = dialectOf(citesOf(view).filter((cite) => cite.end < open || end < cite.start))
  if (own !== undefined) return own
  const [list] = referenceListsOf(view)
  return list && (isNumbered(view, list) ? 'numeric' : 'author-year')
}

/** The citation from its opening on, for a document that cites otherwise than the writer began. */
function wholeCite(
  view: View,
  { open, end, isContinued, dialect }: BegunHere,
  entry: Entry,
): Completed | undefined {
  if (isContinued) return undefined
  const { content } = view.document
  const isOpen = content.slice(open, open + 1) === '['
  const close = isOpen && content.slice(end, end + 1) === ']' ? 1 : 0
  const span = { start: open, end: end + close }
  if (dialect === 'footnote')
    return inDialect(view, 'footnote', entry, (label) => ({ newText: `[^${label}]`, span }))
  if (dialect === 'superscript')
    return inDialect(view, 'numeric', entry, (number) => ({ newText: `^${number}^`, span }))
  if (dialect === 'numeric')
    return inDialect(view, 'numeric', entry, (number) => ({ newText: `[${number}]`, span }))
  return inDialect(view, 'author-year', entry, (label) => ({ newText: `(${label})`, span }))
}

function inDialect(
  view: View,
  dialect: Convertible,
  entry: Entry,
  completed: (written: string) => Omit<Completed, 'more'>,
): Completed | undefined {
  const destination = destinationFor(view, dialect, false)
  const work = destination?.writable(entry)
  const written = work?.footnote ?? work?.label ?? work?.number ?? work?.key
  const more = written === undefined ? undefined : destination!.edits(new Set())
  return more && { ...completed(String(written)), more }
}

/** "doi:10.…" for who typed "doi:", as Manubot's writers do. */
function prefixed(entry: Entry, typed: string): string | undefined {
  const kind = /^(doi|pmid|pmcid|arxiv|url|isbn):/i.exec(typed)?.[1]?.toLowerCase()
  const value = kind === undefined ? undefined : valueOf(entry, kind)
  return value === undefined ? undefined : `${kind!}:${value}`
}

function valueOf({ names }: Entry, kind: string): string | undefined {
  const name: Name | undefined = names.find((one) => one.startsWith(`${kind}:`))
  return name?.slice(kind.length + 1)
}
