import { retractionList, retractionWatch } from '../bibliography/retraction-watch.js'
import { holds, normalUri, possibleUris } from '../workspace/uri.js'
import { wantedLibraries } from '../workspace/view.js'
import type { LibraryFile, Workspace } from '../workspace/workspace.js'

export interface Reader {
  readLibrary(uri: string): Promise<LibraryFile>
}

/** Reads the libraries that documents name, each once, and again when its file changes. */
export class Libraries {
  /** How often each was asked for: an answer that a later one has overtaken is dropped. */
  private readonly turns = new Map<string, number>()
  private retractions = ''

  /** @param watch is told once of each library outside the folders of the project, which nobody watches else */
  constructor(
    private readonly workspace: Workspace,
    private readonly reader: Reader,
    private readonly changed: () => void,
    private readonly watch: (uri: string) => void = () => undefined,
  ) {}

  /** Starts reading whatever a document names and nobody asked for yet. */
  loadFor(uri: string): void {
    for (const library of wantedLibraries(uri, this.workspace.snapshot)) {
      if (this.turns.has(library)) continue
      if (!this.workspace.snapshot.places.folders.some((folder) => holds(folder, library)))
        this.watch(library)
      void this.load(library)
    }
  }

  /** The same for every open document: the settings may name other libraries now. */
  loadForAll(): void {
    for (const uri of this.workspace.snapshot.documents.keys()) this.loadFor(uri)
  }

  /** Reads a library again that somebody named; it resolves when that is done. */
  async reload(uri: string): Promise<void> {
    const library = normalUri(uri)
    if (this.turns.has(library)) await this.load(library)
  }

  private async load(uri: string): Promise<void> {
    const turn = (this.turns.get(uri) ?? 0) + 1
    this.turns.set(uri, turn)
    const file = await this.reader.readLibrary(uri)
    if (this.turns.get(uri) !== turn) return
    this.workspace.apply([{ kind: 'library', file }])
    // It may lie in the next folder that is looked in.
    if (file.state === 'unreadable') this.loadForAll()
    this.changed()
  }

  /** Reads the list of retractions that the settings name, where it is another than before. */
  async loadRetractions(path: string): Promise<void> {
    if (path === this.retractions) return
    this.retractions = path
    const { places } = this.workspace.snapshot
    const file =
      path === '' ? undefined : await this.reader.readLibrary(possibleUris('file:///', path, places)[0]!)
    const retractions = file?.state === 'read' ? retractionList(retractionWatch(file.text).items) : undefined
    this.workspace.apply([{ kind: 'retractions', retractions }])
    this.changed()
  }
}
