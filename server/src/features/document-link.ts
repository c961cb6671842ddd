import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver'
import { toSource, type Block } from '../prose/block.js'
import { identifiersIn } from '../prose/identifiers.js'
import { derived } from '../text/derived.js'
import { positionAt } from '../text/lines.js'
import { overlaps } from '../text/span.js'
import type { View } from '../workspace/view.js'
import type { Feature } from './feature.js'
import { rangeOf } from './places.js'

/** DOIs, PMIDs, PMCIDs and addresses, each over exactly its text; the editor's own Markdown links are left to it. */
export const documentLink: Feature<DocumentLinkParams, DocumentLink[]> = {
  method: 'textDocument/documentLink',
  capability: { documentLinkProvider: {} },
  answer(view) {
    return [...librariesOf(view), ...identifiersOf(view)]
  },
}

/** The libraries that the front matter names. */
function librariesOf({ document: { frontMatter, lines }, libraries }: View): readonly DocumentLink[] {
  if (!frontMatter) return []
  return libraries
    .filter(({ start, end }) => start < end && end <= frontMatter.source.length)
    .map(({ start, end, file }) => ({
      range: { start: positionAt(lines, start), end: positionAt(lines, end) },
      target: file.uri,
      tooltip: 'Open the library',
    }))
}

function identifiersOf(view: View): readonly DocumentLink[] {
  return view.document.blocks.flatMap(({ block, start }) =>
    linksIn(block).map(({ url, ...span }) => ({
      range: rangeOf(view, { start: start + span.start, end: start + span.end }),
      target: url,
    })),
  )
}

const linksIn = derived((block: Block) => {
  const code = block.opaque.filter(({ kind }) => kind === 'code' || kind === 'math')
  return identifiersIn(block.text)
    .filter((found) => !code.some((span) => overlaps(span, found)))
    .map((found) => ({ ...toSource(block, found), url: found.url }))
})
