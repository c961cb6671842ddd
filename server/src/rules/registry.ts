import * as registered from './index.js'
import type { Rule } from './rule.js'

/** All rules, by their ids, those that look at what the others found behind them. A module's exports have no order of their own. */
const rules: readonly Rule[] = Object.values<Rule>(registered).sort(
  (a, b) => Number(a.readsFindings ?? false) - Number(b.readsFindings ?? false) || (a.id < b.id ? -1 : 1),
)

export function allRules(): readonly Rule[] {
  return rules
}

export function ruleById(id: string): Rule | undefined {
  return allRules().find((rule) => rule.id === id)
}

export function isRuleId(id: string): boolean {
  return ruleById(id) !== undefined
}
