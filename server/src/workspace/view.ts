import type { KnownFacts } from '../bibliography/lookup/facts.js'
import type { RetractionList } from '../bibliography/retractions.js'
import type { ClaimModel } from '../claims/judge.js'
import type { ProseDocument } from '../prose/document.js'
import { frontMatterOf, type NamedFile } from '../prose/front-matter.js'
import type { Lexicon } from '../terms/lexicon.js'
import type { Settings } from './settings.js'
import { resolvedUri } from './uri.js'
import type { LibraryFile, Snapshot } from './workspace.js'

/** One document in the light of everything known: what rules read and features answer from. */
export interface View {
  readonly uri: string
  readonly document: ProseDocument
  /** The libraries that the document names, in its order. */
  readonly libraries: readonly NamedLibrary[]
  readonly lexicon: Lexicon
  readonly model: ClaimModel
  readonly settings: Settings
  readonly retractions?: RetractionList | undefined
  /** What was looked up of works, where the user allows it. */
  readonly facts?: KnownFacts | undefined
}

export interface NamedLibrary extends NamedFile {
  readonly file: LibraryFile
}

/** The view of one document in a snapshot. A library that the host has not reported yet is loading. */
export function viewOf(uri: string, document: ProseDocument, snapshot: Snapshot): View {
  const { lexicon, model, settings, retractions, facts } = snapshot
  const libraries = namedLibraries(uri, document, settings).map((named): NamedLibrary => {
    const file = snapshot.libraries.get(named.uri) ?? { uri: named.uri, state: 'loading' }
    return { ...named, file }
  })
  return { uri, document, libraries, lexicon, model, settings, retractions, facts }
}

/**
 * The libraries that a document's front matter names, with their addresses, or else those of the settings: what the host
 * has to read for it. A library of the settings has its place at the document's start.
 */
export function namedLibraries(
  uri: string,
  document: ProseDocument,
  { bibliographies }: Settings,
): readonly (NamedFile & { uri: string })[] {
  const own = document.frontMatter ? frontMatterOf(document.frontMatter).bibliographies : []
  const named = own.length > 0 ? own : bibliographies.map((path) => ({ path, start: 0, end: 0 }))
  return named.map((file) => ({ ...file, uri: resolvedUri(uri, file.path) }))
}
