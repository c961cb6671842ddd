import { addressOf, identifiersIn, type Identifier } from '../../prose/identifiers.js'
import type { Block } from '../../prose/block.js'
import type { Name } from '../../text/name.js'
import type { Span } from '../../text/span.js'
import type { Cite } from '../cite.js'
import { nameOf } from './identifier.js'
import { all, type CitationSyntax } from './syntax.js'

/**
 * Markdown links to a work, by its DOI, PMID, PMCID or arXiv number: "[3](https://doi.org/10.…)", "[a trial](doi:10.…)",
 * or by the label of a definition that stands elsewhere: "[a trial][barlind]".
 */
export const link: CitationSyntax = {
  name: 'link',
  placement: 'before-stop',
  *find(block) {
    if (!telltale.test(block.source)) return
    for (const link of linksIn(block.source)) {
      const cite = citeOf(block, link)
      if (cite) yield cite
    }
  },
  write(works) {
    const links = all(works, ({ label, identifier }) => {
      const url = identifier && addressOfName(identifier)
      return label && url && `[${label}](${url})`
    })
    return links && `(${links.join('; ')})`
  },
}

/** What every such link holds, so that blocks without one are passed over at once. */
const telltale = /\]\(<?(?:https?:|doi:|pmid:)|\]\[/i
const address = /[^\s[\]]{1,500}/y

/** A label as Markdown compares them, for the definition that bears it and the links that use it. */
export function labelName(label: string): Name {
  return `link:${label.trim().replace(/\s+/g, ' ').toLowerCase()}`
}

/** Where the text of a link opens and closes, and what it leads to: what a label leads to, only the document knows. */
interface LinkInSource {
  readonly open: Span
  readonly name: Name
  readonly isLabel: boolean
}

/** The Markdown links whose target is an identifier or a label. */
function* linksIn(source: string): Iterable<LinkInSource> {
  const open: number[] = []
  for (const { 0: sign, index } of source.matchAll(/\\.|[[\]]/gs)) {
    if (sign === '[') open.push(index)
    if (sign !== ']') continue
    const start = open.pop()
    if (start === undefined || source[start - 1] === '!') continue
    const place = { start, end: index }
    if (source[index + 1] === '(') {
      const target = identifierBehind(source, index + 2)
      if (target) yield { open: place, name: nameOf(target), isLabel: false }
    } else if (source[index + 1] === '[' && !/[\^@\d]/.test(source[start + 1]!)) {
      bracketed.lastIndex = index + 1
      const written = bracketed.exec(source)?.[1]
      if (written === undefined) continue
      yield { open: place, name: labelName(written.trim() || source.slice(start + 1, index)), isLabel: true }
    }
  }
}

const bracketed = /\[([^[\]]{0,200})\]/y

function identifierBehind(source: string, at: number): Identifier | undefined {
  const from = source[at] === '<' ? at + 1 : at
  address.lastIndex = from
  const target = identifiersIn(address.exec(source)?.[0] ?? '')[0]
  return target?.labelStart === 0 && target.kind !== 'url' ? target : undefined
}

function citeOf(block: Block, { open, name, isLabel }: LinkInSource): Cite | undefined {
  const start = textOffset(block, open.start + 1)
  const end = textOffset(block, open.end)
  if (start >= end || textOffset(block, open.start) !== start) return undefined
  const words = block.text.slice(start, end)
  const span = { start, end, syntax: link.name, targets: [{ start, end, names: [name] }] }
  const cite: Cite = isLabel ? { ...span, weak: true } : span
  return label.test(words) ? cite : { ...cite, removable: { start, end: start } }
}

/** Words that only point: a number, "PMID: 3", "link". Others are part of the sentence: "[a trial](…) found". */
const label =
  /^\W{0,3}(?:\d{1,3}|(?:ref(?:erence)?|source|link|study|doi|PMID|PMCID|PubMed|DOI|here)\W{0,3}\d{0,9}|10\.\d{4}\S*|https?:\S*)\W{0,3}$/i

/** The offset in the text that a source offset falls on; inside markup, the next letter's. */
function textOffset({ pieces, text }: Block, sourceOffset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { sourceStart, sourceLength } = pieces[middle]!
    if (sourceStart + sourceLength <= sourceOffset) low = middle + 1
    else high = middle
  }
  const piece = pieces[low]
  if (!piece) return text.length
  const isOneToOne = piece.textLength === piece.sourceLength
  return piece.textStart + (isOneToOne ? Math.max(0, sourceOffset - piece.sourceStart) : 0)
}

function addressOfName(name: string): string | undefined {
  const match = /^(doi|pmid|pmcid|arxiv):(.+)$/.exec(name)
  return match ? addressOf(match[1] as 'doi' | 'pmid' | 'pmcid' | 'arxiv', match[2]!) : undefined
}
