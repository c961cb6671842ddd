import { parse } from '@retorquere/bibtex-parser'
import type { Creator } from '@retorquere/bibtex-parser'
import { lineCounter } from '../../text/line-counter.js'
import type { Name } from '../../text/name.js'
import type { Parsed, Skipped } from '../../text/parsed.js'
import type { Author, Entry, EntryType, ReferenceFields } from '../entry.js'
import { namesOf } from '../names.js'
import { chunksIn, directives } from './bibtex-chunks.js'
import type { Chunk } from './bibtex-chunks.js'
import { withoutAccents } from './bibtex-accents.js'
import { writtenFields } from './bibtex-fields.js'
import type { Piece } from './bibtex-fields.js'
import { plainNames, plainValue } from './bibtex-plain.js'
import type { BibliographyFormat } from './format.js'
import { cleanFields, yearIn } from './values.js'

/**
 * BibTeX and BibLaTeX: `@string`, crossref, braces and accents resolved, titles in the case that they are written in.
 *
 * The file is cut into entries first and each is parsed by itself, with the strings and the entries that it refers to:
 * so a bad one costs itself alone, and every entry and key has its exact place.
 */
export const bibtex: BibliographyFormat = {
  name: 'bibtex',
  extensions: ['.bib', '.bibtex'],
  parse(uri, text) {
    const chunks = chunksIn(text)
    const context = contextOf(text, chunks)
    const items: Entry[] = []
    const skipped: Skipped[] = []
    const lineOf = lineCounter(text)
    for (const chunk of chunks) {
      if (directives.has(chunk.type)) continue
      const line = lineOf(chunk.span.start)
      const result = recordIn(context, chunk)
      if (typeof result === 'string') skipped.push({ line, reason: result })
      else items.push(entryOf(uri, chunk, result))
    }
    return { items, skipped } satisfies Parsed<Entry>
  },
}

interface Context {
  readonly text: string
  readonly strings: Readonly<Record<string, string>>
  readonly byKey: ReadonlyMap<string, Chunk>
}

function contextOf(text: string, chunks: readonly Chunk[]): Context {
  const byKey = new Map<string, Chunk>()
  for (const chunk of chunks) {
    if (chunk.key && chunk.isClosed && !byKey.has(chunk.key.toLowerCase()))
      byKey.set(chunk.key.toLowerCase(), chunk)
  }
  return { text, strings: stringsIn(text, chunks), byKey }
}

/** The strings as TeX. They are read one by one: a bad one costs itself alone, and may use those before it. */
function stringsIn(text: string, chunks: readonly Chunk[]): Record<string, string> {
  const strings: Record<string, string> = {}
  for (const { type, span, isClosed } of chunks) {
    if (type !== 'string' || !isClosed) continue
    try {
      Object.assign(strings, parse(text.slice(span.start, span.end), { raw: true, strings }).strings)
    } catch {
      // An entry that uses it says so.
    }
  }
  return strings
}

/** What an entry says, TeX resolved: the fields that the project uses. */
interface Resolved {
  readonly type: string
  readonly fields: Readonly<Record<string, string | readonly string[] | readonly Creator[] | undefined>>
  readonly abstract?: string | undefined
}

/** What the entry says, or why it cannot be read. Only what holds TeX, or inherits, goes through the library. */
function recordIn(context: Context, chunk: Chunk): Resolved | string {
  const called = chunk.key ? `The entry "${chunk.key}"` : 'An entry'
  if (!chunk.isClosed) return `${called} is not closed: a brace is missing.`
  const written = writtenFields(context.text, chunk)
  const plain =
    written && !written.has('crossref') && !written.has('xdata')
      ? plainFields(written, context.strings)
      : undefined
  const record = plain ? { type: chunk.type, fields: plain } : parsedRecord(context, chunk, written, called)
  if (typeof record === 'string') return record
  return { type: record.type, fields: record.fields, abstract: abstractIn(written) }
}

