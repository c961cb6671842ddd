import type { Entry } from '../../bibliography/entry.js'
import { titleName } from '../../bibliography/lookup/crossref.js'
import { identifiersOf } from '../../bibliography/lookup/requests.js'
import type { Name } from '../../text/name.js'
import { touches } from '../../text/span.js'
import { citesByPart, citesOf } from '../../workspace/cites.js'
import { citableOf } from '../../workspace/library.js'
import { referenceListsOf } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'

/** The identifiers of all works that a document lists or cites, each once: what there is to know about them is worth asking. */
export function identifiersToAsk(view: View): readonly Name[] {
  const { entries } = citableOf(view)
  const listed = referenceListsOf(view).flatMap(({ unplaced }) => unplaced.map(({ entry }) => entry))
  const cited = citesByPart(view).flatMap(({ cites }) =>
    cites.flatMap(({ targets }) =>
      targets.flatMap((target) => target.entries.map((index) => entries[index]!)),
    ),
  )
  return [...new Set([...listed, ...cited].flatMap(identifiersOf))]
}

/** The reference at an offset of the document: the entry of a list, or what the citation leads to. */
export function referenceAt(view: View, offset: number): Entry | undefined {
  const listed = referenceListsOf(view)
    .flatMap(({ entries }) => entries)
    .find(({ source }) => touches(source.span, offset))
  if (listed) return listed
  const cite = citesOf(view).find((one) => touches(one, offset))
  const target = cite?.targets.find((one) => touches(one, offset)) ?? cite?.targets[0]
  return target?.entries[0]
}

/** The same reference in a later view; undefined where it was changed since. */
export function sameReference(view: View, { source, ...entry }: Entry): Entry | undefined {
  const written = JSON.stringify(entry)
  return citableOf(view).entries.find(
    ({ source: { uri }, ...other }) => uri === source.uri && JSON.stringify(other) === written,
  )
}

/** The names by which a reference can be looked up: its identifiers, or else its title. */
export function namesToAsk(entry: Entry): readonly Name[] {
  const names = identifiersOf(entry)
  if (names.length > 0) return names
  return entry.title === undefined ? [] : [titleName(entry.title)]
}
