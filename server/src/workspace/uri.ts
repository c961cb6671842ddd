import { URI, Utils } from 'vscode-uri'

/** Where paths may start from besides the folder of the document that names them. Addresses. */
export interface Places {
  /** The folders of the project, as the editor has them open or the terminal stands in one. */
  readonly folders: readonly string[]
  /** The user's own folder, which `~` stands for; undefined where nobody knows it. */
  readonly home?: string | undefined
}

export const noPlaces: Places = { folders: [] }

/**
 * The addresses that a path in a document may mean, the likeliest first and each once: from the document's folder, as
 * Pandoc and Quarto read it, then from the folder of the project, where Pandoc is run and Quarto looks for "/refs.bib".
 * Folders that do not hold the document count only where none does, as for a document that was never saved.
 */
export function possibleUris(document: string, path: string, { folders, home }: Places): readonly string[] {
  if (home !== undefined && /^~[\\/]/.test(path)) return [below(home, path.slice(2))]
  const own = resolvedUri(document, path)
  if (address.test(path) || drive.test(path)) return [own]
  const slashed = path.replace(/\\/g, '/').replace(/^\/+/, '')
  const holding = folders.filter((folder) => holds(folder, document))
  const nearestFirst = [...(holding.length > 0 ? holding : folders)].sort((a, b) => b.length - a.length)
  return [...new Set([own, ...nearestFirst.map((folder) => below(folder, slashed))])]
}

/** Whether a file lies in a folder, at whatever depth. */
export function holds(folder: string, uri: string): boolean {
  return normalUri(uri).startsWith(`${normalUri(folder).replace(/\/$/, '')}/`)
}

/** An address in the form that this module writes, whoever wrote it. */
export function normalUri(uri: string): string {
  return URI.parse(uri).toString()
}

/** The address of the folder that holds a file, and the file's name in it. */
export function folderAndName(uri: string): { readonly folder: string; readonly name: string } {
  const parsed = URI.parse(uri)
  return { folder: Utils.dirname(parsed).toString(), name: Utils.basename(parsed) }
}

/** The address of a path that a document names: relative to the document's folder, or absolute. */
export function resolvedUri(document: string, path: string): string {
  const base = URI.parse(document)
  if (address.test(path)) return URI.parse(path).toString()
  if (drive.test(path)) return URI.file(path).toString()
  const slashed = path.replace(/\\/g, '/')
  if (slashed.startsWith('/')) return base.with({ path: slashed }).toString()
  // A document that was never saved has no folder.
  if (base.scheme === 'untitled') return base.with({ path: `/${slashed}` }).toString()
  return Utils.resolvePath(Utils.dirname(base), slashed).toString()
}

const address = /^[a-z][\w+.-]+:\/\//i
const drive = /^[a-z]:[\\/]/i

function below(folder: string, path: string): string {
  return Utils.resolvePath(URI.parse(folder), path.replace(/\\/g, '/')).toString()
}
