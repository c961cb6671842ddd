import type { Cite } from './cite.js'

/**
 * The name of the syntax that a document cites in most often, the one met first among equals; undefined where it cites
 * nothing. Give it the citations that hold in the document: a weak one counts like any other.
 */
export function dialectOf(cites: Iterable<Cite>): string | undefined {
  const counts = new Map<string, number>()
  for (const { syntax } of cites) counts.set(syntax, (counts.get(syntax) ?? 0) + 1)
  let most: string | undefined
  for (const [syntax, count] of counts) {
    if (most === undefined || count > counts.get(most)!) most = syntax
  }
  return most
}
