import type { TextEdit } from 'vscode-languageserver'
import { editDocument } from '../../prose/document.js'
import type { Span } from '../../text/span.js'
import { linesOf, positionAt } from '../../text/lines.js'
import type { NamedLibrary, View } from '../../workspace/view.js'
import { rangeOf } from '../places.js'

/** A change to one file that does what was asked, or why there is none, in words for the user. */
export type Change = Made | { readonly problem: string }

export interface Made {
  readonly uri: string
  readonly edits: readonly TextEdit[]
  /** What was done, in words. */
  readonly done: string
}

/** A change to the document itself, and the document as it then is. */
export function changedDocument(
  view: View,
  span: Span,
  text: string,
): { readonly edit: TextEdit; readonly after: View } {
  const after = { ...view, document: editDocument(view.document, { ...span, text }) }
  return { edit: { range: rangeOf(view, span), newText: text }, after }
}

/** An insertion into a library's file. */
export function insertedIntoLibrary({ file }: NamedLibrary, offset: number, newText: string): TextEdit {
  const position = positionAt(linesOf(file.state === 'read' ? file.text : ''), offset)
  return { range: { start: position, end: position }, newText }
}

/** "its year", "its year and volume", "its year, volume and DOI". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
