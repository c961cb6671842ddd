import type { Entry } from '../bibliography/entry.js'
import { shortLabel } from '../bibliography/render.js'
import { derived } from '../text/derived.js'
import { citesByPart, type PartCite } from '../workspace/cites.js'
import { referenceListsOf } from '../workspace/references.js'
import type { View } from '../workspace/view.js'
import type { Rule } from './rule.js'

/** An entry of the document's own reference list that its text never cites. */
export const unusedReference: Rule = {
  id: 'unused-reference',
  summary: 'An entry of the reference list is cited nowhere in the text.',
  severity: 'hint',
  *check(view) {
    const cited = citedEntries(view)
    const isByNumber = citesByPart(view).some(({ cites }) => citesANumber(cites))
    const messageOf = isByNumber ? messageByNumber : messageFor
    let index = 0
    for (const { unplaced, spanOf } of referenceListsOf(view)) {
      const first = index
      index += unplaced.length
      // A list that nothing cites at all is a matter for uncited-list.
      if (!unplaced.some((_, i) => cited.has(first + i))) continue
      for (let i = 0; i < unplaced.length; i++) {
        if (cited.has(first + i)) continue
        const { start, end } = spanOf(i)
        yield { start, end, message: messageOf(unplaced[i]!.entry), isUnnecessary: true }
      }
    }
  },
}

/** The document's own entries are the first of the catalogue, in the order of its lists. */
export const citedEntries: (view: View) => ReadonlySet<number> = derived((view: View) => {
  const cited = new Set<number>()
  for (const { cites } of citesByPart(view)) for (const index of entriesIn(cites)) cited.add(index)
  return cited
})

const entriesIn = derived(
  (cites: readonly PartCite[]) =>
    new Set(cites.flatMap(({ targets }) => targets.flatMap(({ entries }) => entries))),
)

const citesANumber = derived((cites: readonly PartCite[]) =>
  cites.some(({ targets }) => targets.some(({ names }) => names.some((name) => name.startsWith('number:')))),
)

const messageFor = derived((entry: Entry) => `Nothing in the text cites ${shortLabel(entry)}`)

/** Where numbers are cited, it is the number that one looks for in the text. */
const messageByNumber = derived((entry: Entry) => {
  const number = entry.names.find((name) => name.startsWith('number:'))?.slice('number:'.length)
  return number === undefined
    ? messageFor(entry)
    : `Nothing in the text cites number ${number}, ${shortLabel(entry)}`
})
