import {
  referenceEntry,
  entriesInBlock,
  isReferenceHeading,
  looksLikeReference,
  referenceFields,
} from '../bibliography/reference-list.js'
import type { Entry, EntrySource, ReferenceFields } from '../bibliography/entry.js'
import type { Block } from '../prose/block.js'
import { toSource } from '../prose/block.js'
import type { Part, PlacedPart } from '../prose/part.js'
import { derived, derivedFromAll } from '../text/derived.js'
import { shifted, type Span } from '../text/span.js'
import type { View } from './view.js'

/** The document's own list of references. */
export interface ReferenceList {
  readonly heading: Span
  /** The first and the last of `document.blocks` that belong to it, the heading not included; end exclusive. */
  readonly blocks: Span
  /** The same with places: made when somebody asks, for each edit before the list moves all of them. */
  readonly entries: readonly Entry[]
  /** The same objects as long as no word of the list changes. */
  readonly unplaced: readonly UnplacedEntry[]
  /** Where each of `unplaced` stands in the document. */
  readonly spanOf: (index: number) => Span
}

/** An entry that does not know where it stands. */
export interface UnplacedEntry {
  /** Its source is no place. */
  readonly entry: Entry
  /** Its span, from the start of its part. */
  readonly local: Span
}

/** The reference lists of a document, in order: under a heading that says so, or below the bare word in pasted text. */
export const referenceListsOf: (view: View) => readonly ReferenceList[] = derived((view: View) => {
  const { parts } = view.document
  const lists: ReferenceList[] = []
  let done = 0
  for (const { part, first } of parts) {
    for (const local of landmarksIn(part).openers) {
      const index = first + local
      if (index < done) continue
      const end = endOfList(view, index)
      if (end === index + 1) continue
      lists.push(listAt(view, index, end))
      done = end
    }
  }
  return lists
})

/** The headings of a document, by their index in `document.blocks`. */
export function headingsOf({
  document,
}: View): readonly { readonly index: number; readonly level: number }[] {
  return document.parts.flatMap(({ part, first }) =>
    landmarksIn(part).headings.map((local) => ({
      index: first + local,
      level: part.blocks[local]!.block.level,
    })),
  )
}

/** The blocks at which lists of references may begin or end, by their index in the part. */
const landmarksIn = derived((part: Part) => {
  const openers: number[] = []
  const headings: number[] = []
  part.blocks.forEach(({ block }, i) => {
    if (opensList(block)) openers.push(i)
    if (block.kind === 'heading') headings.push(i)
  })
  return { openers, headings }
})

const opensList: (block: Block) => boolean = derived(
  (block: Block) =>
    (block.kind === 'heading' || block.kind === 'paragraph') && isReferenceHeading(block.text),
)

/** A list under a heading ends at the next heading of its rank; one under a bare word where the references end. */
function endOfList(view: View, opener: number): number {
  const { parts } = view.document
  const from = parts.findLastIndex(({ first }) => first <= opener)
  const { level } = parts[from]!.part.blocks[opener - parts[from]!.first]!.block
  for (const { part, first } of parts.slice(from)) {
    const candidates = level === 0 ? part.blocks.keys() : landmarksIn(part).headings
    for (const local of candidates) {
      const { block } = part.blocks[local]!
      if (first + local <= opener) continue
      if (block.kind === 'heading' && (level === 0 || block.level <= level)) return first + local
      if (level === 0 && !holdsReferences(block)) return first + local
    }
  }
  const last = parts.at(-1)!
  return last.first + last.part.blocks.length
}

const holdsReferences: (block: Block) => boolean = derived((block: Block) => looksLikeReference(block.text))

function listAt(view: View, heading: number, end: number): ReferenceList {
  const blocks = { start: heading + 1, end }
  const places = view.document.parts.filter(
    ({ part, first }) => first < end && first + part.blocks.length > heading,
  )
  const parts = places.map(({ part, first }) => referencesIn(part, blocks.start - first, end - first))
  const unplaced = numbered(parts)
  const owners = ownersOf(parts)
  const spanOf = (index: number): Span => shifted(unplaced[index]!.local, places[owners[index]!]!.start)
  return {
    heading: headingSpan(places[0]!, heading),
    blocks,
    unplaced,
    spanOf,
    get entries() {
      return placedEntries(this, view)
    },
  }
}

const placedEntries = derived((list: ReferenceList, view: View): readonly Entry[] =>
  list.unplaced.map(({ entry }, i) => ({ ...entry, source: { uri: view.uri, span: list.spanOf(i) } })),
)

function headingSpan({ part, start, first }: PlacedPart, heading: number): Span {
  const place = part.blocks[heading - first]!
  return shifted({ start: place.start, end: place.start + place.block.source.length }, start)
}

/** By the index of an entry, the index of the part that holds it. */
const ownersOf = derivedFromAll((parts: readonly (readonly PartReference[])[]): readonly number[] =>
  parts.flatMap((references, i) => references.map(() => i)),
)

/** One reference of a part; its span counts from the part's start. */
interface PartReference {
  readonly local: Span
  readonly fields: ReferenceFields
  /** The number that it bears, or that its list item does. */
  readonly number: number | undefined
}

/** The references in the blocks of a part from one index to another, either of which may lie outside. */
function referencesIn(part: Part, from: number, to: number): readonly PartReference[] {
  const known = rangesOf(part)
  const key = `${Math.max(0, from)}-${Math.min(part.blocks.length, to)}`
  const found = known.get(key) ?? readReferences(part, from, to)
  known.set(key, found)
  return found
}

const rangesOf = derived<[Part], Map<string, readonly PartReference[]>>(() => new Map())

function readReferences(part: Part, from: number, to: number): readonly PartReference[] {
  return part.blocks.slice(Math.max(0, from), Math.max(0, to)).flatMap(({ block, start, group, ordinal }) => {
    if (block.kind === 'heading' || block.kind === 'table-cell') return []
    return entriesOf(block).map(({ span, number, fields }) => {
      return {
        local: shifted(span, start),
        fields,
        number: number ?? (group || part.isInList ? ordinal : undefined),
      }
    })
  })
}

/** Emphasis in the source tells a title from a journal, so it is the source that is read. */
const entriesOf = derived((block: Block) =>
  entriesInBlock(block.text, block.kind === 'list-item').map((local) => {
    const span = toSource(block, local.span)
    const written = block.source.slice(span.start, span.end)
    const isPlain = written === block.text.slice(local.span.start, local.span.end)
    return { span, number: local.number, fields: isPlain ? local.fields : referenceFields(written) }
  }),
)

/** Entries that bear no number are counted, and so are those of a list whose items all say "1.", as Markdown does. */
const numbered = derivedFromAll((parts: readonly (readonly PartReference[])[]): readonly UnplacedEntry[] => {
  const references = parts.flat()
  const isCounted = references.length > 1 && references.every(({ number }) => number === 1)
  return references.map(({ local, fields, number }, i) => ({
    entry: unplacedEntry(fields, (isCounted ? undefined : number) ?? i + 1),
    local,
  }))
})

const nowhere: EntrySource = { uri: '', span: { start: 0, end: 0 } }

function unplacedEntry(fields: ReferenceFields, number: number): Entry {
  const known = entriesByNumber(fields)
  const entry = known.get(number) ?? referenceEntry(fields, number, nowhere)
  known.set(number, entry)
  return entry
}

const entriesByNumber = derived<[ReferenceFields], Map<number, Entry>>(() => new Map())
