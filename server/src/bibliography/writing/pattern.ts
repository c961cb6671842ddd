import type { ReferenceFields } from '../entry.js'
import { monthPattern } from '../reference/dates.js'
import { beginsWith, writtenAuthors, type AuthorStyle } from './author-style.js'

/** A reference as it stands in a list, as Markdown, without its number or bullet, and what it says. */
export interface Example {
  readonly text: string
  readonly fields: ReferenceFields
}

/** The fields that a pattern has places for. */
export type Slot =
  'title' | 'container' | 'publisher' | 'year' | 'volume' | 'issue' | 'page' | 'doi' | 'pmid' | 'pmcid'

/** How a list writes a reference: what stands before each field, the authors first, and what stands at the end. */
export interface Pattern {
  readonly authors: AuthorStyle
  /** Behind the names where the list is cut short; undefined where the pattern has no such list. */
  readonly etAl?: string
  readonly slots: readonly { readonly before: string; readonly slot: Slot }[]
  readonly end: string
  /** Between the first and the last page. */
  readonly dash: string
  /** Its page is one, not a range: "p." stands before the one, "pp." before the other. */
  readonly hasOnePage: boolean
}

/** How most of medicine writes an article; for lists that give no example. */
export const plainPattern: Pattern = {
  authors: { order: 'inverted', given: 'AB', comma: ' ', between: ', ', last: ', ', pair: ', ' },
  etAl: ', et al',
  slots: [
    { before: '. ', slot: 'title' },
    { before: '. ', slot: 'container' },
    { before: '. ', slot: 'publisher' },
    { before: '. ', slot: 'year' },
    { before: ';', slot: 'volume' },
    { before: '(', slot: 'issue' },
    { before: '):', slot: 'page' },
    { before: '. doi:', slot: 'doi' },
    { before: '. PMID: ', slot: 'pmid' },
  ],
  end: '',
  dash: '-',
  hasOnePage: false,
}

/** What may stand between the fields. Other words say something of one work and must not be said of another. */
const connecting =
  /^(?:doi|dx|https?|org|pmid|pmcid|pmc|vol|volume|no|nr|issue|number|pp?|pages?|art|article|in|and|epub|www|ncbi|nlm|nih|gov|pubmed|articles)$/i

/** The pattern of a reference; undefined where it says more than its fields, or says them in another form. */
export function patternOf({ text, fields }: Example, authors: AuthorStyle): Pattern | undefined {
  if (fields.yearLetter ?? fields.accessed ?? (fields.doi ? undefined : fields.url)) return undefined
  const named = { text, authors: fields.authors, etAl: fields.etAl }
  if (fields.authors.length === 0 || !beginsWith(named, authors)) return undefined
  const names = writtenAuthors(fields.authors, authors, fields.etAl).length
  const etAl = fields.etAl ? etAlPattern.exec(text.slice(names))?.[0] : ''
  if (etAl === undefined) return undefined
  const places = placesOf(text, fields, names + etAl.length)
  if (!places) return undefined
  let end = names + etAl.length
  const slots = places.map(({ slot, start, length }) => {
    const before = undated(text.slice(end, start), slot)
    end = start + length
    return { before, slot }
  })
  const page = places.find(({ slot }) => slot === 'page')
  const dash = page && /[‐‑–—-]/.exec(text.slice(page.start, page.start + page.length))?.[0]
  const pattern = {
    authors,
    slots,
    end: undated(text.slice(end), undefined),
    dash: dash ?? '-',
    hasOnePage: page !== undefined && dash === undefined,
    ...(etAl !== '' && { etAl }),
  }
  return [...slots.map(({ before }) => before), pattern.end].every(isConnecting) ? pattern : undefined
}

/** The point of "et al." belongs to what follows, as that behind other authors does, unless emphasis holds it. */
const etAlPattern = /^,?\s(?:[*_]{1,2}et al\.?[*_]{1,2}|et al|and others)/

/** What stands before a field, without the month and the day, which are those of one work. */
function undated(gap: string, slot: Slot | undefined): string {
  return gap.replace(slot === 'year' ? monthBefore : monthBehind, '')
}

