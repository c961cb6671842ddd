import { positionAt } from '../text/lines.js'
import { firstUseOf } from '../workspace/abbreviation-uses.js'
import type { Definition } from '../workspace/abbreviations.js'
import { definitionsInBody, isBody, isKnown } from '../workspace/meanings.js'
import type { View } from '../workspace/view.js'
import type { Rule } from './rule.js'

/** An abbreviation that readers meet before they are told what it stands for. Said at its first use. */
export const lateAbbreviation: Rule = {
  id: 'late-abbreviation',
  summary: 'An abbreviation is spelled out only after its first use.',
  severity: 'information',
  *check(view) {
    for (const { first, definition } of lateDefinitions(view)) {
      const line = positionAt(view.document.lines, definition.long.start).line + 1
      const message = `'${definition.written}' is spelled out only in line ${line}`
      yield { start: first.start, end: first.end, message }
    }
  },
}

/** The first definitions of abbreviations that stand behind a use, each with that use. */
export function* lateDefinitions(view: View) {
  const seen = new Set<string>()
  for (const definition of definitionsInBody(view)) {
    if (seen.has(definition.written) || isKnown(view, definition.written)) continue
    seen.add(definition.written)
    const first = firstUseOf(
      view,
      definition.written,
      ({ place, isPart }, start) => place === 'prose' && !isPart && isBody(view, start),
    )
    if (first && first.start < beginningOf(definition)) yield { first, definition }
  }
}

function beginningOf({ short, long }: Definition): number {
  return Math.min(short.start, long.start)
}
