import type { Entry } from '../bibliography/entry.js'
import { builtInRetractions, type RetractionList } from '../bibliography/retractions.js'
import { derived } from '../text/derived.js'
import { citesByPart } from '../workspace/cites.js'
import { citableOf } from '../workspace/library.js'
import { referenceListsOf, type UnplacedEntry } from '../workspace/references.js'
import type { View } from '../workspace/view.js'
import type { Problem, Rule } from './rule.js'

/** A work that was retracted, or that its journal has doubts about: where it is listed, or where a library's entry is cited. */
export const retractedReference: Rule = {
  id: 'retracted-reference',
  summary: 'A work that is listed or cited was retracted, or its journal has voiced concern.',
  severity: 'error',
  *check(view) {
    const lists = [...(view.retractions ? [view.retractions] : []), builtInRetractions()]
    for (const { unplaced, spanOf } of referenceListsOf(view)) {
      for (const { index, message } of lists.flatMap((list) => withdrawnIn(unplaced, list)).filter(isFirst)) {
        const { start, end } = spanOf(index)
        yield { start, end, message }
      }
    }
    if (view.libraries.length > 0) yield* citedFromLibraries(view, lists)
  },
}

interface Withdrawn {
  readonly index: number
  readonly message: string
}

const withdrawnIn = derived((entries: readonly UnplacedEntry[], list: RetractionList): readonly Withdrawn[] =>
  entries.flatMap(({ entry }, index) => {
    const message = messageFor(entry, list)
    return message === undefined ? [] : [{ index, message }]
  }),
)

/** What two lists know is said once, by the first. */
function isFirst({ index }: Withdrawn, at: number, all: readonly Withdrawn[]): boolean {
  return all.findIndex((other) => other.index === index) === at
}

function* citedFromLibraries(view: View, lists: readonly RetractionList[]): Iterable<Problem> {
  const { entries, parts } = citableOf(view)
  // The first part is the document's own.
  if (parts.slice(1).every((part) => lists.every((list) => messagesFor(part.entries, list).size === 0)))
    return
  for (const { place, cites } of citesByPart(view)) {
    for (const target of cites.flatMap(({ targets }) => targets)) {
      const index = target.entries.find((one) => entries[one]!.source.uri !== view.uri)
      const entry = index === undefined ? undefined : entries[index]
      const message = entry && lists.map((list) => messageFor(entry, list)).find(Boolean)
      if (message) yield { start: place.start + target.start, end: place.start + target.end, message }
    }
  }
}

const messagesFor = derived(
  (entries: readonly Entry[], list: RetractionList): ReadonlyMap<number, string> => {
    const found = entries.map((entry, index) => [index, messageFor(entry, list)] as const)
    return new Map(found.filter((pair): pair is [number, string] => pair[1] !== undefined))
  },
)

/** A correction leaves a work valid: there is nothing to say of it here. */
function messageFor(entry: Entry, list: RetractionList): string | undefined {
  const notice = list.find(entry)
  if (!notice || notice.kind === 'correction') return undefined
  const says =
    notice.kind === 'retraction'
      ? 'This work was retracted'
      : 'The journal has voiced concern about this work'
  return `${says}${notice.date ? ` on ${notice.date}` : ''} (${notice.told ?? `${list.source}, list of ${list.asOf}`})`
}
