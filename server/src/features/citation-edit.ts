import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { citationLabel } from '../bibliography/render.js'
import { dialectOf, insertionOf, syntaxNamed } from '../citations/index.js'
import type { Writable } from '../citations/syntaxes/syntax.js'
import { positionAt } from '../text/lines.js'
import { citesOf } from '../workspace/cites.js'
import type { PlacedSentence } from '../workspace/sentences.js'
import type { View } from '../workspace/view.js'

/** The edit that cites an entry at the end of a sentence, in the way that the document cites; undefined where it cannot be said in that way. */
export function insertedCitation(view: View, sentence: PlacedSentence, entry: Entry): TextEdit | undefined {
  for (const name of dialects(view, entry)) {
    const syntax = syntaxNamed(name)
    const text = view.document.text.slice(sentence.start, sentence.end)
    const insertion = syntax && insertionOf(text, syntax, [writableEntry(entry)])
    if (!insertion) continue
    const offset = sentence.start + insertion.offset
    const position = positionAt(view.document.lines, offset)
    return { range: { start: position, end: position }, newText: insertion.text }
  }
  return undefined
}

/** What cites an entry in this document, as text to be copied; undefined where nothing can. */
export function citationOf(view: View, entry: Entry): string | undefined {
  for (const name of dialects(view, entry)) {
    const text = syntaxNamed(name)?.write([writableEntry(entry)])
    if (text !== undefined) return text
  }
  return undefined
}

/** The document's own dialect first; where it cites nothing yet, what its references look like they are cited by. */
function dialects(view: View, entry: Entry): readonly string[] {
  const own = dialectOf(citesOf(view))
  const byKey = entry.names.some((name) => name.startsWith('key:')) ? ['pandoc'] : []
  const byPlace = isNumbered(view, entry) ? ['numeric', 'author-year'] : ['author-year', 'numeric']
  return [...(own ? [own] : []), ...byKey, ...byPlace]
}

/** Whether the entry bears a number in the document's own list. */
function isNumbered(view: View, { source }: Entry): boolean {
  if (source.uri !== view.uri) return false
  const { start } = source.span
  return /\d[.)\]]\s{1,8}$/.test(view.document.text.slice(Math.max(0, start - 12), start))
}

/** What an entry can be cited by. */
export function writableEntry(entry: Entry): Writable {
  const valueOf = (kind: string) =>
    entry.names.find((name) => name.startsWith(`${kind}:`))?.slice(kind.length + 1)
  const key = valueOf('key')
  const number = valueOf('number')
  const label = citationLabel(entry)
  const footnote = valueOf('footnote')
  return {
    ...(key !== undefined && { key }),
    ...(number !== undefined && { number: Number(number) }),
    ...(label !== undefined && { label }),
    ...(footnote !== undefined && { footnote }),
  }
}
