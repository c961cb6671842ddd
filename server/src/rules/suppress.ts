import type { Suppression } from '../prose/suppressions.js'
import { overlaps } from '../text/span.js'
import type { Finding } from './rule.js'

/** Whether a comment silences a finding: it names the finding's rule or none, and reaches the line it begins on. */
export function silences(suppression: Suppression, finding: Finding): boolean {
  if (suppression.unknown !== undefined || suppression.isEnable) return false
  if (finding.start >= (suppression.reopened.get(finding.rule) ?? Infinity)) return false
  if (suppression.rules.length > 0 && !suppression.rules.some(({ id }) => id === finding.rule)) return false
  const { start, end } = finding
  return overlaps(suppression.scope, { start, end: Math.max(end, start + 1) })
}
