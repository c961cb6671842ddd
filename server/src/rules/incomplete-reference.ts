import { missingIn, truncatedAuthor } from '../bibliography/missing.js'
import { ofOwnEntries } from './own-entries.js'
import type { Rule } from './rule.js'

/** A reference that lacks what its type needs, or whose author breaks off. */
export const incompleteReference: Rule = {
  id: 'incomplete-reference',
  summary: 'A reference lacks what a work of its type needs, or an author breaks off.',
  severity: 'information',
  check: ofOwnEntries((entry) => {
    const missing = missingIn(entry)
    const truncated = truncatedAuthor(entry)
    const remarks = [
      ...(missing.length > 0 ? [`The reference lacks ${missing.join(', ')}`] : []),
      ...(truncated === undefined ? [] : [`The author '${truncated}' breaks off`]),
    ]
    return remarks.length > 0 ? remarks.join('; ') : undefined
  }),
}
