import type { DocumentHighlight, DocumentHighlightParams } from 'vscode-languageserver'
import { citesOf } from '../workspace/cites.js'
import { mentionsOf } from '../workspace/mentions.js'
import type { Feature } from './feature.js'
import { offsetOf, rangeOf } from './places.js'
import { pointedAt } from './under-caret.js'

/** The other places of this document that name the same thing. */
export const documentHighlight: Feature<DocumentHighlightParams, DocumentHighlight[] | null> = {
  method: 'textDocument/documentHighlight',
  capability: { documentHighlightProvider: true },
  answer(view, { position }) {
    const pointed = pointedAt(view, offsetOf(view, position))
    if (!pointed) return null
    if (pointed.kind === 'mention') {
      const same = mentionsOf(view).filter(({ concept }) => concept === pointed.mention.concept)
      return same.map((mention) => ({ range: rangeOf(view, mention) }))
    }
    const entries = pointed.kind === 'entry' ? [pointed.entry] : pointed.target.entries
    return citesOf(view)
      .flatMap(({ targets }) =>
        targets.filter((target) => target.entries.some((entry) => entries.includes(entry))),
      )
      .map((target) => ({ range: rangeOf(view, target) }))
  },
}
