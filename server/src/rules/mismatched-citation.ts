import type { Name } from '../text/name.js'
import { citesByPart, knowsAllSources } from '../workspace/cites.js'
import { catalogueOf, citableOf } from '../workspace/library.js'
import { shortLabel } from '../bibliography/render.js'
import type { View } from '../workspace/view.js'
import type { Rule } from './rule.js'
import { unansweredIn } from './undefined-citation.js'

/** A citation whose author or year differs a little from the one entry that it can mean. */
export const mismatchedCitation: Rule = {
  id: 'mismatched-citation',
  summary: 'The author or year of a citation differs from the entry that it all but names.',
  severity: 'warning',
  *check(view) {
    if (!knowsAllSources(view)) return
    const catalogue = catalogueOf(view)
    for (const { place, cites } of citesByPart(view)) {
      for (const { target, near } of unansweredIn(cites, catalogue)) {
        if (!near) continue
        const [start, end] = [place.start + target.start, place.start + target.end]
        yield { start, end, message: `No entry fits exactly; the nearest is ${labelOf(view, near)}` }
      }
    }
  },
}

function labelOf(view: View, name: Name): string {
  return shortLabel(citableOf(view).find(name)[0]!)
}
