import type { Range, TextDocumentIdentifier } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { shortLabel } from '../bibliography/render.js'
import { writtenReference } from '../bibliography/write-reference.js'
import { addressOf } from '../prose/identifiers.js'
import { reportOf } from '../rules/findings.js'
import { derived } from '../text/derived.js'
import { lineAt } from '../text/lines.js'
import { contains, type Span } from '../text/span.js'
import { citableOf } from '../workspace/library.js'
import type { View } from '../workspace/view.js'
import type { Snapshot } from '../workspace/workspace.js'
import { citesOf } from '../workspace/cites.js'
import { citationOf } from './citation-edit.js'
import type { Feature } from './feature.js'
import { libraryStatus, type LibraryStatus } from './library-status.js'
import { locationOf, rangeOf } from './places.js'
import { entriesWith } from './search-text.js'

export interface OverviewParams {
  readonly textDocument: TextDocumentIdentifier
  /** Only entries that hold all these words, wherever in the libraries they stand. */
  readonly query?: string
}

/** What a document can cite, what it does cite, and how its libraries were read: for a tree and a status item. */
export const referenceOverview: Feature<OverviewParams, ReferenceOverview> = {
  method: 'bioprose/references',
  capability: { experimental: { references: true } },
  answer: (view, { query = '' }, snapshot) => {
    const { entries } = citableOf(view)
    const listed = chosen(view, query)
    return {
      entries: listed.flatMap((entry) => listedEntry(view, entry, snapshot) ?? []),
      total: entries.length,
      libraries: view.libraries.map(libraryStatus),
    }
  },
}

export interface ReferenceOverview {
  /** Those of the document itself and those it cites, in order, then others of its libraries, up to a limit. */
  readonly entries: readonly ListedEntry[]
  /** How many entries there are, listed or not. */
  readonly total: number
  readonly libraries: readonly LibraryStatus[]
}

export interface ListedEntry {
  readonly label: string
  readonly title: string
  readonly uri: string
  readonly range: Range
  /** How often the document cites it. */
  readonly times: number
  /** Where, with the line that it stands in, up to a limit. */
  readonly cites: readonly { readonly range: Range; readonly line: string }[]
  /** What is wrong with it, in words. */
  readonly problems: readonly string[]
  /** What cites it in this document, where anything can. */
  readonly citation?: string
  /** It written out as one line of a list. */
  readonly reference: string
  /** Where its DOI, PMID or address leads. */
  readonly link?: string
}

/** A tree is for looking through; in a huge library one searches. */
const mostEntries = 500
const mostCites = 50

function chosen(view: View, query: string): readonly Entry[] {
  const library = citableOf(view)
  const cited = citationsOf(view)
  const isNear = (entry: Entry): boolean => entry.source.uri === view.uri || cited.has(entry)
  const fitting = query.trim() === '' ? library.entries : entriesWith(library, query, 2 * mostEntries)
  return [...fitting.filter(isNear), ...fitting.filter((entry) => !isNear(entry))].slice(0, mostEntries)
}

/** By entry, the places that cite it, each once. */
const citationsOf = derived((view: View): ReadonlyMap<Entry, readonly Span[]> => {
  const places = new Map<Entry, Span[]>()
  for (const cite of citesOf(view)) {
    for (const entry of new Set(cite.targets.flatMap(({ entries }) => entries))) {
      const known = places.get(entry)
      if (known) known.push(cite)
      else places.set(entry, [cite])
    }
  }
  return places
})

function listedEntry(view: View, entry: Entry, snapshot: Snapshot): ListedEntry | undefined {
  const location = locationOf(entry.source, snapshot)
  if (!location) return undefined
  const cites = citationsOf(view).get(entry) ?? []
  const citation = citationOf(view, entry)
  const link = linkOf(entry)
  return {
    label: shortLabel(entry),
    title: entry.title ?? '',
    ...location,
    times: cites.length,
    cites: cites
      .slice(0, mostCites)
      .map((cite) => ({ range: rangeOf(view, cite), line: lineOf(view, cite) })),
    problems: problemsOf(view, entry, cites),
    ...(citation !== undefined && { citation }),
    reference: writtenReference(entry, 'numbered'),
    ...(link !== undefined && { link }),
  }
}

function lineOf({ document: { lines, content } }: View, { start }: Span): string {
  const line = lineAt(lines, start)
  const text = content.slice(lines.starts[line]!, lines.starts[line + 1] ?? content.length)
  const from = Math.max(0, start - lines.starts[line]! - 60)
  return `${from > 0 ? '…' : ''}${text.slice(from, from + 120).trim()}`
}

/** What the Problems panel says of an entry of the document, or where one of a library is cited; that nothing cites it shows in the tree itself. */
function problemsOf(view: View, { source }: Entry, cites: readonly Span[]): readonly string[] {
  const isOwn = source.uri === view.uri
  const found = reportOf(view).findings.filter((finding) =>
    isOwn
      ? finding.rule !== 'unused-reference' && contains(source.span, finding)
      : ofSources.has(finding.rule) && cites.some((cite) => contains(cite, finding)),
  )
  return [...new Set(found.map(({ message }) => message))]
}

/** The rules that speak of the work where it is cited. */
const ofSources = new Set([
  'retracted-reference',
  'preprint-source',
  'commercial-source',
  'ambiguous-citation',
])

function linkOf({ doi, pmid, pmcid, url }: Entry): string | undefined {
  if (doi !== undefined) return addressOf('doi', doi)
  if (pmid !== undefined) return addressOf('pmid', pmid)
  if (pmcid !== undefined) return addressOf('pmcid', pmcid)
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined
}
