import type { Name } from '../text/name.js'
import type { Entry } from './entry.js'

/** What can be cited, in order, and how to find it by any of its names. */
export interface Library {
  readonly entries: readonly Entry[]
  /** The entries that bear a name, in the library's order; several where the name is ambiguous. */
  find(name: Name): readonly Entry[]
}

/** Indexes entries by all their names, in time linear in the names. */
export function libraryOf(entries: readonly Entry[]): Library {
  const index = new Map<Name, Entry[]>()
  for (const entry of entries) {
    for (const name of entry.names) {
      const known = index.get(name)
      if (known) known.push(entry)
      else index.set(name, [entry])
    }
  }
  return { entries, find: (name) => index.get(name) ?? none }
}

const none: readonly Entry[] = []
