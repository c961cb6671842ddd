import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../../bibliography/entry.js'
import { entryFrom, type Work } from '../../bibliography/lookup/service.js'
import { shortLabel } from '../../bibliography/render.js'
import { areSameWork } from '../../bibliography/same-work.js'
import { foldFamily } from '../../text/author-year.js'
import { writableFormat } from '../../bibliography/writing/writable-format.js'
import { appendedEntry } from '../../bibliography/writing/appended-entry.js'
import { writtenInStyle } from '../../bibliography/writing/written-like.js'
import { citableOf } from '../../workspace/library.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'
import type { NamedLibrary, View } from '../../workspace/view.js'
import { examplesIn, lineEnd, lineStart, markerOf, numberOf } from '../rewriting/list-layout.js'
import { appended, begun } from '../rewriting/new-entries.js'
import { offsetOf, rangeOf } from '../places.js'
import { changedDocument, insertedIntoLibrary, type Change } from './change.js'

/**
 * The change that adds a work to what the document cites from: to its own list, written as that is written; else to the
 * first library that can be written; else to a list of its own at the end.
 */
export function addedReference(view: View, work: Work): Change {
  const entry = entryFrom(work)
  if (citableOf(view).entries.some((other) => areSameWork(other, entry)))
    return { problem: `${shortLabel(entry)} is there already.` }
  const list = referenceListsOf(view).at(-1)
  if (list) return toList(view, list, entry)
  const library = view.libraries.find(({ file }) => file.state === 'read' && writableFormat(file.uri))
  if (library) return toLibrary(library, entry)
  const [other] = view.libraries
  if (other)
    return {
      problem: `BioProse writes BibTeX and CSL-JSON libraries, and '${other.path}' is none that can be written.`,
    }
  return toNewList(view, entry)
}

function toLibrary(library: NamedLibrary, entry: Entry): Change {
  const { file, path } = library
  const made = file.state === 'read' ? appendedEntry(file.uri, file.text, entry) : undefined
  if (!made) return { problem: `Nothing could be added to '${path}': it is damaged. Mend it first.` }
  const edit = insertedIntoLibrary(library, made.offset, made.text)
  return {
    uri: file.uri,
    edits: [edit],
    done: `Added ${shortLabel(entry)} to ${path} with the key ${made.key}.`,
  }
}

function toNewList(view: View, entry: Entry): Change {
  const edit = begun(view, [writtenInStyle(entry, [])], { isNumbered: true, first: 1 })
  return checked(view, edit, entry, 0)
}

/** A new item in the alphabetical place of an unnumbered list that has one; else behind the last, with the next number. */
function toList(view: View, list: ReferenceList, entry: Entry): Change {
  const written = writtenInStyle(entry, examplesIn(view, list))
  const numbers = list.unplaced.map((one) => numberOf(one.entry) ?? 0)
  const shape = { isNumbered: false, first: Math.max(...numbers) + 1 }
  const edit = inserted(view, list, entry, written) ?? appended(view, list, [written], shape)
  if (!edit)
    return {
      problem: `The list has no lines of its own for ${shortLabel(entry)}. Add it by hand: ${written}`,
    }
  return checked(view, edit, entry, list.unplaced.length)
}

/** Only a change after which the list has this one entry more is one. */
function checked(view: View, { range, newText }: TextEdit, entry: Entry, count: number): Change {
  const span = { start: offsetOf(view, range.start), end: offsetOf(view, range.end) }
  const { edit, after } = changedDocument(view, span, newText)
  const entries = referenceListsOf(after).at(-1)?.unplaced ?? []
  const isThere = entries.some(({ entry: other }) => areSameWork(other, entry) || other.title === entry.title)
  if (entries.length !== count + 1 || !isThere)
    return {
      problem: `${shortLabel(entry)} could not be added without changing others. Add it by hand: ${newText.trim()}`,
    }
  return { uri: view.uri, edits: [edit], done: `Added ${shortLabel(entry)} to the references.` }
}

/** An item before the one that follows it in the alphabet; undefined where the list is numbered or in no such order. */
function inserted(view: View, list: ReferenceList, entry: Entry, written: string): TextEdit | undefined {
  const next = alphabeticalPlace(view, list, entry)
  if (next === undefined) return undefined
  const start = lineStart(view, list.spanOf(next).start)
  const marker = view.document.content.slice(start, list.spanOf(next).start)
  const [before, after] = next > 0 ? [next - 1, next] : [0, 1]
  const gap = view.document.content.slice(
    lineEnd(view, list.spanOf(before).end),
    lineStart(view, list.spanOf(after).start),
  )
  if (!/^\s{1,20}$/.test(gap) || !/^[\s>]{0,12}(?:[-*+•–—]\s{1,8})?$/.test(marker)) return undefined
  return { range: rangeOf(view, { start, end: start }), newText: `${marker}${written}${gap}` }
}

/** The entry before which a new one belongs; undefined where the list is numbered or not in the order of the alphabet. */
function alphabeticalPlace(view: View, list: ReferenceList, entry: Entry): number | undefined {
  const familyOf = ({ authors, title }: Entry) =>
    foldFamily(authors[0]?.family ?? authors[0]?.literal ?? title ?? '')
  const families = list.unplaced.map((one) => familyOf(one.entry))
  const isSorted = families.every((family, i) => i === 0 || families[i - 1]! <= family)
  if (families.length < 3 || !isSorted || markerOf(view, list, 0)) return undefined
  const place = families.findIndex((family) => family > familyOf(entry))
  return place < 0 ? undefined : place
}
