import type { Parsed, Skipped } from '../../text/parsed.js'
import type { Span } from '../../text/span.js'
import type { Author, Entry } from '../entry.js'

/** One record of a file that says in two to four letters what each line is: RIS and PubMed's own format. */
export interface TaggedRecord extends Span {
  readonly line: number
  /** The values of each tag, in order. */
  readonly values: ReadonlyMap<string, readonly string[]>
  /** Where the value of each tag's first line stands. */
  readonly places: ReadonlyMap<string, Span>
}

/** How a format writes its records. */
export interface Tagging {
  /** A line with a tag: the tag is the first group, its value the second. */
  readonly tagged: RegExp
  /** Whether a tag opens a record. */
  readonly opens: (tag: string) => boolean
  /** Whether a tag ends one. */
  readonly closes: (tag: string) => boolean
}

/**
 * Reads a file record by record, each of which is forgotten when its entry is made: large files would fill the memory
 * otherwise. A line without a tag continues the one before it.
 *
 * @param entryOf the entry that a record makes; undefined where it has neither title nor author
 */
export function taggedEntries(
  text: string,
  { tagged, opens, closes }: Tagging,
  entryOf: (record: TaggedRecord) => Entry | undefined,
): Parsed<Entry> {
  const items: Entry[] = []
  const skipped: Skipped[] = []
  let open: OpenRecord | undefined
  let line = -1
  const close = (end: number) => {
    const entry = open && entryOf({ ...open, end })
    if (entry) items.push(entry)
    else if (open) skipped.push({ line: open.line, reason: 'The record has neither title nor author.' })
    open = undefined
  }
  for (const { start, end } of linesIn(text)) {
    line++
    const written = text.slice(start, end)
    const match = tagged.exec(written)
    const tag = match?.[1]
    if (tag === undefined) {
      if (open?.last && written.trim() !== '') continued(open, open.last, written.trim())
      else if (!open && written.replace('\ufeff', '').trim() !== '')
        skipped.push({ line, reason: 'This line belongs to no record.' })
      continue
    }
    if (opens(tag)) {
      close(start)
      open = { start, line, values: new Map(), places: new Map(), last: undefined }
    }
    if (!open) {
      skipped.push({ line, reason: `The tag ${tag} stands outside of any record.` })
      continue
    }
    if (closes(tag)) {
      close(end)
      continue
    }
    const value = match![2]!.trim()
    const place = end - match![2]!.trimStart().length
    if (!open.places.has(tag)) open.places.set(tag, { start: place, end: place + value.length })
    const known = open.values.get(tag)
    if (known) known.push(value)
    else open.values.set(tag, [value])
    open.last = tag
  }
  close(text.length)
  return { items, skipped }
}

interface OpenRecord {
  readonly start: number
  readonly line: number
  readonly values: Map<string, string[]>
  readonly places: Map<string, Span>
  last: string | undefined
}

function continued(record: OpenRecord, tag: string, more: string): void {
  const values = record.values.get(tag)!
  values[values.length - 1] = `${values.at(-1)!} ${more}`.trim()
}

/** The lines of a text without their ends, LF, CRLF or CR. */
function* linesIn(text: string): Iterable<Span> {
  const lineEnd = /\r\n|\n|\r/g
  let start = 0
  for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
    yield { start, end: match.index }
    start = lineEnd.lastIndex
  }
  yield { start, end: text.length }
}

/** "Barlind, Anna" or "Barlind A"; a name that ends with a comma, or has neither comma nor initials, is a body's. */
export function authorIn(written: string): Author | undefined {
  const name = written.trim()
  if (name === '') return undefined
  const [family, given, suffix] = name.split(',').map((part) => part.trim())
  if (name.includes(',')) {
    if (!given) return { literal: family! }
    return { family: suffix ? `${family!} ${suffix}` : family!, given }
  }
  const initials = /^(.{1,120}) (\p{Lu}{1,4})$/u.exec(name)
  return initials ? { family: initials[1]!, given: initials[2]! } : { literal: name }
}