function plainFields(
  written: ReadonlyMap<string, readonly Piece[]>,
  strings: Readonly<Record<string, string>>,
): Resolved['fields'] | undefined {
  const fields: Record<string, string | readonly Creator[]> = {}
  for (const [name, pieces] of written) {
    if (!usedFields.has(name)) continue
    const value = plainValue(pieces, strings, verbatimFields.has(name))
    const resolved =
      value !== undefined && (name === 'author' || name === 'editor') ? plainNames(value) : value
    if (resolved === undefined) return undefined
    fields[name] = resolved
  }
  return fields
}

function parsedRecord(
  { text, strings, byKey }: Context,
  chunk: Chunk,
  written: ReadonlyMap<string, readonly Piece[]> | undefined,
  called: string,
): Resolved | string {
  const source = written ? reduced(chunk, written) : text.slice(chunk.span.start, chunk.span.end)
  if (source.length > longestEntry) return `${called} is longer than a million characters.`
  try {
    const { entries, errors } = parse(source + parentsOf(text, source, byKey), { ...options, strings })
    return entries[0] ?? `${called} cannot be read: ${firstLine(errors[0]?.error)}.`
  } catch (error) {
    return `${called} cannot be read: ${firstLine(error instanceof Error ? error.message : String(error))}.`
  }
}

/** An abstract is shown and searched, never formatted: its TeX beyond accents is left out of it. */
function abstractIn(written: ReadonlyMap<string, readonly Piece[]> | undefined): string | undefined {
  const words = written
    ?.get('abstract')
    ?.map(({ content }) => content)
    .join('')
  return words?.includes('\\') ? withoutAccents(words).replace(/\\[a-z]+\s?|\\./gi, '') : words
}

/** The entry with the fields that are used alone: abstracts and notes hold most of the TeX of large libraries. */
function reduced(
  chunk: Chunk,
  written: ReadonlyMap<string, readonly Piece[]>,
  isLeft: (name: string) => boolean = () => true,
): string {
  const fields = [...written].filter(
    ([name]) => (usedFields.has(name) && isLeft(name)) || name === 'crossref' || name === 'xdata',
  )
  const lines = fields.map(
    ([name, pieces]) =>
      `${name} = ${pieces.map(({ kind, content }) => (kind === 'words' ? `{${content}}` : content)).join(' # ')}`,
  )
  return `@${chunk.type}{${chunk.key ?? ''},\n${lines.join(',\n')}\n}`
}

const longestEntry = 1_000_000

const options = { sentenceCase: false, english: false, caseProtection: false, unsupported: 'ignore' } as const

function firstLine(message = 'it holds no fields'): string {
  return message.split('\n')[0]!.slice(0, 160).replace(/\.$/, '')
}

/** The entries that an entry inherits from, up to its great-grandparent, without what identifies them: the DOI of a book is that of no chapter. */
function parentsOf(text: string, source: string, byKey: ReadonlyMap<string, Chunk>): string {
  let parents = ''
  let last = source
  for (let generation = 0; generation < 3; generation++) {
    const key = /\bcrossref\s{0,20}=\s{0,20}["{]?\s{0,20}([^\s"{},]{1,200})/i.exec(last)?.[1]
    const parent = key ? byKey.get(key.toLowerCase()) : undefined
    if (!parent) break
    const written = writtenFields(text, parent)
    last = written
      ? reduced(parent, written, (name) => !identifyingFields.has(name))
      : text.slice(parent.span.start, parent.span.end)
    parents += `\n${last}`
  }
  return parents
}

function entryOf(uri: string, chunk: Chunk, record: Resolved): Entry {
  const fields = fieldsOf(record)
  const key: Name[] = chunk.key ? [`key:${chunk.key}`] : []
  const abstract = plain(record.abstract)
  return {
    ...fields,
    names: [...key, ...namesOf(fields)],
    ...(abstract && { abstract }),
    source: { uri, span: chunk.span, ...(chunk.keySpan && { keySpan: chunk.keySpan }) },
  }
}

