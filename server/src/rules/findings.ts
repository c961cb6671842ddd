import { suppressionsOf } from '../prose/suppressions.js'
import { derived } from '../text/derived.js'
import type { View } from '../workspace/view.js'
import { allRules } from './registry.js'
import type { Severity } from '../workspace/settings.js'
import type { Finding, Problem, Rule } from './rule.js'
import { silences } from './suppress.js'

/** What is wrong with a document, and which rules broke while looking. */
export interface Report {
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
}

export interface Failure {
  readonly rule: string
  readonly error: unknown
}

/** All findings that no comment silences, in the order of the text. A rule that throws loses its own findings alone. */
export const reportOf: (view: View) => Report = derived((view: View) => checkedBy(view, allRules()))

/** Field by field: there may be thousands at each keystroke, and copies of unknown shape take ten times as long. */
function findingOf(problem: Problem, rule: string, severity: Severity): Finding {
  const { start, end, message } = problem
  if (!problem.isUnnecessary) return { start, end, message, rule, severity }
  return { start, end, message, rule, severity, isUnnecessary: true }
}

/** The same with other rules: tests hand in one that throws. */
export function checkedBy(view: View, rules: readonly Rule[]): Report {
  const findings: Finding[] = []
  const failures: Failure[] = []
  // The registry's last rule reports unused suppressions, so it must see what all others found.
  for (const rule of rules) {
    const severity = view.settings.rules[rule.id] ?? rule.severity
    if (severity === 'off') continue
    const known = findings.length
    try {
      // A rule that reads the findings must not see its own among them.
      const others = rule.readsFindings ? [...findings] : findings
      for (const problem of rule.check(view, others)) findings.push(findingOf(problem, rule.id, severity))
    } catch (error) {
      findings.length = known
      failures.push({ rule: rule.id, error })
    }
  }
  const suppressions = suppressionsOf(view.document)
  const heard =
    suppressions.length === 0
      ? findings
      : findings.filter((one) => !suppressions.some((comment) => silences(comment, one)))
  return { findings: heard.sort((a, b) => a.start - b.start || a.end - b.end), failures }
}
