import type { Entry } from '../../bibliography/entry.js'
import { isReferenceHeading } from '../../bibliography/reference-list.js'
import { shortLabel } from '../../bibliography/render.js'
import { writtenInStyle } from '../../bibliography/writing/written-like.js'
import { referenceListsOf, type ReferenceList } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import type { PasteOffer } from '../paste.js'
import { examplesIn, lineBreakOf, lineEnd, lineStart, numberOf } from './list-layout.js'
import { isNumbered } from './renumbering.js'

/** Entries pasted into the list of references, written as its others are; undefined elsewhere, and in the midst of an entry. */
export function listedWhenPasted(
  view: View,
  offset: number,
  entries: readonly Entry[],
): PasteOffer | undefined {
  const { content } = view.document
  const place = listAround(view, offset)
  if (!place || entries.length === 0) return undefined
  const lead = content.slice(lineStart(view, offset), offset)
  const isFree =
    /^[^\S\n]*(?:(?:[-*+•]|\[?\d{1,4}[.)\]]{1,2})[^\S\n]+)?$/.test(lead) && lineEnd(view, offset) === offset
  if (!isFree) return undefined
  const { list } = place
  const examples = examplesIn(view, list)
  const first = lead.trim() === '' ? 0 : 1
  const marker = markers(view, list, lead)
  const lines = entries.map((entry, i) => `${i < first ? '' : marker(i)}${writtenInStyle(entry, examples)}`)
  const what = entries.length === 1 ? shortLabel(entries[0]!) : `${entries.length} works`
  return {
    title: `List ${what} as reference`,
    newText: lines.join(lineBreakOf(view)),
    edits: [],
    isOnlyOffered: false,
  }
}

/** The list that an offset lies in or directly behind, or the heading that waits for one before it. */
function listAround(view: View, offset: number): { readonly list?: ReferenceList } | undefined {
  const { content, blocks } = view.document
  for (const list of referenceListsOf(view)) {
    const end = list.spanOf(list.unplaced.length - 1).end
    const isIn = list.heading.end < offset && offset <= end
    if (isIn || (offset > end && content.slice(end, offset).replace(marks, '') === '')) return { list }
  }
  const heading = blocks.findLast(({ start }) => start <= offset)
  if (heading?.block.kind !== 'heading' || !isReferenceHeading(heading.block.text)) return undefined
  const end = heading.start + heading.block.source.length
  return content.slice(end, offset).replace(marks, '') === '' ? {} : undefined
}

const marks = /[\s\-*+•\d.)[\]]/g

/** What stands before each pasted entry: the next numbers or the list's bullet. */
function markers(view: View, list: ReferenceList | undefined, lead: string): (index: number) => string {
  const written = /\d{1,4}/.exec(lead)
  if (written) return (i) => lead.replace(written[0], String(Number(written[0]) + i))
  if (lead.trim() !== '') return () => lead
  if (!list) return () => '- '
  const last = list.unplaced.length - 1
  const start = list.spanOf(last).start
  const before = view.document.content.slice(lineStart(view, start), start).replace(/[*_`~[(“‘„«<]+$/, (end) => (/\d/.test(end) ? end : '')) // prettier-ignore
  if (!isNumbered(view, list)) return () => before
  const next = Math.max(...list.unplaced.map(({ entry }) => numberOf(entry) ?? 0)) + 1
  return (i) => before.replace(/\d{1,4}/, String(next + i))
}
