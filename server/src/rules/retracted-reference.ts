import type { Entry } from '../bibliography/entry.js'
import type { RetractionList } from '../bibliography/retractions.js'
import { derived } from '../text/derived.js'
import { citableOf } from '../workspace/library.js'
import { referenceListsOf, type UnplacedEntry } from '../workspace/references.js'
import { retractionListsOf } from '../workspace/retractions.js'
import { ofCitedEntries } from './cited-entries.js'
import type { Rule } from './rule.js'

/** A work that was retracted, or that its journal has doubts about: where it is listed, or where a library's entry is cited. */
export const retractedReference: Rule = {
  id: 'retracted-reference',
  summary: 'A work that is listed or cited was retracted, or its journal has voiced concern.',
  severity: 'error',
  *check(view) {
    const lists = retractionListsOf(view)
    for (const { unplaced, spanOf } of referenceListsOf(view)) {
      for (const { index, message } of lists.flatMap((list) => withdrawnIn(unplaced, list)).filter(isFirst)) {
        const { start, end } = spanOf(index)
        yield { start, end, message }
      }
    }
    if (view.libraries.length === 0) return
    const { entries, parts } = citableOf(view)
    // The first part is the document's own.
    if (parts.slice(1).every((part) => lists.every((list) => messagesFor(part.entries, list).size === 0)))
      return
    yield* ofCitedEntries(view, (index) =>
      lists.map((list) => messageFor(entries[index]!, list)).find(Boolean),
    )
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
  const told = notice.told ?? `${list.source}, list of ${list.asOf}`
  const when = notice.date === undefined ? '' : ` ${notice.date.length < 10 ? 'in' : 'on'} ${notice.date}`
  return `${says}${when} (${told})`
}
