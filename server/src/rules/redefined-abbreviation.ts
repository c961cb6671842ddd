import { positionAt } from '../text/lines.js'
import type { Definition } from '../workspace/abbreviations.js'
import { definitionsInBody, saysTheSame } from '../workspace/meanings.js'
import type { View } from '../workspace/view.js'
import type { Rule } from './rule.js'

/** An abbreviation that stands for two things, or is spelled out although it has been before. */
export const redefinedAbbreviation: Rule = {
  id: 'redefined-abbreviation',
  summary: 'An abbreviation is spelled out twice, or stands for two things.',
  severity: 'information',
  *check(view) {
    for (const { definition, first } of redefinitions(view)) {
      const { start } = definition.long.start < definition.short.start ? definition.long : definition.short
      const end = Math.max(definition.long.end, definition.short.end)
      const line = positionAt(view.document.lines, first.long.start).line + 1
      const message = saysTheSame(definition.meaning, first.meaning)
        ? `'${definition.written}' was spelled out in line ${line}`
        : `'${definition.written}' stands for '${first.meaning}' in line ${line}`
      yield { start, end, message }
    }
  },
}

/** The definitions of abbreviations that have one already, each with the one nearest before it. */
export function redefinitions(view: View): readonly { definition: Definition; first: Definition }[] {
  const last = new Map<string, Definition>()
  return definitionsInBody(view).flatMap((definition) => {
    // One letter is a variable, and new in each formula.
    if (definition.written.length < 2) return []
    const first = last.get(definition.written)
    last.set(definition.written, definition)
    return first ? [{ definition, first }] : []
  })
}
