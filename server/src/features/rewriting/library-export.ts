import type { CreateFile, Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { Entry } from '../../bibliography/entry.js'
import { keysFor, writtenBibtex } from '../../bibliography/write-bibtex.js'
import { writtenCslJson } from '../../bibliography/write-csl-json.js'
import { frontMatterOf } from '../../prose/front-matter.js'
import { citesOf, type PlacedCite } from '../../workspace/cites.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'
import { resolvedUri } from '../../workspace/uri.js'
import type { View } from '../../workspace/view.js'
import { lineBreakOf, lineEnd, lineStart } from './list-layout.js'
import { rangeOf } from '../places.js'
import { readCite } from './read-cite.js'
import { writtenCite } from './write-cite.js'

const formats = {
  BibTeX: { fileName: 'references.bib', write: writtenBibtex },
  'CSL-JSON': { fileName: 'references.json', write: writtenCslJson },
}
const start: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/**
 * Moves the document's list of references into a new library beside it, names that in the front matter, and lets all
 * citations name its keys; undefined where one of them could not say exactly the same.
 */
export function exportedLibrary(view: View, format: keyof typeof formats): WorkspaceEdit | undefined {
  const [list, another] = referenceListsOf(view)
  if (another || !list || !view.uri.startsWith('file:')) return undefined
  const { fileName, write } = formats[format]
  const { entries } = list
  const keys = keysFor(entries)
  const keyOf = new Map(entries.map((entry, i) => [entry.source.span.start, keys[i]!]))
  const edits = citesOf(view)
    .filter(({ targets }) => targets.some((target) => target.entries.some(({ source }) => source.uri === view.uri)))
    .map((cite) => keyedCite(view, cite, ({ source, names }) => keyOf.get(source.uri === view.uri ? source.span.start : -1) ?? keyIn(names))) // prettier-ignore
  const naming = namingEdit(view, fileName)
  const removing = removal(view, list)
  if (edits.some((edit) => edit === undefined) || !naming || !removing) return undefined
  const uri = resolvedUri(view.uri, fileName)
  const create: CreateFile = { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } }
  const changes: [string, TextEdit[]][] = [
    [uri, [{ range: start, newText: write(entries, keys) }]],
    [view.uri, [naming, ...edits.map((edit) => edit!), removing]],
  ]
  const written = changes.map(([file, made]): TextDocumentEdit => ({
    textDocument: { uri: file, version: null },
    edits: made,
  }))
  return { documentChanges: [create, ...written] }
}

function keyedCite(
  view: View,
  cite: PlacedCite,
  keyFor: (entry: Entry) => string | undefined,
): TextEdit | undefined {
  const reading = readCite(view, [cite])
  return reading && writtenCite(view, reading, 'pandoc', (entry) => {
    const key = keyFor(entry)
    return key === undefined ? undefined : { key }
  }) // prettier-ignore
}

function keyIn(names: Entry['names']): string | undefined {
  return names.find((name) => name.startsWith('key:'))?.slice('key:'.length)
}

/** Front matter that names a library already would have to name two, which is for the writer to decide. */
function namingEdit(view: View, fileName: string): TextEdit | undefined {
  const { frontMatter } = view.document
  const lines = lineBreakOf(view)
  const line = `bibliography: ${fileName}${lines}`
  if (!frontMatter) return { range: start, newText: `---${lines}${line}---${lines}${lines}` }
  const { bibliographies, problem } = frontMatterOf(frontMatter)
  if (bibliographies.length > 0 || problem) return undefined
  const close = /(?:---|\.\.\.)\s*$/.exec(frontMatter.source)?.index
  if (close === undefined) return undefined
  return { range: rangeOf(view, { start: close, end: close }), newText: line }
}

/** The list with its heading, and the blank lines before it; undefined where something else stands among the entries. */
function removal(view: View, { heading, unplaced, spanOf }: ReferenceList): TextEdit | undefined {
  const { text } = view.document
  const lines = lineBreakOf(view)
  const from = lineStart(view, heading.start)
  const to = lineEnd(view, spanOf(unplaced.length - 1).end)
  const spans = [heading, ...unplaced.map((_, i) => spanOf(i))]
  const isAlone = spans.every(({ end }, i) => {
    const next = i + 1 < spans.length ? lineStart(view, spans[i + 1]!.start) : to
    return lineEnd(view, end) >= next || text.slice(lineEnd(view, end), next).trim() === ''
  })
  if (!isAlone) return undefined
  const before = text.slice(0, from).trimEnd().length
  const isAtEnd = text.slice(to).trim() === ''
  const next = to + /^\s*/.exec(text.slice(to))![0].length
  return {
    range: rangeOf(view, { start: before, end: isAtEnd ? text.length : next }),
    newText: isAtEnd ? lines : lines + lines,
  }
}
