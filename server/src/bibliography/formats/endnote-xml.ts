import { lineCounter } from '../../text/line-counter.js'
import type { Name } from '../../text/name.js'
import type { Skipped } from '../../text/parsed.js'
import { readXml, type XmlReader } from '../../text/xml.js'
import type { Entry, EntryType } from '../entry.js'
import { namesOf } from '../names.js'
import type { BibliographyFormat } from './format.js'
import { authorIn } from './tagged.js'
import { cleanFields, yearIn } from './values.js'

/** EndNote's XML export. A file that breaks off, or whose tags do not match, gives the records before and behind the fault. */
export const endnoteXml: BibliographyFormat = {
  name: 'endnote-xml',
  extensions: ['.xml', '.enlx'],
  parse(uri, text) {
    const items: Entry[] = []
    const skipped: Skipped[] = []
    const lineOf = lineCounter(text)
    let records = 0
    const unclosed = eachRecord(text, (record) => {
      records++
      const line = lineOf(record.start)
      if (record.values.has('title') || record.values.has('author')) items.push(entryOf(uri, record))
      else skipped.push({ line, reason: 'The record has neither title nor author.' })
    })
    if (unclosed !== undefined)
      skipped.push({
        line: lineOf(unclosed),
        reason: 'The record is not closed: the file breaks off inside it.',
      })
    if (records === 0 && unclosed === undefined && text.trim() !== '')
      skipped.push({ line: 0, reason: 'The file holds no records of EndNote.' })
    return { items, skipped }
  },
}

interface XmlRecord {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** The elements of a record whose text matters; all else, such as the styles of letters, only lends its text. */
const read = new Set(
  `title secondary-title full-title abbr-1 author year volume number pages electronic-resource-num url publisher label
  rec-number accession-num custom2 abstract access-date isbn`.split(/\s+/),
)

/** Hands over the records in order, none of which needs to be kept, and returns where one begins that is not closed. */
function eachRecord(text: string, take: (record: XmlRecord) => void): number | undefined {
  let open: { start: number; type: string; values: Map<string, string[]> } | undefined
  let element: string | undefined
  let words = ''
  const reader: XmlReader = {
    open(name, attributes, start) {
      if (name === 'record') open = { start, type: '', values: new Map() }
      else if (name === 'ref-type' && open) open.type = attributes.name ?? ''
      if (read.has(name)) [element, words] = [name, '']
    },
    text(more) {
      if (element) words += more
    },
    close(name, isWritten, end) {
      if (name === element && open) {
        const value = words.replace(/\s+/g, ' ').trim()
        const known = open.values.get(name)
        if (known && value !== '') known.push(value)
        else if (value !== '') open.values.set(name, [value])
        element = undefined
      }
      // A record that the file's end closes was not closed by its writer.
      if (name !== 'record' || !open || !isWritten) return
      take({ ...open, end })
      open = undefined
    },
  }
  readXml(text, reader, true)
  return open?.start
}

function entryOf(uri: string, { start, end, type, values }: XmlRecord): Entry {
  const first = (...names: readonly string[]) =>
    names.map((name) => values.get(name)?.[0]).find((value) => value)
  const abstract = first('abstract')
  const fields = cleanFields({
    type: typeOf(type),
    authors: (values.get('author') ?? []).flatMap((name) => authorIn(name) ?? []),
    etAl: false,
    title: first('title'),
    container: first('full-title', 'secondary-title', 'abbr-1'),
    year: yearIn(first('year')),
    yearLetter: undefined,
    volume: first('volume'),
    issue: first('number'),
    page: first('pages'),
    publisher: first('publisher'),
    doi: first('electronic-resource-num') ?? values.get('url')?.find((url) => url.includes('doi.org/')),
    pmid: /^\d{1,9}$/.exec(first('accession-num') ?? '')?.[0],
    pmcid: /^PMC\d{1,9}$/i.exec(first('custom2') ?? '')?.[0],
    url: first('url'),
    accessed: first('access-date'),
  })
  const key = first('label') ?? first('rec-number')
  const name: Name[] = key === undefined ? [] : [`key:${key}`]
  return {
    ...fields,
    names: [...name, ...namesOf(fields)],
    ...(abstract && { abstract }),
    source: { uri, span: { start, end } },
  }
}

function typeOf(name: string): EntryType {
  const type = name.toLowerCase()
  if (/journal|magazine|newspaper|electronic article/.test(type)) return 'article-journal'
  if (/section|chapter|encyclop/.test(type)) return 'chapter'
  if (type.includes('book')) return 'book'
  if (type.includes('conference')) return 'paper-conference'
  if (/report|government|standard/.test(type)) return 'report'
  if (type.includes('thesis')) return 'thesis'
  if (/web|blog/.test(type)) return 'webpage'
  if (/unpublished|manuscript|preprint/.test(type)) return 'article'
  return 'document'
}
