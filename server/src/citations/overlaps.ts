import { contains, overlaps } from '../text/span.js'
import type { Cite } from './cite.js'

/**
 * Of citations that overlap, the longest; of equally long ones, a certain before a weak one, and then the earlier in
 * `cites`. One that lies inside the winner hands it the works that the winner does not name itself: "^[see @li]", "(Li, 2009; [@chen])".
 *
 * @returns the citations in order of place
 */
export function withoutOverlaps(cites: readonly Cite[]): readonly Cite[] {
  if (cites.length < 2) return cites
  const kept: Cite[] = []
  for (const cite of [...cites].sort(byPlace)) {
    const last = kept.at(-1)
    if (!last || last.end <= cite.start) kept.push(cite)
    else if (contains(last, cite)) kept[kept.length - 1] = withTargetsOf(last, cite)
    else if (cite.end - cite.start > last.end - last.start) kept[kept.length - 1] = cite
  }
  return kept
}

/** Where two begin together, the one that wins comes first. */
function byPlace(a: Cite, b: Cite): number {
  return a.start - b.start || b.end - a.end || Number(a.weak ?? false) - Number(b.weak ?? false)
}

/**
 * A weak citation inside another is no proof of a work of its own. Where both mean the same words, they are two names of
 * one work: "([Li, 2009](https://doi.org/…))".
 */
function withTargetsOf(outer: Cite, inner: Cite): Cite {
  if (inner.weak || inner.targets.length === 0) return outer
  const targets = [...outer.targets]
  for (const target of inner.targets) {
    const same = targets.findIndex((known) => overlaps(known, target))
    if (same < 0) targets.push(target)
    else
      targets[same] = { ...targets[same]!, names: [...new Set([...target.names, ...targets[same]!.names])] }
  }
  const { start, end, syntax, removable } = outer
  return {
    start,
    end,
    syntax,
    ...(removable && { removable }),
    targets: targets.sort((a, b) => a.start - b.start),
  }
}
