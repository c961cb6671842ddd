import { looksAbbreviated } from '../terms/acronyms.js'
import type { Span } from '../text/span.js'
import { definitionsByName, usesByPart, usesOf } from '../workspace/abbreviations.js'
import { isBody, isKnown, isSymbol } from '../workspace/meanings.js'
import type { View } from '../workspace/view.js'
import type { Rule } from './rule.js'

/** An abbreviation that the document uses and never spells out, and that not every reader knows. Said at its first use. */
export const undefinedAbbreviation: Rule = {
  id: 'undefined-abbreviation',
  summary: 'An abbreviation is used several times and never spelled out.',
  severity: 'hint',
  *check(view) {
    for (const written of unexplained(view)) {
      const uses = usesOf(view, written).filter(
        (use) => use.place === 'prose' && !use.isPart && isBody(view, use.start),
      )
      const [first] = uses
      if (!first || uses.length < fewestUses || isInBrackets(view, first)) continue
      yield { start: first.start, end: first.end, message: `'${written}' is never spelled out` }
    }
  },
}

/** What opens a bracket at its first use explains the words before it, in some way. */
function isInBrackets(view: View, { start }: Span): boolean {
  return /[([][*_]{0,3}$/.test(view.document.content.slice(Math.max(0, start - 4), start))
}

/** What stands once or twice is mostly the name of an institute, a program or a data set. */
const fewestUses = 3

function unexplained(view: View): ReadonlySet<string> {
  const defined = definitionsByName(view)
  const found = new Set<string>()
  for (const { uses } of usesByPart(view)) {
    for (const written of uses.keys()) {
      if (found.has(written) || !looksAbbreviated(written)) continue
      // "IGF-1" needs no words of its own where "IGF" has them.
      const names = [written, written.replace(/-[^-]{1,3}$/, '')]
      if (names.some((name) => defined.has(name) || isKnown(view, name) || isSymbol(view, name))) continue
      found.add(written)
    }
  }
  return found
}
