import { namedLibraries } from '../workspace/view.js'
import type { LibraryFile, Workspace } from '../workspace/workspace.js'

export interface Reader {
  readLibrary(uri: string): Promise<LibraryFile>
}

/** Reads the libraries that documents name, each once, and again when its file changes. */
export class Libraries {
  private readonly asked = new Set<string>()

  constructor(
    private readonly workspace: Workspace,
    private readonly reader: Reader,
    private readonly changed: () => void,
  ) {}

  /** Starts reading whatever a document names and nobody asked for yet. */
  loadFor(uri: string): void {
    const document = this.workspace.snapshot.documents.get(uri)
    if (!document?.frontMatter) return
    for (const { uri: library } of namedLibraries(uri, document))
      if (!this.asked.has(library)) void this.load(library)
  }

  reload(uri: string): void {
    if (this.asked.has(uri)) void this.load(uri)
  }

  private async load(uri: string): Promise<void> {
    this.asked.add(uri)
    const file = await this.reader.readLibrary(uri)
    this.workspace.apply([{ kind: 'library', file }])
    this.changed()
  }
}
