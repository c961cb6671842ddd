import { retractionList, retractionWatch } from '../bibliography/retraction-watch.js'
import { resolvedUri } from '../workspace/uri.js'
import { namedLibraries } from '../workspace/view.js'
import type { LibraryFile, Workspace } from '../workspace/workspace.js'

export interface Reader {
  readLibrary(uri: string): Promise<LibraryFile>
}

/** Reads the libraries that documents name, each once, and again when its file changes. */
export class Libraries {
  private readonly asked = new Set<string>()
  private retractions = ''

  constructor(
    private readonly workspace: Workspace,
    private readonly reader: Reader,
    private readonly changed: () => void,
  ) {}

  /** Starts reading whatever a document names and nobody asked for yet. */
  loadFor(uri: string): void {
    const { documents, settings } = this.workspace.snapshot
    const document = documents.get(uri)
    if (!document) return
    for (const { uri: library } of namedLibraries(uri, document, settings))
      if (!this.asked.has(library)) void this.load(library)
  }

  /** The same for every open document: the settings may name other libraries now. */
  loadForAll(): void {
    for (const uri of this.workspace.snapshot.documents.keys()) this.loadFor(uri)
  }

  /** Reads a library again that somebody named; it resolves when that is done. */
  async reload(uri: string): Promise<void> {
    if (this.asked.has(uri)) await this.load(uri)
  }

  private async load(uri: string): Promise<void> {
    this.asked.add(uri)
    const file = await this.reader.readLibrary(uri)
    this.workspace.apply([{ kind: 'library', file }])
    this.changed()
  }

  /** Reads the list of retractions that the settings name, where it is another than before. */
  async loadRetractions(path: string): Promise<void> {
    if (path === this.retractions) return
    this.retractions = path
    const file = path === '' ? undefined : await this.reader.readLibrary(resolvedUri('file:///', path))
    const retractions = file?.state === 'read' ? retractionList(retractionWatch(file.text).items) : undefined
    this.workspace.apply([{ kind: 'retractions', retractions }])
    this.changed()
  }
}
