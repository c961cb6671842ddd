import type { Entry } from '../bibliography/entry.js'
import { derived } from '../text/derived.js'
import { referenceListsOf, type UnplacedEntry } from '../workspace/references.js'
import type { View } from '../workspace/view.js'
import type { Problem } from './rule.js'

/** What a rule says of the entry at an index of a list. */
export interface Remark {
  readonly index: number
  readonly message: string
}

/**
 * The problems of a rule that looks at one reference list at a time: asked once for each list, and again when a word of
 * the list changes, not when the list moves.
 */
export function ofOwnLists(
  remarksOn: (entries: readonly Entry[]) => readonly Remark[],
): (view: View) => Iterable<Problem> {
  const remembered = derived((list: readonly UnplacedEntry[]) => remarksOn(list.map(({ entry }) => entry)))
  return function* (view) {
    for (const { unplaced, spanOf } of referenceListsOf(view)) {
      for (const { index, message } of remembered(unplaced)) {
        const { start, end } = spanOf(index)
        yield { start, end, message }
      }
    }
  }
}

/** The same for a rule that looks at one entry at a time. */
export function ofOwnEntries(
  messageFor: (entry: Entry) => string | undefined,
): (view: View) => Iterable<Problem> {
  const remembered = derived(messageFor)
  return ofOwnLists((entries) =>
    entries.flatMap((entry, index) => {
      const message = remembered(entry)
      return message === undefined ? [] : [{ index, message }]
    }),
  )
}
