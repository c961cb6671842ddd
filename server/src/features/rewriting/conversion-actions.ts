import type { CodeAction, TextEdit } from 'vscode-languageserver'
import { touches, type Span } from '../../text/span.js'
import { citesOf } from '../../workspace/cites.js'
import type { View } from '../../workspace/view.js'
import { convertedCite, convertedDocument } from './citation-conversion.js'
import { exportedLibrary } from './library-export.js'
import { bareIdentifiers, linkedIdentifier } from './bare-identifiers.js'
import { byAuthor, byYear, inOrderOfCitation, isNumbered, listAt, withoutGaps } from './renumbering.js'
import { convertible, type Convertible } from './write-cite.js'
import { derived } from '../../text/derived.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'

/** What each dialect is called in the title of an action. */
const dialectNames: Readonly<Record<Convertible, string>> = {
  numeric: 'numbers',
  'author-year': 'author and year',
  pandoc: 'cite keys',
  footnote: 'footnotes',
}

/** The kinds of these actions, so that an editor can ask for those of a whole document alone. */
export const rewritingKinds = {
  one: 'refactor.rewrite',
  all: 'refactor.rewrite.bioprose',
  extract: 'refactor.extract.bioprose',
}

/** What can be rewritten at a place: a citation, or all of them, in another dialect; a list in another order or a library. */
export function rewriting(view: View, asked: Span): readonly CodeAction[] {
  const isWhole = asked.start === 0 && asked.end >= view.document.content.length
  const cite = isWhole
    ? undefined
    : citesOf(view).find((one) => touches(one, asked.start) && one.start <= asked.end)
  const list = isWhole ? referenceListsOf(view)[0] : listAt(view, asked.start)
  const actions: CodeAction[] = []
  for (const to of cite ? convertible : []) {
    const edits = convertedCite(view, cite!, to)
    if (edits)
      actions.push(action(view, `Convert this citation to ${dialectNames[to]}`, rewritingKinds.one, edits))
  }
  actions.push(...linking(view, asked, isWhole))
  if (cite || list || isWhole) actions.push(...converting(view))
  if (list) actions.push(...arranging(view, list), ...extracting(view))
  return actions
}

function converting(view: View): readonly CodeAction[] {
  return convertible.flatMap((to) => {
    const conversion = convertedDocument(view, to)
    if (!conversion) return []
    const { edits, left } = conversion
    const rest = left === 0 ? '' : left === 1 ? ' (1 stays)' : ` (${left} stay)`
    return [action(view, `Convert all citations to ${dialectNames[to]}${rest}`, rewritingKinds.all, edits)]
  })
}

const arranging = derived((view: View, list: ReferenceList): readonly CodeAction[] => {
  const numbered = isNumbered(view, list)
  const ways: readonly (readonly [string, TextEdit[] | undefined])[] = [
    ['Number the references in the order of citation', numbered ? inOrderOfCitation(view, list) : undefined],
    ['Number the references without gaps', numbered ? withoutGaps(view, list) : undefined],
    ['Sort the references by author', byAuthor(view, list)],
    ['Sort the references by year', byYear(view, list)],
  ]
  return ways.flatMap(([title, edits]) => (edits ? [action(view, title, rewritingKinds.all, edits)] : []))
})

const extracting = derived((view: View): readonly CodeAction[] => {
  return (['BibTeX', 'CSL-JSON'] as const).flatMap((format) => {
    const edit = exportedLibrary(view, format)
    const title = `Move the references into a ${format} library and cite its keys`
    return edit ? [{ title, kind: rewritingKinds.extract, edit }] : []
  })
})

function linking(view: View, asked: Span, isWhole: boolean): readonly CodeAction[] {
  const bare = bareIdentifiers(view)
  const here = isWhole ? undefined : bare.find((one) => touches(one, asked.start))
  const actions: CodeAction[] = []
  if (here)
    actions.push(
      action(view, `Make a link of ${here.words}`, rewritingKinds.one, [linkedIdentifier(view, here)]),
    )
  if ((here || isWhole) && bare.length > 1)
    actions.push(action(view, `Make links of all ${bare.length} bare identifiers`, rewritingKinds.all, bare.map((one) => linkedIdentifier(view, one)))) // prettier-ignore
  return actions
}

function action(view: View, title: string, kind: string, edits: readonly TextEdit[]): CodeAction {
  return { title, kind, edit: { changes: { [view.uri]: [...edits] } } }
}
