import type { TextEdit } from 'vscode-languageserver'
import type { Finding } from '../../rules/rule.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import { merged, withoutEntry, withoutGaps } from '../rewriting/renumbering.js'
import type { Fix, Fixer } from './fix.js'

/** An entry that nothing cites can go; the others are numbered anew, and their citations follow. */
export const fixUnusedReference: Fixer = (view, finding) => removed(view, finding)

/** The citations of the entry go to the earlier one of the same work. */
export const fixDuplicateReference: Fixer = (view, finding) => {
  const title = 'Merge with the earlier entry, which its citations then mean'
  const fixes = ofEntry(view, finding, title, merged)
  return fixes.length > 0 ? fixes : removed(view, finding)
}

/** The list is numbered from its first number on, as it stands. Where a number stands twice and is cited, nobody knows what is meant. */
export const fixMisnumberedReference: Fixer = (view, finding) =>
  ofEntry(view, finding, 'Number the list anew, and its citations', withoutGaps)

function removed(view: View, finding: Finding): readonly Fix[] {
  return ofEntry(view, finding, 'Remove this entry', withoutEntry)
}

/** What is to be done with the entry that a finding marks. */
function ofEntry(
  view: View,
  { start }: Finding,
  title: string,
  editsFor: (view: View, list: ReferenceList, index: number) => readonly TextEdit[] | undefined,
): readonly Fix[] {
  for (const list of referenceListsOf(view)) {
    const index = list.unplaced.findIndex((_, i) => list.spanOf(i).start === start)
    const edits = index < 0 ? undefined : editsFor(view, list, index)
    if (edits) return [{ title, edits, isSure: false }]
  }
  return []
}
