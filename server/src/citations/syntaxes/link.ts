import { addressOf, identifiersIn, type Identifier } from '../../prose/identifiers.js'
import type { Block } from '../../prose/block.js'
import type { Span } from '../../text/span.js'
import type { Cite } from '../cite.js'
import { nameOf } from './identifier.js'
import { all, type CitationSyntax } from './syntax.js'

/** Markdown links to a work, by its DOI, PMID, PMCID or arXiv number: "[3](https://doi.org/10.…)", "[a trial](doi:10.…)". */
export const link: CitationSyntax = {
  name: 'link',
  placement: 'before-stop',
  *find(block) {
    if (!telltale.test(block.source)) return
    for (const { open, target } of linksIn(block.source)) {
      const cite = citeOf(block, open, target)
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
const telltale = /\]\(<?(?:https?:|doi:|pmid:)/i
const address = /[^\s[\]]{1,500}/y

/** The Markdown links whose target is an identifier: where their text opens, and what they lead to. */
function* linksIn(source: string): Iterable<{ open: Span; target: Identifier }> {
  const open: number[] = []
  for (const { 0: sign, index } of source.matchAll(/\\.|[[\]]/gs)) {
    if (sign === '[') open.push(index)
    if (sign !== ']') continue
    const start = open.pop()
    if (start === undefined || source[start - 1] === '!' || source[index + 1] !== '(') continue
    const from = source[index + 2] === '<' ? index + 3 : index + 2
    address.lastIndex = from
    const target = identifiersIn(address.exec(source)?.[0] ?? '')[0]
    if (target?.labelStart === 0 && target.kind !== 'url') yield { open: { start, end: index }, target }
  }
}

function citeOf(block: Block, open: Span, target: Identifier): Cite | undefined {
  const start = textOffset(block, open.start + 1)
  const end = textOffset(block, open.end)
  if (start >= end || textOffset(block, open.start) !== start) return undefined
  const words = block.text.slice(start, end)
  const cite = { start, end, syntax: link.name, targets: [{ start, end, names: [nameOf(target)] }] }
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
