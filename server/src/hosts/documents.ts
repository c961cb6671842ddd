import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { offsetAt } from '../text/lines.js'
import type { Edit } from '../prose/document.js'
import type { Workspace } from '../workspace/workspace.js'

interface Source {
  documentsIn(folders: readonly string[]): readonly string[]
  readDocument(uri: string): Promise<string | undefined>
}

/** Which documents the client has open, and which of the others were read for requests that look through all of them. */
export class Documents {
  /** The versions of the open documents. */
  private readonly opened = new Map<string, number>()
  private readonly looked = new Set<string>()
  private loading: Promise<void> | undefined

  constructor(
    private readonly workspace: Workspace,
    private readonly source: Source,
    private readonly folders: () => readonly string[],
  ) {}

  open(uri: string, text: string, version: number): void {
    this.opened.set(uri, version)
    this.workspace.apply([{ kind: 'open', uri, text }])
  }

  /** Each change is an offset into what the changes before it left. */
  change(uri: string, changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.opened.set(uri, version)
    for (const change of changes) {
      if (!('range' in change)) {
        this.workspace.apply([{ kind: 'open', uri, text: change.text }])
        continue
      }
      const document = this.workspace.snapshot.documents.get(uri)
      if (!document) return
      const start = offsetAt(document.lines, change.range.start)
      const end = Math.max(start, offsetAt(document.lines, change.range.end))
      const edit: Edit = { start, end, text: change.text }
      this.workspace.apply([{ kind: 'edit', uri, edits: [edit] }])
    }
  }

  /** The version of an open document that the newest snapshot shows; null for others. */
  versionOf(uri: string): number | null {
    return this.opened.get(uri) ?? null
  }

  close(uri: string): void {
    this.opened.delete(uri)
    this.workspace.apply([{ kind: 'close', uri }])
    if (this.looked.has(uri)) void this.read(uri)
  }

  /** Reads the folder's other documents, once; watching keeps them current. */
  loadAll(): Promise<void> {
    this.loading ??= this.readAll()
    return this.loading
  }

  /** A file changed on disk; of an open document the editor knows better. */
  reload(uri: string): void {
    if (!this.loading || this.opened.has(uri) || !/\.(?:md|markdown|qmd|rmd)$/i.test(uri)) return
    void this.read(uri)
  }

  private async readAll(): Promise<void> {
    for (const uri of this.source.documentsIn(this.folders())) if (!this.opened.has(uri)) await this.read(uri)
  }

  private async read(uri: string): Promise<void> {
    const text = await this.source.readDocument(uri)
    if (this.opened.has(uri)) return
    this.looked.add(uri)
    this.workspace.apply([text === undefined ? { kind: 'close', uri } : { kind: 'open', uri, text }])
  }
}
