import type { Entry } from '../bibliography/entry.js'
import type { Library } from '../bibliography/library.js'
import { derived } from '../text/derived.js'

/** Key, authors, year and title: what a writer may remember of a work. */
export function searchText({ names, authors, year, title }: Entry): string {
  const key = names.find((name) => name.startsWith('key:'))?.slice('key:'.length)
  const people = authors.slice(0, 6).map(({ family, literal }) => family ?? literal)
  return [key, ...people, year, title].filter((part) => part !== undefined).join(' ')
}

/** The same in lower case for all entries of a part of a library, one a line and made once, and where each line begins. */
const searchLines = derived((entries: readonly Entry[]) => {
  const lines = entries.map((entry) => searchText(entry).toLowerCase().replace(/\n/g, ' '))
  const starts = new Uint32Array(lines.length)
  for (let i = 1; i < lines.length; i++) starts[i] = starts[i - 1]! + lines[i - 1]!.length + 1
  return { text: lines.join('\n'), starts }
})

/**
 * The entries in which every word of a query occurs, at most so many, in the library's order. The longest word is sought
 * in all lines at once, which takes a millisecond where looking at 72,000 lines one by one takes five.
 */
export function entriesWith({ parts }: Library, query: string, most: number): readonly Entry[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '') // prettier-ignore
  const [longest = '', ...others] = words.sort((a, b) => b.length - a.length)
  const found: Entry[] = []
  for (const { entries } of parts) {
    const { text, starts } = searchLines(entries)
    let line = 0
    for (; line < entries.length && found.length < most; line++) {
      const at = text.indexOf(longest, starts[line])
      if (at < 0) break
      line = lineAt(starts, at)
      const written = text.slice(starts[line], starts[line + 1] ?? text.length)
      if (others.every((word) => written.includes(word))) found.push(entries[line]!)
    }
  }
  return found
}

/** The line that an offset falls on. */
function lineAt(starts: Uint32Array, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
