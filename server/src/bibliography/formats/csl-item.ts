import type { Name } from '../../text/name.js'
import type { Author, Entry, EntrySource, EntryType, ReferenceFields } from '../entry.js'
import { namesOf } from '../names.js'
import { cleanFields, yearIn } from './values.js'

/** An item of CSL's data model, in whatever file it stands. Nothing in it is sure to be what it should be. */
export type CslItem = Readonly<Record<string, unknown>>

/** Whether a value can be an item: it has an id, a title or a type. */
export function isItem(value: unknown): value is CslItem {
  return typeof value === 'object' && value !== null && ('id' in value || 'title' in value || 'type' in value)
}

/** The entry that an item makes at a place. */
export function cslEntry(item: CslItem, source: EntrySource): Entry {
  const fields = fieldsOf(item)
  const id = textOf(item.id)
  const key: Name[] = id === undefined ? [] : [`key:${id}`]
  const abstract = textOf(item.abstract)
  return {
    ...fields,
    names: [...key, ...namesOf(fields)],
    ...(abstract && { abstract }),
    source,
  }
}

function fieldsOf(item: CslItem): ReferenceFields {
  const authors = listOf(item.author ?? item.editor)
    .map(authorOf)
    .filter((author) => author !== undefined)
  const note = textOf(item.note) ?? ''
  const noted = (label: string) =>
    new RegExp(String.raw`(?:^|\n|;)\s{0,10}${label}:\s{0,10}(\S{1,200})`, 'i').exec(note)?.[1]
  const people = authors.filter(
    ({ literal, family }) => !/^(?:others|et al\.?)$/i.test(literal ?? family ?? ''),
  )
  return cleanFields({
    type: types[textOf(item.type) ?? ''] ?? 'document',
    authors: people,
    etAl: people.length < authors.length,
    title: textOf(item.title),
    container: textOf(item['container-title']),
    year: yearOf(item.issued),
    volume: textOf(item.volume),
    issue: textOf(item.issue),
    page: textOf(item.page) ?? textOf(item.number),
    publisher: textOf(item.publisher),
    doi: textOf(item.DOI) ?? noted('DOI'),
    pmid: textOf(item.PMID) ?? noted('PMID'),
    pmcid: textOf(item.PMCID) ?? noted('PMCID'),
    url: textOf(item.URL),
    accessed: dateOf(item.accessed),
  })
}

function authorOf(value: unknown): Author | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : { literal: value.trim() }
  if (typeof value !== 'object' || value === null) return undefined
  const name = value as CslItem
  const last = textOf(name.family)
  const family = last && [textOf(name['non-dropping-particle']), last].filter(Boolean).join(' ')
  const given = [textOf(name.given), textOf(name['dropping-particle'])].filter(Boolean).join(' ')
  if (family) return { family, ...(given && { given }) }
  const literal = textOf(name.literal) ?? textOf(name.given)
  return literal === undefined ? undefined : { literal }
}

function yearOf(date: unknown): number | undefined {
  const [year] = datePartsOf(date)
  return year ?? yearIn(dateOf(date))
}

/** A date as text: its parts in ISO order, or however it is written out. */
function dateOf(date: unknown): string | undefined {
  if (typeof date === 'string' || typeof date === 'number') return String(date)
  const parts = datePartsOf(date)
  if (parts.length > 0) return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-')
  if (typeof date !== 'object' || date === null) return undefined
  const { raw, literal } = date as CslItem
  return textOf(raw) ?? textOf(literal)
}

function datePartsOf(date: unknown): number[] {
  if (typeof date !== 'object' || date === null) return []
  const first: unknown = listOf((date as CslItem)['date-parts'])[0]
  const parts = listOf(first).map(Number)
  return parts.length > 0 && parts.every((part) => Number.isInteger(part)) ? parts : []
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A value as plain text: without the rich text that CSL allows; a list's first value. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return textOf((value as readonly unknown[])[0])
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  const text = value
    .replace(/<\/?(?:i|b|sup|sub|sc|span)(?:\s[^<>]{0,200})?>/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
  return text === '' ? undefined : text
}

const types: Readonly<Record<string, EntryType>> = {
  'article-journal': 'article-journal',
  'article-magazine': 'article-journal',
  'article-newspaper': 'article-journal',
  article: 'article',
  manuscript: 'article',
  preprint: 'article',
  book: 'book',
  chapter: 'chapter',
  'entry-encyclopedia': 'chapter',
  'entry-dictionary': 'chapter',
  'paper-conference': 'paper-conference',
  report: 'report',
  thesis: 'thesis',
  webpage: 'webpage',
  'post-weblog': 'webpage',
  post: 'webpage',
}
