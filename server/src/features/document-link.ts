import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver'
import { toSource, type Block } from '../prose/block.js'
import { identifiersIn } from '../prose/identifiers.js'
import { derived } from '../text/derived.js'
import { overlaps } from '../text/span.js'
import type { Feature } from './feature.js'
import { rangeOf } from './places.js'

/** DOIs, PMIDs, PMCIDs and addresses, each over exactly its text; the editor's own Markdown links are left to it. */
export const documentLink: Feature<DocumentLinkParams, DocumentLink[]> = {
  method: 'textDocument/documentLink',
  capability: { documentLinkProvider: {} },
  answer(view) {
    return view.document.blocks.flatMap(({ block, start }) =>
      linksIn(block).map(({ url, ...span }) => ({
        range: rangeOf(view, { start: start + span.start, end: start + span.end }),
        target: url,
      })),
    )
  },
}

const linksIn = derived((block: Block) => {
  const code = block.opaque.filter(({ kind }) => kind === 'code' || kind === 'math')
  return identifiersIn(block.text)
    .filter((found) => !code.some((span) => overlaps(span, found)))
    .map((found) => ({ ...toSource(block, found), url: found.url }))
})
