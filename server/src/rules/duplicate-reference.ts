import type { Entry } from '../bibliography/entry.js'
import { shortLabel } from '../bibliography/render.js'
import { areSameWork, marksOf } from '../bibliography/same-work.js'
import { ofOwnLists, type Remark } from './own-entries.js'
import type { Rule } from './rule.js'

/** A work that stands twice in one list of references, however it is written. */
export const duplicateReference: Rule = {
  id: 'duplicate-reference',
  summary: 'A work stands twice in one list of references.',
  severity: 'warning',
  check: ofOwnLists(duplicatesIn),
}

/** The later of two entries is the one too many. */
function duplicatesIn(entries: readonly Entry[]): readonly Remark[] {
  const firsts = new Map<string, number>()
  const remarks: Remark[] = []
  entries.forEach((entry, index) => {
    const marks = marksOf(entry)
    const earlier = marks.map((mark) => firsts.get(mark)).find((one) => one !== undefined)
    if (earlier !== undefined && areSameWork(entries[earlier]!, entry)) {
      const message = `The same work as entry ${earlier + 1} of the list, ${shortLabel(entries[earlier]!)}`
      remarks.push({ index, message })
    }
    for (const mark of marks) if (!firsts.has(mark)) firsts.set(mark, index)
  })
  return remarks
}
