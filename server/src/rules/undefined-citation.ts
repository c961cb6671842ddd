import { derived } from '../text/derived.js'
import { isIdentifier, type Name } from '../text/name.js'
import { citesByPart, knowsAllSources, type PartCite, type PartTarget } from '../workspace/cites.js'
import { catalogueOf, type Catalogue } from '../workspace/library.js'
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
      for (const { syntax, target, near } of unansweredIn(cites, catalogue)) {
        // What nearly names an entry is a matter for mismatched-citation.
        if (near || !canBeDefined(view, syntax)) continue
        const [start, end] = [place.start + target.start, place.start + target.end]
        yield { start, end, message: `No entry for ${spoken(target.names[0]!)}` }
      }
    }
  },
}

/** A citation that no entry answers to, and the name of the one that it nearly means. */
export interface Unanswered {
  readonly syntax: string
  readonly target: PartTarget
  readonly near: Name | undefined
}

/** The citations of a part that no entry answers to, and that do not say themselves where they lead. */
export function unansweredIn(cites: readonly PartCite[], catalogue: Catalogue): readonly Unanswered[] {
  const found = withoutEntry(cites)
  return found.length === 0 ? found : withNearMisses(found, catalogue)
}

const withoutEntry = derived((cites: readonly PartCite[]): readonly Unanswered[] =>
  cites.flatMap(({ syntax, targets }) =>
    targets
      .filter((target) => target.entries.length === 0 && !isItsOwnSource(target))
      .map((target) => ({ syntax, target, near: undefined })),
  ),
)

const withNearMisses = derived((found: readonly Unanswered[], catalogue: Catalogue): readonly Unanswered[] =>
  found.map((one) => ({ ...one, near: nearMissOf(catalogue, one.target.names) })),
)

/** A DOI, a PMID or an address says itself where it leads, as do Manubot's prefixes; its tags and raw keys are defined in other files. */
function isItsOwnSource({ names }: PartTarget): boolean {
  return names.some((name) => isIdentifier(name) || manubotKey.test(name))
}

const manubotKey = /^key:(?:tag|raw|doi|pmid|pmc|pmcid|arxiv|isbn|url|wikidata|clinicaltrials):/i

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
