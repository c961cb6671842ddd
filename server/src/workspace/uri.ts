import { URI, Utils } from 'vscode-uri'

/** The address of a path that a document names: relative to the document's folder, or absolute. */
export function resolvedUri(document: string, path: string): string {
  const base = URI.parse(document)
  if (/^[a-z][\w+.-]+:\/\//i.test(path)) return URI.parse(path).toString()
  if (/^[a-z]:[\\/]/i.test(path)) return URI.file(path).toString()
  const slashed = path.replace(/\\/g, '/')
  if (slashed.startsWith('/')) return base.with({ path: slashed }).toString()
  // A document that was never saved has no folder.
  if (base.scheme === 'untitled') return base.with({ path: `/${slashed}` }).toString()
  return Utils.resolvePath(Utils.dirname(base), slashed).toString()
}
