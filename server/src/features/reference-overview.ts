import type { Range, TextDocumentIdentifier } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import { shortLabel } from '../bibliography/render.js'
import { reportOf } from '../rules/findings.js'
import { citesOf } from '../workspace/cites.js'
import { citableOf, parsedLibrary } from '../workspace/library.js'
import type { NamedLibrary, View } from '../workspace/view.js'
import type { Snapshot } from '../workspace/workspace.js'
import type { Feature } from './feature.js'
import { locationOf } from './places.js'

/** What a document can cite, what it does cite, and how its libraries were read: for a tree and a status item. */
export const referenceOverview: Feature<{ textDocument: TextDocumentIdentifier }, ReferenceOverview> = {
  method: 'bioprose/references',
  capability: { experimental: { references: true } },
  answer: (view, _, snapshot) => ({
    entries: overviewOf(view, snapshot),
    libraries: view.libraries.map(libraryStatus),
  }),
}

export interface ReferenceOverview {
  /** Those of the document itself and those it cites, in order, then others of its libraries, up to a limit. */
  readonly entries: readonly ListedEntry[]
  readonly libraries: readonly LibraryStatus[]
}

export interface ListedEntry {
  readonly label: string
  readonly title: string
  readonly uri: string
  readonly range: Range
  /** How often the document cites it. */
  readonly times: number
  /** What is wrong with it, in words. */
  readonly problems: readonly string[]
}

export interface LibraryStatus {
  readonly path: string
  readonly uri: string
  readonly state: 'loading' | 'read' | 'unreadable'
  readonly entries: number
  /** What was skipped or went wrong, with its zero-based line. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[]
}

/** A tree is for looking through; in a huge library one searches. */
const mostEntries = 500
const mostProblems = 20

function overviewOf(view: View, snapshot: Snapshot): readonly ListedEntry[] {
  const times = new Map<Entry, number>()
  for (const { targets } of citesOf(view)) {
    for (const entry of new Set(targets.flatMap(({ entries }) => entries)))
      times.set(entry, (times.get(entry) ?? 0) + 1)
  }
  const isNear = (entry: Entry): boolean => entry.source.uri === view.uri || times.has(entry)
  const { entries } = citableOf(view)
  const listed = [...entries.filter(isNear), ...entries.filter((entry) => !isNear(entry))].slice(
    0,
    mostEntries,
  )
  return listed.flatMap((entry): ListedEntry[] => {
    const location = locationOf(entry.source, snapshot)
    if (!location) return []
    const problems = problemsOf(view, entry)
    return [
      {
        label: shortLabel(entry),
        title: entry.title ?? '',
        ...location,
        times: times.get(entry) ?? 0,
        problems,
      },
    ]
  })
}

/** What the Problems panel says of an entry of the document; that nothing cites it shows in the tree itself. */
function problemsOf(view: View, { source }: Entry): readonly string[] {
  if (source.uri !== view.uri) return []
  return reportOf(view)
    .findings.filter(
      ({ start, end, rule }) =>
        rule !== 'unused-reference' && source.span.start <= start && end <= source.span.end,
    )
    .map(({ message }) => message)
}

function libraryStatus({ path, file }: NamedLibrary): LibraryStatus {
  const { uri } = file
  if (file.state === 'loading') return { path, uri, state: file.state, entries: 0, problems: [] }
  if (file.state === 'unreadable')
    return { path, uri, state: file.state, entries: 0, problems: [{ line: 0, reason: file.reason }] }
  const parsed = parsedLibrary(file)
  if (!parsed)
    return {
      path,
      uri,
      state: 'unreadable',
      entries: 0,
      problems: [{ line: 0, reason: 'its format is not known' }],
    }
  return {
    path,
    uri,
    state: 'read',
    entries: parsed.items.length,
    problems: parsed.skipped.slice(0, mostProblems),
  }
}