const monthBefore = new RegExp(String.raw`(?:\d{1,2}\s)?${monthPattern}\s?`, 'i')
const monthBehind = new RegExp(String.raw`,?\s?${monthPattern}(?:\s\d{1,2})?`, 'i')

function isConnecting(gap: string): boolean {
  return !/\d/.test(gap) && (gap.match(/\p{L}{1,40}/gu) ?? []).every((word) => connecting.test(word))
}

interface Place {
  readonly slot: Slot
  readonly start: number
  readonly length: number
}

/** Long values are found first, so that numbers are not sought inside them. */
const order: readonly Slot[] = [
  'doi',
  'title',
  'container',
  'publisher',
  'pmid',
  'pmcid',
  'page',
  'year',
  'volume',
  'issue',
]

/** Where each field stands, in the order of the text; undefined where one cannot be found. */
function placesOf(text: string, fields: ReferenceFields, from: number): readonly Place[] | undefined {
  const places: Place[] = []
  for (const slot of order) {
    const value = fields[slot]
    if (value === undefined) continue
    const place = placeOf(text, slot, String(value), from, places)
    if (!place) return undefined
    places.push(place)
  }
  return places.sort((a, b) => a.start - b.start)
}

function placeOf(
  text: string,
  slot: Slot,
  value: string,
  from: number,
  taken: readonly Place[],
): Place | undefined {
  const escaped = value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/-/g, '[-‐‑–—]')
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`,
    slot === 'doi' ? 'giu' : 'gu',
  )
  for (const { index, 0: found } of text.matchAll(pattern)) {
    const isFree = taken.every(
      ({ start, length }) => index + found.length <= start || start + length <= index,
    )
    if (index >= from && isFree) return { slot, start: index, length: found.length }
  }
  return undefined
}

/** A reference written by a pattern. What it lacks is left out, with what stands before it. */
export function writtenBy(pattern: Pattern, fields: ReferenceFields, cutting: Cutting): string {
  let text = people(pattern, fields, cutting)
  let pending: string | undefined
  for (const { before, slot } of pattern.slots) {
    const gap = pending === undefined ? before : bridged(pending, before)
    const value = fields[slot]
    pending = value === undefined ? gap : undefined
    if (value === undefined) continue
    const written = slot === 'page' ? String(value).replace('-', pattern.dash) : plain(String(value))
    text = joined(text, gap) + written
  }
  return joined(text, pending === undefined ? pattern.end : bridged(pending, pattern.end))
}

/** What stands between two fields when the one between them is missing. */
function bridged(before: string, after: string): string {
  // "**19**(5):415": without an issue its brackets go together, and so does emphasis around a volume.
  const [, rest, opening] = /^(.{0,20}?)([([]|[*_]{1,3})$/s.exec(before) ?? []
  if (rest !== undefined && after.startsWith(closing[opening!] ?? opening!))
    return rest + after.slice(opening!.length)
  // A quotation mark or an emphasis that closes belongs to the field before.
  const close = /^[^\p{L}\p{N}]{0,4}[”"»*_]/u.exec(before)?.[0]
  if (close === undefined) return after
  return /[”"»]$/.test(close) ? `${close} ${after.replace(/^[\s.,;:]{1,8}/, '')}` : close + after
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

/** No point follows a question mark, and nothing the beginning. */
function joined(text: string, gap: string): string {
  if (text === '') return gap.replace(/^[\s.,;:]{1,8}/, '')
  return /[.?!]$/.test(text) && gap.startsWith('.') ? text + gap.slice(1) : text + gap
}

/** When a list cuts a list of authors short: with more than `whole` it shows `shown`. */
export interface Cutting {
  readonly whole: number
  readonly shown: number
}

function people({ authors, etAl }: Pattern, fields: ReferenceFields, { whole, shown }: Cutting): string {
  const isCut = fields.etAl || fields.authors.length > whole
  const listed = fields.authors.length > whole ? fields.authors.slice(0, shown) : fields.authors
  const names = plain(writtenAuthors(listed, authors, isCut))
  return isCut && names !== '' ? names + (etAl ?? ', et al') : names
}

/** On one line; what Markdown would take for markup keeps its meaning as a sign. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>$]/g, '\\$&')
}
