import type { CreateFile, Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import { keysFor, writtenBibtex } from '../bibliography/write-bibtex.js'
import { frontMatterOf } from '../prose/front-matter.js'
import { lineAt } from '../text/lines.js'
import { citesOf } from '../workspace/cites.js'
import { referenceListsOf, type ReferenceList } from '../workspace/references.js'
import { resolvedUri } from '../workspace/uri.js'
import type { View } from '../workspace/view.js'
import { convertedCite } from './citation-conversion.js'
import { rangeOf } from './places.js'

const fileName = 'references.bib'
const start: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/**
 * Moves the document's list of references into a new BibTeX file beside it, names that in the front matter, and lets all
 * citations name its keys; undefined where one of them could not say exactly the same.
 */
export function exportedLibrary(view: View): WorkspaceEdit | undefined {
  const lists = referenceListsOf(view)
  const list = lists[0]
  if (lists.length !== 1 || !list || !view.uri.startsWith('file:')) return undefined
  const { entries } = list
  const keys = keysFor(entries)
  const keyOf = new Map(entries.map((entry, i) => [entry.source.span.start, keys[i]!]))
  const cites = citesOf(view).filter(({ targets }) => targets.some((target) => target.entries.length > 0))
  const edits = cites.map((cite) => convertedCite(view, cite, 'pandoc', ({ source }) => source.uri === view.uri ? keyOf.get(source.span.start) : undefined)) // prettier-ignore
  const naming = namingEdit(view)
  if (edits.some((edit) => edit === undefined) || !naming) return undefined
  const uri = resolvedUri(view.uri, fileName)
  const create: CreateFile = { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } }
  const changes: [string, TextEdit[]][] = [
    [uri, [{ range: start, newText: writtenBibtex(entries, keys) }]],
    [view.uri, [naming, ...edits.map((edit) => edit!), removal(view, list)]],
  ]
  const written = changes.map(([file, made]): TextDocumentEdit => ({
    textDocument: { uri: file, version: null },
    edits: made,
  }))
  return { documentChanges: [create, ...written] }
}

/** Front matter that names a library already would have to name two, which is for the writer to decide. */
function namingEdit(view: View): TextEdit | undefined {
  const { frontMatter } = view.document
  const line = `bibliography: ${fileName}\n`
  if (!frontMatter) return { range: start, newText: `---\n${line}---\n\n` }
  const { bibliographies, problem } = frontMatterOf(frontMatter)
  if (bibliographies.length > 0 || problem) return undefined
  const close = /(?:---|\.\.\.)\s*$/.exec(frontMatter.source)?.index
  if (close === undefined) return undefined
  return { range: rangeOf(view, { start: close, end: close }), newText: line }
}

/** The list with its heading, and the blank lines before it. */
function removal(view: View, { heading, unplaced, spanOf }: ReferenceList): TextEdit {
  const { lines, text } = view.document
  const last = spanOf(unplaced.length - 1)
  const from = lines.starts[lineAt(lines, heading.start)]!
  const to = lines.starts[lineAt(lines, last.end) + 1] ?? text.length
  const before = text.slice(0, from).trimEnd().length
  const isAtEnd = text.slice(to).trim() === ''
  return {
    range: rangeOf(view, { start: before, end: isAtEnd ? text.length : to }),
    newText: isAtEnd ? '\n' : '\n\n',
  }
}
