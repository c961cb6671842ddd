import { isPreprint } from '../bibliography/evidence.js'
import { ofOwnEntries } from './own-entries.js'
import type { Rule } from './rule.js'

/** A reference to a manuscript that no journal has reviewed, as far as the entry says. */
export const preprintSource: Rule = {
  id: 'preprint-source',
  summary: 'A reference is a preprint: a manuscript before peer review.',
  severity: 'hint',
  check: ofOwnEntries((entry) =>
    isPreprint(entry) ? 'A preprint: see whether it has been published since, and cite that' : undefined,
  ),
}
