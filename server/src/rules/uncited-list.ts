import { referenceListsOf } from '../workspace/references.js'
import type { Rule } from './rule.js'
import { citedEntries } from './unused-reference.js'

/** A list of references of which the text cites not one: said once, at the list's heading. */
export const uncitedList: Rule = {
  id: 'uncited-list',
  summary: 'The text cites nothing of a whole list of references.',
  severity: 'warning',
  *check(view) {
    const cited = citedEntries(view)
    let first = 0
    for (const { heading, unplaced } of referenceListsOf(view)) {
      const isCited = unplaced.some((_, i) => cited.has(first + i))
      first += unplaced.length
      if (isCited || unplaced.length === 0) continue
      const what = unplaced.length === 1 ? 'this reference' : `any of these ${unplaced.length} references`
      yield { start: heading.start, end: heading.end, message: `Nothing in the text cites ${what}` }
    }
  },
}
