import { contains } from '../text/span.js'
import type { Cite } from './cite.js'
import { authorYear } from './syntaxes/author-year.js'

/**
 * Of citations that overlap, the longest; of equally long ones, the earlier in `cites`. One that lies inside the winner
 * hands it the works that the winner does not name itself: "^[see @li]", "(Li, 2009; [@chen])".
 *
 * @returns the citations in order of place
 */
export function withoutOverlaps(cites: readonly Cite[]): readonly Cite[] {
  if (cites.length < 2) return cites
  const kept: Cite[] = []
  for (const cite of [...cites].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || last.end <= cite.start) kept.push(cite)
    else if (contains(last, cite)) kept[kept.length - 1] = withTargetsOf(last, cite)
    else if (cite.end - cite.start > last.end - last.start) kept[kept.length - 1] = cite
  }
  return kept
}

/**
 * A weak citation inside another is no proof of a work of its own. Nor are a name and a year in a note that says much
 * more: they are part of the reference that the note spells out, "^[Li A. Title. J Foo 2009;3:1.]".
 */
function withTargetsOf(outer: Cite, inner: Cite): Cite {
  if (inner.weak || inner.targets.length === 0) return outer
  const isPassing = 2 * (inner.end - inner.start) < outer.end - outer.start
  if (outer.targets.length === 0 && inner.syntax === authorYear.name && isPassing) return outer
  const more = inner.targets.filter((target) => !outer.targets.some((known) => known.end > target.start))
  return more.length === 0 ? outer : { ...outer, targets: [...outer.targets, ...more] }
}
