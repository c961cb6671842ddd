import { citesByPart } from '../workspace/cites.js'
import { citableOf } from '../workspace/library.js'
import type { View } from '../workspace/view.js'
import type { Problem } from './rule.js'

/** The problems of a rule with entries of libraries, where the text cites them: a message for the index of an entry in what can be cited. */
export function* ofCitedEntries(
  view: View,
  messageFor: (index: number) => string | undefined,
): Iterable<Problem> {
  const { entries } = citableOf(view)
  for (const { place, cites } of citesByPart(view)) {
    for (const target of cites.flatMap(({ targets }) => targets)) {
      const index = target.entries.find((one) => entries[one]!.source.uri !== view.uri)
      const message = index === undefined ? undefined : messageFor(index)
      if (message) yield { start: place.start + target.start, end: place.start + target.end, message }
    }
  }
}
