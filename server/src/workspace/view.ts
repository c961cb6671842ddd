import type { KnownFacts } from '../bibliography/lookup/facts.js'
import type { RetractionList } from '../bibliography/retractions.js'
import type { ClaimModel } from '../claims/judge.js'
import type { ProseDocument } from '../prose/document.js'
import { frontMatterOf, type NamedFile } from '../prose/front-matter.js'
import type { Lexicon } from '../terms/lexicon.js'
import type { Settings } from './settings.js'
import { possibleUris } from './uri.js'
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
  const libraries = namedLibraries(uri, document, snapshot).map(({ uris, ...named }): NamedLibrary => {
    return { ...named, file: foundFile(uris, snapshot) }
  })
  return { uri, document, libraries, lexicon, model, settings, retractions, facts }
}

/** The first of some addresses that has a file; where none has, what was found at the likeliest. */
function foundFile(uris: readonly string[], { libraries }: Snapshot): LibraryFile {
  for (const uri of uris) {
    const file = libraries.get(uri)
    if (file?.state !== 'unreadable') return file ?? { uri, state: 'loading' }
  }
  return libraries.get(uris[0]!)!
}

/** A library that a document names, with the addresses that may be meant, the likeliest first: at least one. */
export interface LibraryName extends NamedFile {
  readonly uris: readonly string[]
}

/**
 * The libraries that a document's front matter names, or else those of the settings. A library of the settings has its
 * place at the document's start.
 */
function namedLibraries(
  uri: string,
  document: ProseDocument,
  { settings, places }: Snapshot,
): readonly LibraryName[] {
  const own = document.frontMatter ? frontMatterOf(document.frontMatter).bibliographies : []
  const named = own.length > 0 ? own : settings.bibliographies.map((path) => ({ path, start: 0, end: 0 }))
  return named.map((file) => ({ ...file, uris: possibleUris(uri, file.path, places) }))
}

/**
 * The addresses that the host has to read next for a document: of each library the first that nobody has reported, as
 * long as none before it has a file. Empty when all is known.
 */
export function wantedLibraries(uri: string, snapshot: Snapshot): readonly string[] {
  const document = snapshot.documents.get(uri)
  if (!document) return []
  return namedLibraries(uri, document, snapshot).flatMap(({ uris }) => {
    const file = foundFile(uris, snapshot)
    return file.state === 'loading' ? [file.uri] : []
  })
}
