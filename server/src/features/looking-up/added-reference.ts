import type { Entry } from '../../bibliography/entry.js'
import { entryFrom, type Work } from '../../bibliography/lookup/service.js'
import { shortLabel } from '../../bibliography/render.js'
import { areSameWork } from '../../bibliography/same-work.js'
import { foldFamily } from '../../text/author-year.js'
import type { Span } from '../../text/span.js'
import { writableFormat } from '../../bibliography/writing/writable-format.js'
import { appendedEntry } from '../../bibliography/writing/appended-entry.js'
import { writtenInStyle } from '../../bibliography/writing/written-like.js'
import { citableOf } from '../../workspace/library.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'
import type { NamedLibrary, View } from '../../workspace/view.js'
import { examplesIn, lineBreakOf, lineEnd, lineStart } from '../rewriting/list-layout.js'
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
  const { text } = view.document
  const end = text.trimEnd().length
  const line = lineBreakOf(view)
  const head = end === 0 ? '' : line + line
  const written = `${head}## References${line}${line}1. ${writtenInStyle(entry, [])}${line}`
  return checked(view, { start: end, end: text.length }, written, entry, 0)
}

/** A new item in the alphabetical place of an unnumbered list that has one; else behind the last, with the next number. */
function toList(view: View, list: ReferenceList, entry: Entry): Change {
  const written = writtenInStyle(entry, examplesIn(view, list))
  const count = list.unplaced.length
  const next = alphabeticalPlace(view, list, entry)
  if (next !== undefined) {
    const start = lineStart(view, list.spanOf(next).start)
    const item = `${markerOf(view, list, next)}${written}${gapBefore(view, list, Math.max(1, next))}`
    return checked(view, { start, end: start }, item, entry, count)
  }
  const end = lineEnd(view, list.spanOf(count - 1).end)
  const marker = markerOf(view, list, count - 1)
  const isCounted = count > 1 && markerOf(view, list, count - 2) === marker
  const item = isCounted ? marker : marker.replace(/\d+/, (number) => String(Number(number) + 1))
  return checked(view, { start: end, end }, gapBefore(view, list, count - 1) + item + written, entry, count)
}

/** Only a change after which the list has this one entry more is one. */
function checked(view: View, span: Span, text: string, entry: Entry, count: number): Change {
  const { edit, after } = changedDocument(view, span, text)
  const entries = referenceListsOf(after).at(-1)?.unplaced ?? []
  const isThere = entries.some(({ entry: other }) => areSameWork(other, entry) || other.title === entry.title)
  if (entries.length !== count + 1 || !isThere)
    return {
      problem: `${shortLabel(entry)} could not be added to the list without changing others. Add it by hand: ${text.trim()}`,
    }
  return { uri: view.uri, edits: [edit], done: `Added ${shortLabel(entry)} to the references.` }
}

/** The entry before which a new one belongs; undefined where the list is numbered or not in the order of the alphabet. */
function alphabeticalPlace(view: View, list: ReferenceList, entry: Entry): number | undefined {
  const familyOf = ({ authors, title }: Entry) =>
    foldFamily(authors[0]?.family ?? authors[0]?.literal ?? title ?? '')
  const families = list.unplaced.map((one) => familyOf(one.entry))
  const isSorted = families.every((family, i) => i === 0 || families[i - 1]! <= family)
  if (families.length < 3 || !isSorted || /\d/.test(markerOf(view, list, 0))) return undefined
  const place = families.findIndex((family) => family > familyOf(entry))
  return place < 0 ? undefined : place
}

/** What stands before an entry in its line: a bullet, a number. */
function markerOf(view: View, list: ReferenceList, index: number): string {
  const { text } = view.document
  const { start } = list.spanOf(index)
  const before = text.slice(lineStart(view, start), start)
  return /^[\s>]{0,12}(?:[-*+•–—]|[([]?\d{1,5}[.)\]]{0,2})?[ \t]{0,8}$/.test(before) ? before : ''
}

/** What stands between the line of an entry and that of the one before it; an empty line where that cannot be told. */
function gapBefore(view: View, list: ReferenceList, index: number): string {
  const { text } = view.document
  const line = lineBreakOf(view)
  // Lines that are no items of Markdown would run together.
  const isItem = /^\s{0,12}(?:[-*+]|\d{1,5}[.)])\s/.test(markerOf(view, list, 0))
  if (index < 1 || index >= list.unplaced.length) return isItem ? line : line + line
  const gap = text.slice(lineEnd(view, list.spanOf(index - 1).end), lineStart(view, list.spanOf(index).start))
  return /^\s{1,20}$/.test(gap) ? gap : line + line
}
