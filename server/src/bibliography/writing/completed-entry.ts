import type { Entry, EntryType, ReferenceFields } from '../entry.js'
import type { BibliographyFormat } from '../formats/format.js'
import { cleanFields, noFields } from '../formats/values.js'
import { bibtexFields } from '../write-bibtex.js'
import { cslMembers } from '../write-csl-json.js'
import { writableFormat } from './writable-format.js'

/** What is to be put into the text of an entry, and where. */
export interface Insertion {
  /** From the entry's start. */
  readonly offset: number
  readonly text: string
}

const insertions = { bibtex: intoBibtex, 'csl-json': intoCslJson }

/**
 * What completes an entry of a library by some fields that it lacks; undefined where the library's format is not
 * written, or where the entry would not be read back with exactly these fields added.
 *
 * @param text the entry as it stands in the library
 */
export function completion(
  uri: string,
  text: string,
  added: Partial<ReferenceFields>,
): Insertion | undefined {
  const format = writableFormat(uri)
  const before = format && soleEntry(format, text)
  if (!before) return undefined
  const insertion = insertions[format.name](text, added, before.type)
  if (!insertion) return undefined
  const { offset } = insertion
  const after = soleEntry(format, text.slice(0, offset) + insertion.text + text.slice(offset))
  return after && isAsBefore(before, after, added) ? insertion : undefined
}

function soleEntry(format: BibliographyFormat, text: string): Entry | undefined {
  const { items, skipped } = format.parse('', text)
  return items.length === 1 && skipped.length === 0 ? items[0] : undefined
}

function isAsBefore(before: Entry, after: Entry, added: Partial<ReferenceFields>): boolean {
  const [meant, made] = [{ ...before, ...added }, after].map((fields) =>
    cleanFields({ ...noFields, ...fields }),
  )
  return JSON.stringify(meant) === JSON.stringify(made)
}

/** Before the brace that closes the entry, as the fields before it are set out. */
function intoBibtex(text: string, added: Partial<ReferenceFields>, type: EntryType): Insertion | undefined {
  const close = Math.max(text.lastIndexOf('}'), text.lastIndexOf(')'))
  const body = text.slice(0, close).trimEnd()
  const fields = bibtexFields({ authors: [], etAl: false, ...added, type })
  // A field that is there and empty, or that could not be read, is for the writer to look at.
  const isThere = fields.some(([name]) => new RegExp(String.raw`[{,\s]${name}\s{0,20}=`, 'i').test(body))
  if (close < 0 || fields.length === 0 || isThere) return undefined
  const [, lineBreak = '', indent = ''] =
    /(\r?\n)([ \t]*)[\w-]+[ \t]*=[^\n]*$/.exec(body) ?? /(\r?\n)([ \t]+)\S/.exec(body) ?? []
  const gap = lineBreak === '' ? ' ' : lineBreak + indent
  const hasComma = body.endsWith(',')
  const lines = fields.map(([name, value]) => `${name} = {${value}}`)
  return {
    offset: body.length,
    text: `${hasComma ? '' : ','}${gap}${lines.join(`,${gap}`)}${hasComma ? ',' : ''}`,
  }
}

/** Before the brace that closes the item, as the members before it are set out. */
function intoCslJson(text: string, added: Partial<ReferenceFields>): Insertion | undefined {
  const close = text.lastIndexOf('}')
  const body = text.slice(0, close).trimEnd()
  const members = cslMembers(added)
  const names = Object.keys(members)
  if (close < 0 || names.length === 0 || names.some((name) => body.includes(`"${name}"`))) return undefined
  const [gap = ' '] = /\r?\n[ \t]*(?=")/.exec(body) ?? []
  const written = Object.entries(members).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  )
  return { offset: body.length, text: `${body.endsWith('{') ? '' : ','}${gap}${written.join(`,${gap}`)}` }
}
