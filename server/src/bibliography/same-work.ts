import { derived } from '../text/derived.js'
import type { Entry } from './entry.js'

/** What tells a work from all others: each of its identifiers, and its title with its year. Two entries that share one are the same work. */
export const marksOf: (entry: Entry) => readonly string[] = derived(
  ({ doi, pmid, pmcid, title, year }: Entry) => {
    const folded = foldedTitle(title)
    return [
      ...(doi ? [`doi ${doi.toLowerCase()}`] : []),
      ...(pmid ? [`pmid ${pmid}`] : []),
      ...(pmcid ? [`pmcid ${pmcid.toUpperCase()}`] : []),
      // "Introduction" and "Editorial" are the titles of many works.
      ...(folded.length >= shortestTitle ? [`title ${folded} ${year ?? ''}`] : []),
    ]
  },
)

const shortestTitle = 16

/** Whether two entries are the same work, however they are written. Different DOIs are different works, whatever the titles. */
export function areSameWork(one: Entry, other: Entry): boolean {
  if (one.doi && other.doi) return one.doi.toLowerCase() === other.doi.toLowerCase()
  const marks = new Set(marksOf(one))
  return marksOf(other).some((mark) => marks.has(mark))
}

/** The same, or the very same entry: short titles tell no works apart, places do. */
export function areOneWork(one: Entry, other: Entry): boolean {
  if (one === other) return true
  const [a, b] = [one.source, other.source]
  const isOnePlace = a.uri === b.uri && a.span.start === b.span.start && a.span.end === b.span.end
  return isOnePlace || areSameWork(one, other)
}

/**
 * Finds the first of some entries that is a given work, by place or by what tells works apart: in constant time for each
 * question, as a document may ask for every citation.
 */
export const workFinder: (entries: readonly Entry[]) => (entry: Entry) => number | undefined = derived(
  (entries: readonly Entry[]) => {
    const places = new Map<string, number>()
    const marks = new Map<string, number[]>()
    for (const [index, entry] of entries.entries()) {
      if (!places.has(placeOf(entry))) places.set(placeOf(entry), index)
      for (const mark of marksOf(entry))
        marks.set(mark, [...(marks.get(mark) ?? []), index].slice(0, mostAlike))
    }
    return (entry: Entry) => {
      const here = places.get(placeOf(entry))
      if (here !== undefined) return here
      const alike = marksOf(entry).flatMap((mark) => marks.get(mark) ?? [])
      const found = alike.filter((index) => areSameWork(entries[index]!, entry))
      return found.length === 0 ? undefined : Math.min(...found)
    }
  },
)

/** A hundred entries of one title and year are no works to be told apart. */
const mostAlike = 20

function placeOf({ source: { uri, span } }: Entry): string {
  return `${uri} ${span.start} ${span.end}`
}

/** Letters and digits alone, without case: what is left of a title however it is written. */
export function foldedTitle(title = ''): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
