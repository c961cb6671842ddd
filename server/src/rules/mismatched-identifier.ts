import type { Entry } from '../bibliography/entry.js'
import type { KnownFacts } from '../bibliography/lookup/facts.js'
import { mismatchIn, type Mismatch } from '../bibliography/lookup/mismatch.js'
import { nameOf } from '../citations/syntaxes/identifier.js'
import { identifiersIn } from '../prose/identifiers.js'
import { derived } from '../text/derived.js'
import type { Span } from '../text/span.js'
import { citableOf } from '../workspace/library.js'
import { referenceListsOf, type UnplacedEntry } from '../workspace/references.js'
import type { View } from '../workspace/view.js'
import { ofCitedEntries } from './cited-entries.js'
import type { Rule } from './rule.js'

/** An identifier that stands for another work than the entry that bears it, or for none. Silent about what nobody looked up. */
export const mismatchedIdentifier: Rule = {
  id: 'mismatched-identifier',
  summary: 'The DOI, PMID or PMCID of a reference leads to another work, or to none.',
  severity: 'warning',
  *check(view) {
    const { facts } = view
    if (!facts || facts.size === 0) return
    for (const { unplaced, spanOf } of referenceListsOf(view)) {
      for (const [index, mismatch] of mismatchesIn(unplaced, facts))
        yield { ...identifierSpan(view, spanOf(index), mismatch), message: mismatch.message }
    }
    if (view.libraries.length > 0) yield* ofCitedEntries(view, inLibraries(view, facts))
  },
}

const mismatchOf = derived((entry: Entry, facts: KnownFacts) => ({ mismatch: mismatchIn(entry, facts) }))

const mismatchesIn = derived((entries: readonly UnplacedEntry[], facts: KnownFacts) =>
  entries.flatMap(({ entry }, index) => {
    const { mismatch } = mismatchOf(entry, facts)
    return mismatch ? [[index, mismatch] as const] : []
  }),
)

function inLibraries(view: View, facts: KnownFacts): (index: number) => string | undefined {
  const { entries } = citableOf(view)
  return (index) => mismatchOf(entries[index]!, facts).mismatch?.message
}

/** The identifier in the entry's text; the whole entry where it cannot be found. */
function identifierSpan({ document }: View, { start, end }: Span, { name }: Mismatch): Span {
  const found = identifiersIn(document.text.slice(start, end)).find((one) => nameOf(one) === name)
  return found ? { start: start + found.start, end: start + found.end } : { start, end }
}
