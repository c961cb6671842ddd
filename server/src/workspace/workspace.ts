import type { KnownFacts } from '../bibliography/lookup/facts.js'
import type { RetractionList } from '../bibliography/retractions.js'
import type { ClaimModel } from '../claims/judge.js'
import { editDocument, parseDocument, type Edit, type ProseDocument } from '../prose/document.js'
import type { Lexicon } from '../terms/lexicon.js'
import { defaultSettings, type Settings } from './settings.js'
import { noPlaces, type Places } from './uri.js'
import { viewOf, type View } from './view.js'

/** A file that can be cited from, as the host found it. */
export type LibraryFile =
  | { readonly uri: string; readonly state: 'loading' }
  | { readonly uri: string; readonly state: 'read'; readonly text: string }
  | { readonly uri: string; readonly state: 'unreadable'; readonly reason: string }

/** One thing that happened in the world. */
export type Change =
  | { readonly kind: 'open'; readonly uri: string; readonly text: string }
  | { readonly kind: 'edit'; readonly uri: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'close'; readonly uri: string }
  | { readonly kind: 'library'; readonly file: LibraryFile }
  | { readonly kind: 'forget'; readonly uri: string }
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'places'; readonly places: Places }
  | { readonly kind: 'lexicon'; readonly lexicon: Lexicon }
  | { readonly kind: 'retractions'; readonly retractions: RetractionList | undefined }
  | { readonly kind: 'facts'; readonly facts: KnownFacts | undefined }

/** Everything known at one moment. Immutable; it shares with the one before whatever did not change. */
export interface Snapshot {
  readonly documents: ReadonlyMap<string, ProseDocument>
  readonly libraries: ReadonlyMap<string, LibraryFile>
  readonly lexicon: Lexicon
  readonly model: ClaimModel
  readonly settings: Settings
  /** Where the paths of libraries may start from. */
  readonly places: Places
  /** What the user's own list says of retractions. */
  readonly retractions?: RetractionList | undefined
  /** What was looked up of works that the documents name; nothing where the user does not allow it. */
  readonly facts?: KnownFacts | undefined
  /** The view of one document, or undefined where it is not open. The same object at every call. */
  view(uri: string): View | undefined
}

/** The one thing that changes: it holds the newest snapshot, and every request answers from one snapshot. */
export class Workspace {
  private current: Snapshot

  constructor(lexicon: Lexicon, model: ClaimModel) {
    this.current = snapshot({
      documents: new Map(),
      libraries: new Map(),
      lexicon,
      model,
      settings: defaultSettings,
      places: noPlaces,
    })
  }

  get snapshot(): Snapshot {
    return this.current
  }

  /** Takes changes in order. Edits of a document that is not open change nothing. */
  apply(changes: readonly Change[]): Snapshot {
    // The old snapshot's views must not live on in the new one, so only what is known is taken over.
    const { documents, libraries, lexicon, model, settings, places, retractions, facts } =
      changes.reduce<Known>(changed, this.current)
    this.current = snapshot({ documents, libraries, lexicon, model, settings, places, retractions, facts })
    return this.current
  }
}

type Known = Omit<Snapshot, 'view'>

function changed(known: Known, change: Change): Known {
  switch (change.kind) {
    case 'open':
      return { ...known, documents: withEntry(known.documents, change.uri, parseDocument(change.text)) }
    case 'edit': {
      const before = known.documents.get(change.uri)
      if (!before) return known
      return {
        ...known,
        documents: withEntry(known.documents, change.uri, change.edits.reduce(editDocument, before)),
      }
    }
    case 'close':
      return { ...known, documents: without(known.documents, change.uri) }
    case 'library':
      return { ...known, libraries: withEntry(known.libraries, change.file.uri, change.file) }
    case 'forget':
      return { ...known, libraries: without(known.libraries, change.uri) }
    case 'settings':
      return { ...known, settings: change.settings }
    case 'places':
      return { ...known, places: change.places }
    case 'lexicon':
      return { ...known, lexicon: change.lexicon }
    case 'retractions':
      return { ...known, retractions: change.retractions }
    case 'facts':
      return { ...known, facts: change.facts }
  }
}

function snapshot(known: Known): Snapshot {
  const views = new Map<string, View>()
  const taken: Snapshot = {
    ...known,
    view(uri) {
      const document = known.documents.get(uri)
      if (!document) return undefined
      const made = views.get(uri) ?? viewOf(uri, document, taken)
      views.set(uri, made)
      return made
    },
  }
  return taken
}

function withEntry<T>(map: ReadonlyMap<string, T>, key: string, value: T): ReadonlyMap<string, T> {
  return new Map(map).set(key, value)
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}
