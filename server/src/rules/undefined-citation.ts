import type { Name } from '../text/name.js'
import { citesOf, knowsAllSources, type PlacedTarget } from '../workspace/cites.js'
import { citableOf } from '../workspace/library.js'
import type { View } from '../workspace/view.js'
import type { Rule } from './rule.js'

/** A citation that points to nothing in the reference list and in no library. */
export const undefinedCitation: Rule = {
  id: 'undefined-citation',
  summary: 'A citation points to no entry of the reference list or of a library.',
  severity: 'warning',
  *check(view) {
    if (!knowsAllSources(view)) return
    for (const cite of citesOf(view)) {
      for (const target of cite.targets) {
        if (target.entries.length > 0 || isItsOwnSource(target) || !canBeDefined(view, cite.syntax)) continue
        yield { start: target.start, end: target.end, message: `No entry for ${spoken(target.names[0]!)}` }
      }
    }
  },
}

/** A DOI, a PMID or an address says itself where it leads. */
function isItsOwnSource({ names }: PlacedTarget): boolean {
  return names.some((name) => /^(?:doi|pmid|pmcid|arxiv|url):/.test(name))
}

/** A key or a footnote needs a definition somewhere; a number or an author only where there is a list at all. */
function canBeDefined(view: View, syntax: string): boolean {
  return syntax === 'pandoc' || syntax === 'footnote' || citableOf(view).entries.length > 0
}

function spoken(name: Name): string {
  const value = name.slice(name.indexOf(':') + 1)
  if (name.startsWith('number:')) return `number ${value} in the reference list`
  if (name.startsWith('footnote:')) return `footnote '${value}'`
  if (name.startsWith('author-year:'))
    return `'${value.replace(/-(?=\d{4}\w?$)/, ' ')}' in the reference list`
  return `'${value}'`
}
