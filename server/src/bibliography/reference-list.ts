import type { Span } from '../text/span.js'
import type { Entry, EntrySource, ReferenceFields } from './entry.js'
import { namesOf } from './names.js'
import { parseReference } from './reference/parse.js'
import { segmentsIn } from './reference/segmentation.js'

export { isReferenceHeading } from './reference/headings.js'
export { parseReference as referenceFields } from './reference/parse.js'

/** One reference of a block: where its words stand in the block's text, its number if it bears one, and its fields. */
export interface LocalReference {
  readonly span: Span
  readonly number?: number
  readonly fields: ReferenceFields
}

/**
 * The references in one block below a heading such as "References".
 *
 * @param text the block's text; spans are UTF-16 offsets into it
 * @param itemized the block is one item of a Markdown list
 */
export function entriesInBlock(text: string, itemized: boolean): LocalReference[] {
  return segmentsIn(text, itemized, opensReference).map((segment) => ({
    ...segment,
    fields: parseReference(text.slice(segment.span.start, segment.span.end)),
  }))
}

/** A reference of the document's own list as an entry; `number` is its place in the list or the number that it bears. */
export function referenceEntry(
  fields: ReferenceFields,
  number: number | undefined,
  source: EntrySource,
): Entry {
  const names = namesOf(fields)
  if (number !== undefined) names.push(`number:${number}`)
  return { ...fields, names, source }
}

/** Whether some words read like one reference or several, rather than like prose. */
export function looksLikeReference(text: string): boolean {
  const segments = segmentsIn(text, false, opensReference).slice(0, 20)
  const likely = segments.filter(({ span }) => isLikely(text.slice(span.start, span.end)))
  return likely.length > 0 && likely.length * 2 >= segments.length
}

/** Signs that go with references: who, when, where in what, an identifier, a title in quotation marks. */
function isLikely(words: string): boolean {
  return words.length <= 6_000 && mayBeLikely.test(words) && hasSigns(parseReference(words), words.length)
}

/** True of all words that have such signs, and quickly false of most prose: a digit, an address, or a Roman numeral behind a label. */
const mayBeLikely =
  /\d|:\/\/|(?:vol\p{L}{0,4}|bd|band|tomo?|т|pp?|pages?|pgs?|págs?|s|с)\.?\s?[ivxlc]{1,8}(?![\p{L}\d])/iu

function hasSigns(fields: ReferenceFields, length: number): boolean {
  const isNamed = fields.authors.length > 0
  const isDated = fields.year !== undefined
  const isPlaced =
    fields.container !== undefined && (fields.volume !== undefined || fields.page !== undefined)
  const isIdentified = (fields.doi ?? fields.pmid ?? fields.pmcid ?? fields.url) !== undefined
  const signs = [isNamed, isDated, isPlaced, isIdentified].filter(Boolean).length
  return signs >= 3 || (signs === 2 && (isNamed || isPlaced) && length < 400)
}

/** An unmarked line opens an entry where it names its authors and the entry so far has ended. */
function opensReference(line: string, soFar: string): boolean {
  if (!/(?:[.)\]\d/>]|https?:\S{1,500})\s*$/.test(soFar.slice(-600))) return false
  if (!/^[\s"“„«]*[\p{Lu}\p{Lo}\d]|^\s*(?:van|von|de|del|di|da|du|la|le|el|al)\s/u.test(line)) return false
  if (!mayBeLikely.test(line) && !mayBeLikely.test(soFar)) return false
  const fields = parseReference(line)
  if (fields.authors.length === 0) return false
  return (line.length <= 6_000 && hasSigns(fields, line.length)) || isLikely(soFar)
}
