import type { Location, ReferenceParams } from 'vscode-languageserver'
import type { Entry } from '../bibliography/entry.js'
import type { Name } from '../text/name.js'
import type { Span } from '../text/span.js'
import { mentionsOf } from '../workspace/mentions.js'
import type { View } from '../workspace/view.js'
import type { Snapshot } from '../workspace/workspace.js'
import { citesOf } from '../workspace/cites.js'
import type { Feature } from './feature.js'
import { locationOf, offsetOf, rangeOf } from './places.js'
import { pointedAt } from './under-caret.js'

/** Who cites an entry, in all documents; or every mention of a concept, under whichever name. */
export const references: Feature<ReferenceParams, Location[] | null> = {
  method: 'textDocument/references',
  capability: { referencesProvider: true },
  answer(view, { position, context }, snapshot) {
    const pointed = pointedAt(view, offsetOf(view, position))
    if (!pointed) return null
    if (pointed.kind === 'mention')
      return everywhere(snapshot, (other) => mentionsIn(other, pointed.mention.concept))
    const entries = pointed.kind === 'entry' ? [pointed.entry] : pointed.target.entries
    const names = new Set(entries.flatMap((entry) => identifying(entry, view)))
    const cites = everywhere(snapshot, (other) => citesTo(other, entries, names))
    const declarations = entries.flatMap(({ source }) => locationOf(source, snapshot) ?? [])
    return context.includeDeclaration ? [...declarations, ...cites] : cites
  },
}

function mentionsIn(view: View, concept: Name): readonly Span[] {
  return mentionsOf(view).filter((mention) => mention.concept === concept)
}

function citesTo(view: View, entries: readonly Entry[], names: ReadonlySet<Name>): readonly Span[] {
  return citesOf(view).flatMap(({ targets }) =>
    targets.filter((target) =>
      target.entries.some(
        (entry) => entries.includes(entry) || identifying(entry, view).some((name) => names.has(name)),
      ),
    ),
  )
}

/** The names that mean the same work in every document: a key or a DOI does, a number, a footnote or the label of a link does not. */
function identifying(entry: Entry, view: View): readonly Name[] {
  const isOwn = entry.source.uri === view.uri
  return entry.names.filter(
    (name) => !/^(?:number|footnote|link):/.test(name) && !(isOwn && name.startsWith('author-year:')),
  )
}

function everywhere(snapshot: Snapshot, spansIn: (view: View) => readonly Span[]): Location[] {
  return [...snapshot.documents.keys()].flatMap((uri) => {
    const view = snapshot.view(uri)
    return view ? spansIn(view).map((span) => ({ uri, range: rangeOf(view, span) })) : []
  })
}
