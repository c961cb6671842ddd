import type { TextEdit } from 'vscode-languageserver'
import type { Finding } from '../../rules/rule.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import { merged, withoutEntries, withoutGaps } from '../rewriting/renumbering.js'
import type { Fix, Fixer } from './fix.js'

/** An entry that nothing cites can go; the others are numbered anew, and their citations follow. */
export const fixUnusedReference: Fixer = (view, finding) =>
  fixOf('Remove this entry', withoutUnused(view, [finding]))

/** The citations of the entry go to the earlier one of the same work. */
export const fixDuplicateReference: Fixer = (view, finding) => {
  const title = 'Merge with the earlier entry, which its citations then mean'
  const fixes = fixOf(title, withoutDuplicates(view, [finding]))
  return fixes.length > 0 ? fixes : fixUnusedReference(view, finding)
}

/** The list is numbered from its first number on, as it stands. Where a number stands twice and is cited, nobody knows what is meant. */
export const fixMisnumberedReference: Fixer = (view, finding) =>
  fixOf(
    'Number the list anew, and its citations',
    inList(view, [finding], (list) => withoutGaps(view, list)),
  )

/** The edits that take away several entries that nothing cites, at once: one by one, each would number the others anew. */
export function withoutUnused(view: View, findings: readonly Finding[]): readonly TextEdit[] | undefined {
  return inList(view, findings, (list, indices) => withoutEntries(view, list, indices))
}

/** The same for entries whose works stand in the list already. */
export function withoutDuplicates(view: View, findings: readonly Finding[]): readonly TextEdit[] | undefined {
  return inList(view, findings, (list, indices) => merged(view, list, indices))
}

/** Asks for the edits with the one list that all findings lie in, and the indices of their entries. */
function inList(
  view: View,
  findings: readonly Finding[],
  editsFor: (list: ReferenceList, indices: readonly number[]) => readonly TextEdit[] | undefined,
): readonly TextEdit[] | undefined {
  for (const list of referenceListsOf(view)) {
    const starts = list.unplaced.map((_, i) => list.spanOf(i).start)
    const indices = findings.map(({ start }) => starts.indexOf(start))
    if (indices.every((index) => index >= 0)) return editsFor(list, indices)
  }
  return undefined
}

function fixOf(title: string, edits: readonly TextEdit[] | undefined): readonly Fix[] {
  return edits ? [{ title, edits, isSure: false }] : []
}
