import { identifierName } from '../citations/syntaxes/identifier.js'
import type { Name } from '../text/name.js'
import type { Entry } from './entry.js'
import type { BibliographyFormat } from './formats/format.js'
import { bibtex, cslJson, endnoteXml, nbib, ris } from './formats/index.js'

/** What a text on the clipboard says of works: entries written out, or the identifier of one that has yet to be looked up. */
export type Pasted =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[]; readonly format: string }
  | { readonly kind: 'identifier'; readonly name: Name }

/** Longer texts are no few references, and nobody should wait for a paste. */
const longest = 200_000

/** How a text of each format begins. A text of prose begins like none of them. */
const beginnings: readonly (readonly [BibliographyFormat, RegExp])[] = [
  [bibtex, /^\s{0,200}(?:%[^\n]{0,500}\n\s{0,200}){0,50}@[a-z]{2,40}\s{0,20}[{(]/i],
  [ris, /^\s{0,200}TY {2}- [A-Z]/],
  [nbib, /^\s{0,200}PMID- {0,2}\d/],
  [endnoteXml, /^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?<xml>\s{0,200}<records>/i],
  [cslJson, /^\s{0,200}(?:\[\s{0,200})?\{\s{0,200}"/],
]

/**
 * Reads a text as somebody may have copied it from a journal's page or a reference manager: BibTeX, RIS, PubMed's NBIB,
 * EndNote XML or CSL-JSON, or a single DOI, PMID, PMCID or arXiv number. Undefined for everything else.
 */
export function pastedWorks(text: string): Pasted | undefined {
  if (text.length > longest) return undefined
  const name = text.length < 500 ? identifierName(text.trim()) : undefined
  if (name !== undefined) return name.startsWith('url:') ? undefined : { kind: 'identifier', name }
  const format = beginnings.find(([, beginning]) => beginning.test(text))?.[0]
  const entries = format?.parse(`pasted${format.extensions[0]!}`, text).items.filter(isWork) ?? []
  return entries.length === 0 ? undefined : { kind: 'entries', entries, format: format!.name }
}

/** JSON may hold anything. */
function isWork({ title, authors }: Entry): boolean {
  return title !== undefined || authors.length > 0
}
