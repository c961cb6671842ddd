import { identifiersIn, type Identifier } from '../../prose/identifiers.js'
import type { Name } from '../../text/name.js'
import type { Span } from '../../text/span.js'
import type { Cite } from '../cite.js'
import { withUrls } from '../readable.js'
import { all, type CitationSyntax } from './syntax.js'

/** DOIs, PMIDs, PMCIDs, arXiv numbers, ISBNs and numbers of registered trials in running prose: "doi:10.…", "PMID: 123", "https://doi.org/10.…". */
export const identifier: CitationSyntax = {
  name: 'identifier',
  placement: 'before-stop',
  *find(block) {
    const text = withUrls(block)
    for (const run of runsOf(text)) yield citeOf(text, run)
  },
  write(works) {
    const names = all(works, (work) => work.identifier)
    return names && `(${names.map(written).join('; ')})`
  },
}

/** The name of a text that is one identifier of literature from end to end: "doi:10.1000/X", "PMID:12". */
export function identifierName(text: string): Name | undefined {
  const found = identifiersIn(text)[0]
  const isWhole =
    found?.end === text.length && (found.labelStart === 0 || /^url:$/i.test(text.slice(0, found.start)))
  return isWhole ? nameOf(found) : undefined
}

/** `doi:10.1000/x`, `pmid:12` */
export function nameOf({ kind, value }: Identifier): Name {
  return `${kind}:${value}`
}

function written(name: Name): string {
  return name.startsWith('pmid:') ? `PMID: ${name.slice('pmid:'.length)}` : name
}

/** Identifiers with nothing but separators between them. */
function* runsOf(text: string): Iterable<Identifier[]> {
  let run: Identifier[] = []
  for (const each of identifiersIn(text)) {
    if (each.kind === 'url' || text[each.labelStart - 1] === '@') continue
    const last = run.at(-1)
    if (last && !isSeparator(text, last.end, each.labelStart)) {
      yield run
      run = []
    }
    run.push(each)
  }
  if (run.length > 0) yield run
}

function isSeparator(text: string, start: number, end: number): boolean {
  return end - start <= 8 && /^[\s,;]*(?:and\s)?$/.test(text.slice(start, end))
}

function citeOf(text: string, run: readonly Identifier[]): Cite {
  const targets = run.map((each) => ({ start: each.labelStart, end: each.end, names: [nameOf(each)] }))
  return {
    ...withBrackets(text, { start: targets[0]!.start, end: targets.at(-1)!.end }),
    syntax: identifier.name,
    targets,
  }
}

/** The brackets belong to the citation where they hold nothing else. */
function withBrackets(text: string, span: Span): Span {
  const opening = /[([](?:see\s)?\s?$/i.exec(text.slice(Math.max(0, span.start - 6), span.start))
  const closing = /^[)\]]/.test(text.slice(span.end, span.end + 1))
  return opening && closing ? { start: span.start - opening[0].length, end: span.end + 1 } : span
}
