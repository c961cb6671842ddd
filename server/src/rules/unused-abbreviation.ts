import { overlaps } from '../text/span.js'
import { countOf, usesOf } from '../workspace/abbreviation-uses.js'
import { definitionsByName, type Definition } from '../workspace/abbreviations.js'
import { definitionsInBody } from '../workspace/meanings.js'
import type { View } from '../workspace/view.js'
import type { Rule } from './rule.js'

/** An abbreviation that is spelled out and then never used. */
export const unusedAbbreviation: Rule = {
  id: 'unused-abbreviation',
  summary: 'An abbreviation is spelled out and never used.',
  severity: 'hint',
  *check(view) {
    for (const definition of definitionsInBody(view)) {
      if (!isUnused(view, definition)) continue
      const { start, end } = definition.short
      yield { start, end, message: `'${definition.written}' is used nowhere else`, isUnnecessary: true }
    }
  },
}

/**
 * Abbreviations that are no plain words cannot be told in the text with certainty; they are left alone. What is spelled out twice is
 * a matter for redefined-abbreviation.
 */
function isUnused(view: View, { written, short }: Definition): boolean {
  if (definitionsByName(view).get(written)!.length > 1) return false
  if (countOf(view, written) !== 1) return false
  return usesOf(view, written).every((use) => overlaps(use, short))
}
