import { shortLabel } from '../bibliography/render.js'
import { areSameWork } from '../bibliography/same-work.js'
import { derived } from '../text/derived.js'
import { citesByPart, type PartCite } from '../workspace/cites.js'
import { citableOf } from '../workspace/library.js'
import type { Rule } from './rule.js'

/** A citation that fits several works. */
export const ambiguousCitation: Rule = {
  id: 'ambiguous-citation',
  summary: 'A citation fits several entries.',
  severity: 'warning',
  *check(view) {
    for (const { place, cites } of citesByPart(view)) {
      for (const target of withSeveralEntries(cites)) {
        const entries = target.entries.map((index) => citableOf(view).entries[index]!)
        // One work that stands in a list and in a library, or twice in a list, is still one work.
        const others = entries.slice(1).filter((entry) => !areSameWork(entries[0]!, entry))
        if (others.length === 0) continue
        const titles = [entries[0]!, ...others].map((entry) => `“${entry.title ?? shortLabel(entry)}”`)
        const [start, end] = [place.start + target.start, place.start + target.end]
        yield { start, end, message: `This citation fits ${titles.length} entries: ${titles.join(', ')}` }
      }
    }
  },
}

/** A key that stands twice is a matter for duplicate-key, a number for misnumbered-reference. */
const withSeveralEntries = derived((cites: readonly PartCite[]) =>
  cites
    .flatMap(({ targets }) => targets)
    .filter(({ entries, names }) => entries.length > 1 && names[0]!.startsWith('author-year:')),
)
