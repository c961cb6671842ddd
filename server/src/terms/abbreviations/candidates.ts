import type { Span } from '../../text/span.js'
import { alignmentsIn, type Alignment, type Word } from './alignment.js'
import { isAcronym } from './short-form.js'
import { SiteKind, sitesIn, type Site } from './sites.js'

/** A long form that a site may have, and what is known of the site's others, to compare with. */
export interface Candidate {
  readonly site: Site
  readonly long: Span
  readonly alignment: Alignment
  /** The words of the long form, the last one first. */
  readonly words: readonly Word[]
  /** How many more words before the long form's end may begin it. */
  readonly rank: number
  /** The lowest cost among all, and how many words the shortest candidate has that costs no more. */
  readonly cheapest: number
  readonly cheapestWords: number
  /** The cost from the next start on, and from the one before: what the first word saves, and what one more would. */
  readonly shorter: number
  readonly longer: number
}

/** The candidates of each short form of a text that can have come of their words at all, in order of the short forms. */
export function candidatesIn(text: string): readonly (readonly Candidate[])[] {
  const groups = new Map<string, Candidate[]>()
  for (const site of sitesIn(text)) {
    const found = candidatesAt(text, site)
    if (found.length === 0) continue
    const key = `${site.short.start} ${site.short.end}`
    const known = groups.get(key)
    if (known) known.push(...found)
    else groups.set(key, found)
  }
  return [...groups.values()].sort((a, b) => a[0]!.site.short.start - b[0]!.site.short.start)
}

function candidatesAt(text: string, site: Site): Candidate[] {
  const { short, starts, end } = site
  const from = starts[0]
  if (from === undefined || from >= end) return []
  const alignments = alignmentsIn(text, short, { start: from, end })
  const all = starts.map((start) => alignments.from(start))
  const aligned = starts.flatMap((_, i) => (all[i]!.cost < Infinity ? [i] : []))
  if (alignments.units.length === 0 || aligned.length === 0) return []
  const best = aligned.reduce((a, b) => (all[b]!.cost <= all[a]!.cost + 1e-6 ? b : a))
  const cheapest = all[best]!.cost
  if (cheapest > dearestPerUnit(text, site) * alignments.units.length) return []
  const wordsFrom = (start: number) => alignments.words.filter((word) => word.start >= start)
  const cheapestWords = wordsFrom(starts[best]!).length
  return aligned.flatMap((i) => {
    const start = starts[i]!
    const alignment = all[i]!
    if (alignment.cost > cheapest + dearestDetour || !isPossible(text, site, start, alignment)) return []
    const shorter = all[i + 1]?.cost ?? alignment.cost + 5
    const longer = all[i - 1]?.cost ?? alignment.cost + 1
    const rank = starts.length - i
    const words = wordsFrom(start)
    return [{ site, long: { start, end }, alignment, words, rank, cheapest, cheapestWords, shorter, longer }]
  })
}

/**
 * What a unit of a short form may cost at the best of its sites, for anything to be meant. Without a bracket, letters that come of the
 * words are the only sign that there is an abbreviation; what is no acronym needs a better one than what is.
 */
function dearestPerUnit(text: string, { kind, short }: Site): number {
  if (kind >= SiteKind.named) return 0.6
  return isAcronym(text, short) ? 1 : 0.7
}

/** A beginning that costs so much more than another is never meant, and judging it costs time. */
const dearestDetour = 2

const dearestUnit = 1.3

/** Leaves out what no writer does: far more words than letters, most letters from nowhere. */
function isPossible(text: string, { kind, end }: Site, start: number, alignment: Alignment): boolean {
  const { units, places, cost } = alignment
  if (cost > dearestUnit * units.length) return false
  const tokens = text.slice(start, end).split(/\s+/).length
  const missing = places.filter((place) => place < 0).length
  if (tokens > units.length + 5 || (units.length === 1 && (missing > 0 || tokens > 2))) return false
  if (kind !== SiteKind.longBefore && missing > 1 + units.length / 4) return false
  if (missing === units.length) return units.length > 2 && tokens <= 5
  return missing <= units.length / 2 || tokens <= 7
}
