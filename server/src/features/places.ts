import type { Location, Range } from 'vscode-languageserver'
import { offsetAt, positionAt, linesOf, type Position } from '../text/lines.js'
import { derived } from '../text/derived.js'
import type { Span } from '../text/span.js'
import type { EntrySource } from '../bibliography/entry.js'
import type { View } from '../workspace/view.js'
import type { LibraryFile, Snapshot } from '../workspace/workspace.js'

/** A span of the document as LSP has it. */
export function rangeOf(view: View, span: Span): Range {
  return {
    start: positionAt(view.document.lines, span.start),
    end: positionAt(view.document.lines, span.end),
  }
}

/** The offset of an LSP position in the document. */
export function offsetOf(view: View, position: Position): number {
  return offsetAt(view.document.lines, position)
}

/** Where an entry stands, in the document or in a library; undefined where its file is no longer known. */
export function locationOf({ uri, span }: EntrySource, snapshot: Snapshot): Location | undefined {
  const lines = snapshot.documents.get(uri)?.lines ?? libraryLines(snapshot.libraries.get(uri))
  return lines && { uri, range: { start: positionAt(lines, span.start), end: positionAt(lines, span.end) } }
}

function libraryLines(file: LibraryFile | undefined) {
  return file && linesOfFile(file)
}

const linesOfFile = derived((file: LibraryFile) => (file.state === 'read' ? linesOf(file.text) : undefined))
