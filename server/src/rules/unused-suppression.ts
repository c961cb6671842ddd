import { suppressionsOf } from '../prose/suppressions.js'
import { isRuleId } from './registry.js'
import type { Rule } from './rule.js'
import { silences } from './suppress.js'

/** A comment that silences a rule where the rule has nothing to say. */
export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  summary: 'A comment silences a rule that has nothing to say there.',
  severity: 'hint',
  readsFindings: true,
  *check(view, others) {
    for (const suppression of suppressionsOf(view.document)) {
      if (suppression.unknown !== undefined || suppression.isEnable) continue
      const { start, end, rules } = suppression
      if (rules.length === 0 && !others.some((finding) => silences(suppression, finding))) {
        yield { start, end, message: 'This comment silences nothing', isUnnecessary: true }
      }
      for (const rule of rules) {
        if (!isRuleId(rule.id)) continue
        if (others.some((finding) => finding.rule === rule.id && silences(suppression, finding))) continue
        yield {
          start: rule.start,
          end: rule.end,
          message: `'${rule.id}' finds nothing here to silence`,
          isUnnecessary: true,
        }
      }
    }
  },
}
