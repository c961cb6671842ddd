import type { DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import type { Span } from '../text/span.js'
import { mentionsOf } from '../workspace/mentions.js'
import { referenceListsOf } from '../workspace/references.js'
import type { View } from '../workspace/view.js'
import { citesOf } from '../workspace/cites.js'
import type { Feature } from './feature.js'
import { offsetOf, rangeOf } from './places.js'
import { definedAt } from './renaming.js'
import { indexIn } from './rewriting/arrangement.js'
import { markerOf } from './rewriting/list-layout.js'
import { pointedAt } from './under-caret.js'

const read: DocumentHighlightKind = 2
const write: DocumentHighlightKind = 3

/** The other places of this document that name the same thing, and where it gets its name. */
export const documentHighlight: Feature<DocumentHighlightParams, DocumentHighlight[] | null> = {
  method: 'textDocument/documentHighlight',
  capability: { documentHighlightProvider: true },
  answer(view, { position }) {
    const pointed = pointedAt(view, offsetOf(view, position))
    if (!pointed) return null
    if (pointed.kind === 'mention') {
      const same = mentionsOf(view).filter(({ concept }) => concept === pointed.mention.concept)
      return same.map((mention) => ({ range: rangeOf(view, mention), kind: read }))
    }
    const entries = pointed.kind === 'entry' ? [pointed.entry] : pointed.target.entries
    const cites = citesOf(view).flatMap(({ targets }) =>
      targets.filter((target) => target.entries.some((entry) => entries.includes(entry))),
    )
    return [
      ...cites.map((target) => ({ range: rangeOf(view, target), kind: read })),
      ...entries
        .flatMap((entry) => nameplate(view, entry) ?? [])
        .map((span) => ({ range: rangeOf(view, span), kind: write })),
    ]
  },
}

/** The label, key or number of an entry of the document itself; undefined where it bears none that is written. */
function nameplate(view: View, entry: Entry): Span | undefined {
  if (entry.source.uri !== view.uri) return undefined
  for (const kind of ['footnote', 'key'] as const) {
    const name = entry.names.find((one) => one.startsWith(`${kind}:`))?.slice(kind.length + 1)
    const span = name === undefined ? undefined : definedAt(view.document.content, kind, name, entry)
    if (span) return span
  }
  for (const list of referenceListsOf(view)) {
    const index = indexIn(list, entry, view)
    if (index !== undefined) return markerOf(view, list, index)
  }
  return undefined
}
