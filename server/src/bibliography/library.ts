import type { Name } from '../text/name.js'
import type { Entry } from './entry.js'

/** What can be cited, in order, and how to find it by any of its names. */
export interface Library {
  readonly entries: readonly Entry[]
  /** The libraries that it was made of, in order: those that files hold stay the same objects while a document is typed. */
  readonly parts: readonly Library[]
  /** The entries that bear a name, in the library's order; several where the name is ambiguous. */
  find(name: Name): readonly Entry[]
  /** The same by their indices. */
  indicesOf(name: Name): readonly number[]
  /** All names made of an author and a year. */
  readonly authorYears: readonly Name[]
}

/** Indexes entries by all their names, in time linear in the names. */
export function libraryOf(entries: readonly Entry[]): Library {
  const index = new Map<Name, number[]>()
  entries.forEach(({ names }, i) => {
    for (const name of names) {
      const known = index.get(name)
      if (known) known.push(i)
      else index.set(name, [i])
    }
  })
  const indicesOf = (name: Name): readonly number[] => index.get(name) ?? none
  let authorYears: readonly Name[] | undefined
  const library: Library = {
    entries,
    get parts() {
      return [library]
    },
    indicesOf,
    find: (name) => indicesOf(name).map((i) => entries[i]!),
    get authorYears() {
      return (authorYears ??= [...index.keys()].filter((name) => name.startsWith('author-year:')))
    },
  }
  return library
}

/** Several libraries as one, whose indices go on from one to the next. Nothing is indexed again. */
export function joinedLibrary(parts: readonly Library[]): Library {
  if (parts.length === 1) return parts[0]!
  let entries: readonly Entry[] | undefined
  const indicesOf = (name: Name): readonly number[] => {
    let found: readonly number[] = none
    let first = 0
    for (const part of parts) {
      const more = part.indicesOf(name)
      if (more.length > 0) {
        const by = first
        found = [...found, ...more.map((index) => index + by)]
      }
      first += part.entries.length
    }
    return found
  }
  return {
    get entries() {
      return (entries ??= parts.flatMap((part) => part.entries))
    },
    parts,
    indicesOf,
    find: (name) => parts.flatMap((part) => part.find(name)),
    get authorYears() {
      return [...new Set(parts.flatMap((part) => part.authorYears))]
    },
  }
}

const none: readonly number[] = []
