import type { Entry } from '../bibliography/entry.js'
import { shortLabel } from '../bibliography/render.js'
import { citesOf } from '../workspace/cites.js'
import { referenceListsOf } from '../workspace/references.js'
import type { Rule } from './rule.js'

/** An entry of the document's own reference list that its text never cites. */
export const unusedReference: Rule = {
  id: 'unused-reference',
  summary: 'An entry of the reference list is cited nowhere in the text.',
  severity: 'hint',
  *check(view) {
    const cited = new Set<Entry>(
      citesOf(view).flatMap(({ targets }) => targets.flatMap(({ entries }) => entries)),
    )
    for (const { entries } of referenceListsOf(view)) {
      for (const entry of entries) {
        if (cited.has(entry)) continue
        yield {
          ...entry.source.span,
          message: `Nothing in the text cites ${shortLabel(entry)}`,
          isUnnecessary: true,
        }
      }
    }
  },
}
