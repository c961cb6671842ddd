import { derived } from '../text/derived.js'
import { isIdentifier, type Name } from '../text/name.js'
import { citesByPart, knowsAllSources, type PartCite, type PartTarget } from '../workspace/cites.js'
import { catalogueOf } from '../workspace/library.js'
import { nearMissOf } from '../workspace/near-miss.js'
import type { View } from '../workspace/view.js'
import type { Rule } from './rule.js'

/** A citation that points to nothing in the reference list and in no library. */
export const undefinedCitation: Rule = {
  id: 'undefined-citation',
  summary: 'A citation points to no entry of the reference list or of a library.',
  severity: 'warning',
  *check(view) {
    if (!knowsAllSources(view)) return
    const catalogue = catalogueOf(view)
    for (const { place, cites } of citesByPart(view)) {
      for (const { syntax, target } of withoutEntry(cites)) {
        // What nearly names an entry is a matter for mismatched-citation.
        if (!canBeDefined(view, syntax) || nearMissOf(catalogue, target.names)) continue
        const [start, end] = [place.start + target.start, place.start + target.end]
        yield { start, end, message: `No entry for ${spoken(target.names[0]!)}` }
      }
    }
  },
}

/** The citations of a part that no entry answers to, and that do not say themselves where they lead. */
export const withoutEntry = derived((cites: readonly PartCite[]) =>
  cites.flatMap(({ syntax, targets }) =>
    targets
      .filter((target) => target.entries.length === 0 && !isItsOwnSource(target))
      .map((target) => ({ syntax, target })),
  ),
)

/** A DOI, a PMID or an address says itself where it leads. */
function isItsOwnSource({ names }: PartTarget): boolean {
  return names.some(isIdentifier)
}

/** A key or a footnote needs a definition somewhere; a number or an author only where there is a list at all. */
function canBeDefined(view: View, syntax: string): boolean {
  return syntax === 'pandoc' || syntax === 'footnote' || catalogueOf(view).size > 0
}

function spoken(name: Name): string {
  const value = name.slice(name.indexOf(':') + 1)
  if (name.startsWith('number:')) return `number ${value} in the reference list`
  if (name.startsWith('footnote:')) return `footnote '${value}'`
  if (name.startsWith('author-year:'))
    return `'${value.replace(/-(?=\d{4}\w?$)/, ' ')}' in the reference list`
  return `'${value}'`
}
