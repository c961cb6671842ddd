import { suppressionsOf } from '../prose/suppressions.js'
import { isRuleId } from './registry.js'
import type { Rule } from './rule.js'

/** A comment that means to silence a rule, and names a rule or a directive that does not exist. */
export const unknownSuppression: Rule = {
  id: 'unknown-suppression',
  summary: 'A comment silences a rule that does not exist.',
  severity: 'warning',
  *check(view) {
    for (const { start, end, unknown, rules } of suppressionsOf(view.document)) {
      if (unknown !== undefined) {
        const known = 'bioprose-disable-next-line, -disable-line, -disable, -enable and -disable-file'
        yield { start, end, message: `Unknown directive 'bioprose-${unknown}'; there are ${known}` }
      }
      for (const rule of rules) {
        if (!isRuleId(rule.id))
          yield { start: rule.start, end: rule.end, message: `There is no rule '${rule.id}'` }
      }
    }
  },
}
