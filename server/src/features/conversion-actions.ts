import type { CodeAction, TextEdit } from 'vscode-languageserver'
import { touches, type Span } from '../text/span.js'
import { citesOf } from '../workspace/cites.js'
import { referenceListsOf } from '../workspace/references.js'
import type { View } from '../workspace/view.js'
import { convertedCite, convertedDocument, convertible, dialectNames } from './citation-conversion.js'
import { exportedLibrary } from './library-export.js'
import { renumberedList } from './renumbering.js'

/** What can be rewritten at a place: a citation, or all of them, in another dialect; and a list in the order of its citations. */
export function rewriting(view: View, { start, end }: Span): readonly CodeAction[] {
  const cite = citesOf(view).find((one) => touches(one, start) && one.start <= end)
  const actions: CodeAction[] = []
  for (const to of cite ? convertible : []) {
    const one = convertedCite(view, cite!, to)
    if (one) actions.push(action(view, `Convert this citation to ${dialectNames[to]}`, [one]))
    const all = convertedDocument(view, to)
    if (all) actions.push(action(view, `Convert all citations to ${dialectNames[to]}`, all))
  }
  const list = referenceListsOf(view).find(({ heading }) => touches(heading, start))
  const exported = list && exportedLibrary(view)
  if (exported)
    actions.push({
      title: 'Move the references into a BibTeX library and cite its keys',
      kind: 'refactor.extract',
      edit: exported,
    })
  const renumbered = renumberedList(view, start)
  if (renumbered) actions.push(action(view, 'Number the references in the order of citation', renumbered))
  return actions
}

function action(view: View, title: string, edits: readonly TextEdit[]): CodeAction {
  return { title, kind: 'refactor.rewrite', edit: { changes: { [view.uri]: [...edits] } } }
}
