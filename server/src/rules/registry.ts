import * as registered from './index.js'
import type { Rule } from './rule.js'

/** All rules, in the order of the index. */
export function allRules(): readonly Rule[] {
  return Object.values(registered)
}

export function ruleById(id: string): Rule | undefined {
  return allRules().find((rule) => rule.id === id)
}

export function isRuleId(id: string): boolean {
  return ruleById(id) !== undefined
}
