import type { Entry } from '../bibliography/entry.js'
import type { Library } from '../bibliography/library.js'
import { derived } from '../text/derived.js'

/** Key, authors, year and title: what a writer may remember of a work. */
export function searchText({ names, authors, year, title }: Entry): string {
  const key = names.find((name) => name.startsWith('key:'))?.slice('key:'.length)
  const people = authors.slice(0, 6).map(({ family, literal }) => family ?? literal)
  return [key, ...people, year, title].filter((part) => part !== undefined).join(' ')
}

/** The same in lower case for all entries of a part of a library, made once. */
const searchTexts: (entries: readonly Entry[]) => readonly string[] = derived((entries: readonly Entry[]) =>
  entries.map((entry) => searchText(entry).toLowerCase()),
)

/** The entries in which every word of a query occurs, at most so many, in the library's order. */
export function entriesWith({ parts }: Library, query: string, most: number): readonly Entry[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '') // prettier-ignore
  const found: Entry[] = []
  for (const { entries } of parts) {
    const texts = searchTexts(entries)
    for (let i = 0; i < entries.length && found.length < most; i++)
      if (words.every((word) => texts[i]!.includes(word))) found.push(entries[i]!)
  }
  return found
}
