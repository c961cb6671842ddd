import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../../bibliography/entry.js'
import { areOneWork, workFinder } from '../../bibliography/same-work.js'
import { writtenInStyle } from '../../bibliography/writing/written-like.js'
import { footnotesOf } from '../../workspace/library.js'
import { derived } from '../../text/derived.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import { examplesIn, markerOf, numberOf, wholeOf } from './list-layout.js'
import { appended, begun } from './new-entries.js'
import { isReferenceNote, noteWords, takenNotes } from './notes-to-be.js'
import { offsetOf, rangeOf } from '../places.js'

/** The document's list of references, to which works are added as they are asked for. */
export interface GrowingList {
  /** The number of a work in the list, from the place where it will stand; undefined where it cannot be listed. */
  numberFor(entry: Entry): number | undefined
  /** @param cited the places of entries that citations which stay as they are still point to */
  edits(cited: ReadonlySet<number>): readonly TextEdit[] | undefined
}

/**
 * The list as it is and as it grows; undefined where there are several lists.
 *
 * @param wantsNumbers readers must see the numbers, so a list of bullets becomes a numbered one
 * @param mayBegin a list may be made where there is none, and the notes that it stands in for may go
 */
export function growingList(view: View, wantsNumbers: boolean, mayBegin: boolean): GrowingList | undefined {
  const [list, another] = referenceListsOf(view)
  if (another || (!list && !mayBegin)) return undefined
  const added: Entry[] = []
  const numbersOfAdded = new Map<Entry, number>()
  const count = list?.unplaced.length ?? 0
  const last = list ? lastNumber(list) : 0
  const numbers = list && wantsNumbers && count > 0 ? shownNumbers(view, list) : []
  return {
    numberFor(entry) {
      if (!numbers) return undefined
      const own = list && workFinder(list.entries)(entry)
      if (own !== undefined) return numberOf(list!.unplaced[own]!.entry)
      if (!isReferenceNote(entry)) return undefined
      const known = numbersOfAdded.get(entry)
      if (known !== undefined) return known
      let at = added.findIndex((other) => areOneWork(other, entry))
      if (at < 0) at = added.push(entry) - 1
      numbersOfAdded.set(entry, last + at + 1)
      return last + at + 1
    },
    edits(cited) {
      if (!numbers || added.length === 0) return numbers
      const words = styledWords(view, list, added)
      const hasMarkers = list !== undefined && markerOf(view, list, 0) !== undefined
      const shape = { isNumbered: wantsNumbers || hasMarkers, first: last + 1 }
      const notes = mayBegin ? takenNotes(view, added, cited) : []
      const edit = list ? appended(view, list, words, shape) : begun(view, words, shape, notes)
      if (!edit) return undefined
      const rest = notes.filter(({ start }) => start < offsetOf(view, edit.range.start))
      return [...numbers, ...rest.map((note) => ({ range: rangeOf(view, note), newText: '' })), edit]
    },
  }
}

/** Numbers in the place of bullets, or before lines that have neither; undefined where an entry shares its line. */
const shownNumbers = derived((view: View, list: ReferenceList): readonly TextEdit[] | undefined => {
  const edits: TextEdit[] = []
  for (const [index, { entry }] of list.unplaced.entries()) {
    const whole = wholeOf(view, list, index)
    if (markerOf(view, list, index)) continue
    if (!whole) return undefined
    const before = view.document.content.slice(Math.max(0, whole.start - 24), whole.start)
    const bullet = /[-*+•–—]([ \t]{1,8})$/.exec(before)
    const start = whole.start - (bullet?.[0].length ?? 0)
    edits.push({ range: rangeOf(view, { start, end: whole.start }), newText: `${numberOf(entry)!}. ` })
  }
  return edits
})

const lastNumber = derived(({ unplaced }: ReferenceList) =>
  Math.max(0, ...unplaced.map(({ entry }) => numberOf(entry) ?? 0)),
)

/** A reference of a note is taken over as it is written, one of a library written in the style of the list. */
function styledWords(
  view: View,
  list: ReferenceList | undefined,
  entries: readonly Entry[],
): readonly string[] {
  const examples = examplesIn(view, list)
  const notes = new Set(footnotesOf(view).map(({ source }) => source.span.start))
  return entries.map((entry) =>
    entry.source.uri === view.uri && notes.has(entry.source.span.start)
      ? noteWords(view, entry)
      : writtenInStyle(entry, examples),
  )
}
