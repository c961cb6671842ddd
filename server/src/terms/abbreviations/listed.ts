import type { Candidate } from './candidates.js'
import { SiteKind } from './sites.js'

/**
 * Whether a candidate is an entry of a list of abbreviations ("GH, growth hormone; IGF, …") or is named by a word ("growth hormone,
 * hereafter GH") and every letter of it comes of its words in the plainest way. The texts that the model learns from are abstracts,
 * which have no such lists.
 */
export function isPlain(text: string, { site, long, alignment, words }: Candidate): boolean {
  if (site.kind === SiteKind.listed ? !isEntry(text, site.short.start, long.end) : !site.isNamed) return false
  if (site.kind < SiteKind.named || alignment.places.some((place) => place < 0)) return false
  if (alignment.places[0] !== words.at(-1)?.start) return false
  return alignment.cost <= dearest * alignment.units.length
}

const dearest = 0.36

/** An entry begins where the text, a line or an entry begins, and ends likewise. */
function isEntry(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  return /(?:^|[\n;.:])\s{0,3}$/.test(before) && /^(?:$|[;.\n])/.test(text.slice(end, end + 1))
}
