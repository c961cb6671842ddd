import type { TextEdit } from 'vscode-languageserver'
import { toSource, type Block } from '../../prose/block.js'
import { identifiersIn } from '../../prose/identifiers.js'
import { derived } from '../../text/derived.js'
import { overlaps, shifted, type Span } from '../../text/span.js'
import type { View } from '../../workspace/view.js'
import { rangeOf } from '../places.js'

/** A DOI, PMID or the like that stands in the text as mere words, its label included. */
export interface BareIdentifier extends Span {
  readonly words: string
  readonly url: string
}

/** The identifiers of a document that no Markdown link, autolink, code or cite key holds, in order. */
export function bareIdentifiers(view: View): readonly BareIdentifier[] {
  return view.document.blocks.flatMap(({ block, start }) =>
    bareIn(block).map((one) => ({ ...one, ...shifted(one, start) })),
  )
}

/** The edit that makes it a link, whose words stay. */
export function linkedIdentifier(view: View, { words, url, ...span }: BareIdentifier): TextEdit {
  const isAddress = /^https?:/i.test(words)
  const target = url.replace(/[\s<>()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return { range: rangeOf(view, span), newText: isAddress ? `<${words}>` : `[${words}](${target})` }
}

const bareIn = derived((block: Block): readonly BareIdentifier[] => {
  const { text, source, opaque } = block
  const code = opaque.filter(({ kind }) => kind === 'code' || kind === 'math')
  return identifiersIn(text).flatMap(({ kind, labelStart, start, end, url }) => {
    if (kind === 'url' || text[labelStart - 1] === '@' || code.some((span) => overlaps(span, { start, end })))
      return []
    const span = toSource(block, { start: labelStart, end })
    const words = source.slice(span.start, span.end)
    // Markup inside it, or a link around it, and it is no longer bare.
    if (words !== text.slice(labelStart, end) || isLinked(source, span)) return []
    return [{ ...span, words, url }]
  })
})

/** "<https://…>", "[…doi:10.1/x…](…)", "](https://…", "[@tag]: doi:…". */
function isLinked(source: string, span: Span): boolean {
  const lead = source.slice(Math.max(0, span.start - 4), span.start)
  if (/<$|\]\($|\]:\s{0,2}<?$|@\{?$/.test(lead)) return true
  const close = /^[^[\]\n]{0,300}\](?=[([])/.exec(source.slice(span.end, span.end + 302))
  if (!close) return false
  const open = source.lastIndexOf('[', span.start)
  return open >= 0 && !source.slice(open, span.start).includes(']')
}