function fieldsOf({ type, fields }: Resolved): ReferenceFields {
  const creators = creatorsIn(fields.author) ?? creatorsIn(fields.editor) ?? []
  const people = creators.filter((creator) => !isOthers(creator))
  const value = (...names: string[]) => names.map((name) => plain(fields[name])).find((found) => found)
  const kind = types[type.toLowerCase()] ?? 'document'
  const title = value('title')
  const subtitle = value('subtitle')
  const eprint = { kind: (value('eprinttype', 'archiveprefix') ?? '').toLowerCase(), id: value('eprint') }
  return cleanFields({
    type: kind === 'document' && value('url') ? 'webpage' : kind,
    authors: people.map(authorOf).filter((author) => author !== undefined),
    etAl: people.length < creators.length,
    title: title && subtitle ? `${title}: ${subtitle}` : title,
    container: value('journaltitle', 'journal', 'booktitle', 'maintitle'),
    year: yearIn(value('year', 'date', 'eventdate')),
    volume: value('volume'),
    issue: value('issue', 'number'),
    page: value('pages', 'eid', 'articleno', 'article-number'),
    publisher: value('publisher', 'institution', 'school', 'organization'),
    doi: value('doi'),
    pmid: value('pmid') ?? (eprint.kind === 'pubmed' ? eprint.id : undefined),
    pmcid: value('pmcid', 'pmc'),
    url: value('url', 'howpublished'),
    accessed: value('urldate', 'lastchecked'),
  })
}

function creatorsIn(value: Resolved['fields'][string]): readonly Creator[] | undefined {
  return Array.isArray(value) && typeof value[0] === 'object' ? (value as readonly Creator[]) : undefined
}

function isOthers({ lastName, firstName, name }: Creator): boolean {
  return !firstName && /^others\.?$/i.test(lastName ?? name ?? '')
}

function authorOf({ name, lastName, firstName, prefix, suffix }: Creator): Author | undefined {
  const family = plain([prefix, lastName].filter(Boolean).join(' '))
  if (!family) return plain(name) ? { literal: plain(name)! } : undefined
  const given = plain([firstName, suffix].filter(Boolean).join(', '))
  return { family, ...(given && { given }) }
}

/** A value without the markup that the library makes of TeX's. */
function plain(value: string | readonly string[] | readonly Creator[] | undefined): string | undefined {
  if (value === undefined) return undefined
  const words =
    typeof value === 'string' ? value : value.map((one) => (typeof one === 'string' ? one : '')).join(' and ')
  const text = words
    .replace(/<\/?(?:i|b|sup|sub|sc|code|br|p|li|ul|h\d|blockquote|span|a)(?:\s[^<>]{0,300})?\/?>/g, '')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ı(?=[\u0300-\u036f])/g, 'i')
    .normalize('NFC')
  return text === '' ? undefined : text
}

const usedFields: ReadonlySet<string> = new Set(
  (
    'author editor title subtitle journaltitle journal booktitle maintitle year date eventdate volume issue number pages ' +
    'eid articleno article-number publisher institution school organization doi pmid pmcid pmc url howpublished urldate ' +
    'lastchecked eprint eprinttype archiveprefix'
  ).split(' '),
)

const identifyingFields: ReadonlySet<string> = new Set(
  'doi url pmid pmcid pmc eprint eprinttype archiveprefix urldate lastchecked howpublished'.split(' '),
)

const verbatimFields: ReadonlySet<string> = new Set([
  'doi',
  'url',
  'eprint',
  'urldate',
  'pmid',
  'pmcid',
  'pmc',
  'pages',
  'date',
  'year',
])

const types: Readonly<Record<string, EntryType>> = {
  article: 'article-journal',
  book: 'book',
  mvbook: 'book',
  booklet: 'book',
  collection: 'book',
  proceedings: 'book',
  manual: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inreference: 'chapter',
  conference: 'paper-conference',
  inproceedings: 'paper-conference',
  mastersthesis: 'thesis',
  phdthesis: 'thesis',
  thesis: 'thesis',
  report: 'report',
  techreport: 'report',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  unpublished: 'article',
  preprint: 'article',
}
