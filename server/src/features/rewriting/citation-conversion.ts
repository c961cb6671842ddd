import type { TextEdit } from 'vscode-languageserver'
import { derived } from '../../text/derived.js'
import { citesOf, type PlacedCite } from '../../workspace/cites.js'
import type { View } from '../../workspace/view.js'
import { destinationFor, type Destination } from './destination.js'
import { readCite } from './read-cite.js'
import { writtenCite, type Convertible } from './write-cite.js'

/** What can be read well enough to be said otherwise; a link or a bare DOI already leads where it says. */
const readable = ['numeric', 'superscript', 'author-year', 'pandoc', 'myst', 'footnote']

/** A converted document: its edits, and how many citations stay as they were since they could not be said exactly. */
export interface Conversion {
  readonly edits: readonly TextEdit[]
  readonly converted: number
  readonly left: number
}

/** The edits that convert the citations at a place, none of which another dialect could not say exactly; else undefined. */
export function convertedCite(
  view: View,
  cite: PlacedCite,
  to: Convertible,
): readonly TextEdit[] | undefined {
  const group = groupsOf(view).find((cites) => cites.includes(cite)) ?? [cite]
  if (to === 'footnote' && isInNote(view, cite)) return undefined
  const destination = group[0]!.syntax === to ? undefined : destinationFor(view, to, false)
  const edit = destination && editFor(view, group, to, destination)
  const more = edit && destination.edits(new Set())
  return more && [edit, ...more]
}

/** The same for the whole document, made once for each state of it; undefined where nothing can be converted. */
export function convertedDocument(view: View, to: Convertible): Conversion | undefined {
  const known = conversionsOf(view)
  if (!known.has(to)) known.set(to, conversionOf(view, to))
  return known.get(to)
}

const conversionsOf = derived<[View], Map<Convertible, Conversion | undefined>>(() => new Map())

function conversionOf(view: View, to: Convertible): Conversion | undefined {
  const others = groupsOf(view).filter(([cite]) => cite!.syntax !== to && readable.includes(cite!.syntax))
  // What a note cites stays: the note may be moved as it is.
  const groups = others.filter(([cite]) => !isInNote(view, cite!))
  const destination = groups.length > 0 ? destinationFor(view, to, true) : undefined
  if (!destination) return undefined
  const edits: TextEdit[] = []
  const inNotes = others.filter(([cite]) => isInNote(view, cite!))
  const cited = new Set(inNotes.flatMap((group) => placesOf(view, group)))
  let left = inNotes.length
  for (const group of groups) {
    const edit = editFor(view, group, to, destination)
    if (edit) edits.push(edit)
    else {
      left++
      for (const place of placesOf(view, group)) cited.add(place)
    }
  }
  const more = edits.length > 0 ? destination.edits(cited) : undefined
  return more && { edits: [...edits, ...more], converted: edits.length, left }
}

function editFor(
  view: View,
  group: readonly PlacedCite[],
  to: Convertible,
  { writable }: Destination,
): TextEdit | undefined {
  const reading = readCite(view, group)
  return reading && writtenCite(view, reading, to, writable)
}

function isInNote({ document }: View, { block }: PlacedCite): boolean {
  return document.blocks[block]!.block.kind === 'footnote'
}

function placesOf(view: View, group: readonly PlacedCite[]): readonly number[] {
  const entries = group.flatMap(({ targets }) => targets.flatMap((target) => target.entries))
  return entries.filter(({ source }) => source.uri === view.uri).map(({ source }) => source.span.start)
}

/** The citations that point somewhere, in order; notes directly behind each other are one. */
const groupsOf = derived((view: View): readonly (readonly PlacedCite[])[] => {
  const groups: PlacedCite[][] = []
  for (const cite of citesOf(view)) {
    if (cite.targets.length === 0) continue
    const last = groups.at(-1)?.at(-1)
    if (last && isOneWithNext(view, last, cite)) groups.at(-1)!.push(cite)
    else groups.push([cite])
  }
  return groups
})

function isOneWithNext(view: View, { end, syntax }: PlacedCite, next: PlacedCite): boolean {
  if (syntax !== next.syntax || next.start - end > 2) return false
  return syntax === 'footnote' && /^,?\s?$/.test(view.document.content.slice(end, next.start))
}
