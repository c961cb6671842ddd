import { overlaps } from '../text/span.js'
import { definitionsByName, usesOf, type Definition } from '../workspace/abbreviations.js'
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

/** Abbreviations that are no plain words cannot be told in the text with certainty; they are left alone. */
function isUnused(view: View, { written, short }: Definition): boolean {
  const uses = usesOf(view, written)
  const definitions = definitionsByName(view).get(written) ?? []
  const isSeen = uses.some((use) => overlaps(use, short))
  return isSeen && uses.every((use) => definitions.some((one) => overlaps(use, one.short)))
}
