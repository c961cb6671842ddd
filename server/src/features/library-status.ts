import { parsedLibrary } from '../workspace/library.js'
import type { NamedLibrary } from '../workspace/view.js'

/** How a library was read. */
export interface LibraryStatus {
  readonly path: string
  readonly uri: string
  readonly state: 'loading' | 'read' | 'unreadable'
  readonly entries: number
  /** How many entries could not be read. */
  readonly skipped: number
  /** What was skipped or went wrong, with its zero-based line, up to a limit. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[]
}

const mostProblems = 20

/** What there is to say of a library that a document names. */
export function libraryStatus({ path, file }: NamedLibrary): LibraryStatus {
  const { uri } = file
  const unread = { path, uri, entries: 0, skipped: 0, problems: [] }
  if (file.state === 'loading') return { ...unread, state: file.state }
  if (file.state === 'unreadable')
    return { ...unread, state: file.state, problems: [{ line: 0, reason: file.reason }] }
  const parsed = parsedLibrary(file)
  if (!parsed)
    return { ...unread, state: 'unreadable', problems: [{ line: 0, reason: 'its format is not known' }] }
  const { items, skipped } = parsed
  const problems = skipped.slice(0, mostProblems)
  return { path, uri, state: 'read', entries: items.length, skipped: skipped.length, problems }
}
