import type { TextEdit } from 'vscode-languageserver'
import type { Entry } from '../../bibliography/entry.js'
import { keysFor } from '../../bibliography/write-bibtex.js'
import { areOneWork, workFinder } from '../../bibliography/same-work.js'
import { writtenReference } from '../../bibliography/write-reference.js'
import type { Span } from '../../text/span.js'
import { footnotesOf } from '../../workspace/library.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import type { Destination } from './destination.js'
import { lineBreakOf, lineEnd, lineStart, numberOf, wholeOf } from './list-layout.js'
import { rangeOf } from '../places.js'

/**
 * Footnotes: a work has the note that spells it out, or gets one. Where the whole document is converted, the notes take
 * the place of its list, uncited entries included, so that nothing is lost.
 */
export function notesToBe(view: View, isWhole: boolean): Destination | undefined {
  const [list, another] = referenceListsOf(view)
  if (another) return undefined
  const known = footnotesOf(view)
  const taken = new Set(known.map(labelOf))
  const made = new Map<Entry, string>()
  const labels = isWhole && list ? labelsFor(list.entries, taken) : []
  const labelFor = (entry: Entry): string | undefined => {
    const own = workFinder(known)(entry)
    if (own !== undefined) return labelOf(known[own]!)
    const listed = labels.length > 0 ? workFinder(list!.entries)(entry) : undefined
    if (listed !== undefined) return labels[listed]
    if (made.has(entry)) return made.get(entry)
    const before = [...made].find(([other]) => areOneWork(other, entry))
    if (before) return before[1]
    const [label] = labelsFor([entry], taken)
    made.set(entry, label!)
    return label
  }
  return {
    writable(entry) {
      const label = labelFor(entry)
      return label === undefined ? undefined : { footnote: label }
    },
    edits: (cited) => {
      // A citation that stays as it is would lose the list that it points into.
      if (labels.length > 0 && list!.entries.some(({ source }) => cited.has(source.span.start)))
        return undefined
      const replaced = labels.length > 0 ? inPlaceOf(view, list!, labels) : []
      const notes = [...made].map(([entry, label]) => `[^${label}]: ${wordsOf(view, entry)}`)
      return replaced && (notes.length === 0 ? replaced : [...replaced, atEnd(view, notes)])
    },
  }
}

/** The words of the note that an entry stands in, on one line. */
export function noteWords(view: View, { source: { span } }: Entry): string {
  return oneLine(view.document.content.slice(span.start, span.end).replace(/^\s{0,3}\[\^[^\]]*\]:/, ''))
}

/** The lines of the notes that hold these entries and that no citation points to any more. */
export function takenNotes(
  view: View,
  entries: readonly Entry[],
  cited: ReadonlySet<number>,
): readonly Span[] {
  return footnotesOf(view)
    .filter((note) => entries.some((entry) => isOnePlace(note, entry)) && !cited.has(note.source.span.start))
    .map(({ source: { span } }) => wholeLines(view, span))
}

function wholeLines(view: View, { start, end }: Span): Span {
  const { content } = view.document
  const to = lineEnd(view, end)
  const next = /^\r?\n(?:[^\S\r\n]*\r?\n)?/.exec(content.slice(to, to + 200))?.[0].length ?? 0
  return { start: lineStart(view, start), end: to + next }
}

function labelOf({ names }: Entry): string {
  return names[0]!.slice('footnote:'.length)
}

/** The number in the list, else the key, else author and year; never one that is taken, and taken then. */
function labelsFor(entries: readonly Entry[], taken: Set<string>): readonly string[] {
  const made = keysFor(entries)
  return entries.map((entry, i) => {
    const key = entry.names.find((name) => name.startsWith('key:'))?.slice('key:'.length)
    const number = numberOf(entry)
    const first =
      number === undefined ? (key && /^[^\s[\]^]{1,200}$/.test(key) ? key : made[i]!) : String(number)
    let label = first
    for (let n = 2; taken.has(label); n++) label = `${first}-${n}`
    taken.add(label)
    return label
  })
}

function isOnePlace(one: Entry, other: Entry): boolean {
  return one.source.uri === other.source.uri && one.source.span.start === other.source.span.start
}

function wordsOf(view: View, entry: Entry): string {
  const { uri, span } = entry.source
  if (uri !== view.uri || entry.names.some((name) => name.startsWith('key:')))
    return writtenReference(entry, 'numbered')
  return oneLine(view.document.content.slice(span.start, span.end))
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim()
}

/** Each entry becomes its note where it stands; the heading goes. */
function inPlaceOf(
  view: View,
  list: ReferenceList,
  labels: readonly string[],
): readonly TextEdit[] | undefined {
  const { content } = view.document
  const { heading } = list
  const edits: TextEdit[] = []
  for (const [index, label] of labels.entries()) {
    const whole = wholeOf(view, list, index)
    if (!whole) return undefined
    const start = lineStart(view, whole.start)
    edits.push({
      range: rangeOf(view, { start, end: whole.end }),
      newText: `[^${label}]: ${oneLine(content.slice(whole.start, whole.end))}`,
    })
  }
  const from = lineStart(view, heading.start)
  const to = lineStart(view, list.spanOf(0).start)
  const rest = content.slice(lineEnd(view, heading.end), to)
  return rest.trim() === ''
    ? [{ range: rangeOf(view, { start: from, end: to }), newText: '' }, ...edits]
    : edits
}

function atEnd(view: View, notes: readonly string[]): TextEdit {
  const { content } = view.document
  const lines = lineBreakOf(view)
  const tail = content.slice(Math.max(0, content.length - 400))
  const at = content.length - (tail.length - tail.trimEnd().length)
  const isBehindNote = /(?:^|\n)\[\^[^\]\s]{1,200}\]:[^\n]*$/.test(tail.trimEnd())
  const text = `${isBehindNote ? lines : lines + lines}${notes.join(lines)}${lines}`
  return { range: rangeOf(view, { start: at, end: content.length }), newText: text }
}

/** Whether a note spells out a work, rather than saying something. */
export function isReferenceNote(entry: Entry): boolean {
  return entry.year !== undefined && (entry.authors.length > 0 || entry.title !== undefined)
}
