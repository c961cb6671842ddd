import { isCommercial } from '../bibliography/evidence.js'
import { ofOwnEntries } from './own-entries.js'
import type { Rule } from './rule.js'

/** A reference to a page of somebody who sells what the text is about. */
export const commercialSource: Rule = {
  id: 'commercial-source',
  summary: 'A reference is a page of a company that sells something.',
  severity: 'information',
  check: ofOwnEntries((entry) =>
    isCommercial(entry) ? 'A commercial page: find an independent source for what rests on it' : undefined,
  ),
}
