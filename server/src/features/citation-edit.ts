import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { citationLabel } from '../bibliography/render.js'
import { dialectOf, syntaxNamed } from '../citations/index.js'
import type { Writable } from '../citations/syntaxes/syntax.js'
import { positionAt } from '../text/lines.js'
import { citesOf } from '../workspace/cites.js'
import type { PlacedSentence } from '../workspace/sentences.js'
import type { View } from '../workspace/view.js'

/** The edit that cites an entry at the end of a sentence, in the way that the document cites; undefined where it cannot be said in that way. */
export function insertedCitation(view: View, sentence: PlacedSentence, entry: Entry): TextEdit | undefined {
  for (const name of dialects(view, entry)) {
    const syntax = syntaxNamed(name)
    const written = syntax?.write([writable(entry)])
    if (!syntax || written === undefined) continue
    const { offset, before } = placeAtEnd(view, sentence, syntax.placement)
    const position = positionAt(view.document.lines, offset)
    return { range: { start: position, end: position }, newText: before + written }
  }
  return undefined
}

/** The document's own dialect first; where it has none yet, a key where the entry has one, else its author and year, else its number. */
function dialects(view: View, entry: Entry): readonly string[] {
  const own = dialectOf(citesOf(view))
  const usual = entry.names.some((name) => name.startsWith('key:')) ? ['pandoc'] : []
  return [...(own ? [own] : []), ...usual, 'author-year', 'numeric']
}

function writable(entry: Entry): Writable {
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

/** Before the full stop for brackets, behind it for superscripts. */
function placeAtEnd(view: View, { start, end }: PlacedSentence, placement: 'before-stop' | 'after-stop') {
  const text = view.document.text.slice(start, end)
  if (placement === 'after-stop') return { offset: end, before: '' }
  const closing = /[.!?…]["'”’)*_]{0,4}$/.exec(text)
  return { offset: closing ? start + closing.index : end, before: ' ' }
}
