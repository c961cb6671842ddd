import type { Name } from '../../text/name.js'
import { cslEntry, type CslItem } from '../formats/csl-item.js'
import type { Notice } from '../retraction-watch.js'
import type { RetractionKind } from '../retractions.js'
import { plainText } from './rich-text.js'
import { asList, asObject, asText, objectIn, valueOf, workOf, type Service, type Work } from './service.js'

/** How many works a search by title brings: the right one is the first, or there is none. */
const mostFound = 5

/**
 * Crossref's REST API: a work by its DOI, or the works whose bibliographic data fits a title best.
 *
 * The pace is that of Crossref's public pool, which allows five requests a second and one at a time.
 */
export const crossref: Service = {
  name: 'Crossref',
  hosts: ['api.crossref.org'],
  pace: 250,
  accepts: 'json',
  request(name, { email }) {
    const polite = email === '' ? '' : `mailto=${encodeURIComponent(email)}`
    const doi = valueOf(name, 'doi')
    if (doi !== undefined) {
      const url = `https://api.crossref.org/works/${encodeURIComponent(doi)}${polite && `?${polite}`}`
      return { url, accept: 'application/json' }
    }
    const title = valueOf(name, 'title')
    if (title === undefined) return undefined
    const query = `query.bibliographic=${encodeURIComponent(title)}&rows=${mostFound}`
    return {
      url: `https://api.crossref.org/works?${query}${polite && `&${polite}`}`,
      accept: 'application/json',
    }
  },
  read(name, body) {
    const message = asObject(objectIn(body)?.message)
    if (!message) return { problem: 'the answer is not what Crossref usually says' }
    if (name.startsWith('title:')) return { works: asList(message.items).flatMap(workIn) }
    const works = workIn(message)
    return works.length > 0 ? { works } : { problem: 'the answer tells of no work' }
  },
}

/** A work of Crossref's own making, which is nearly a CSL item. */
function workIn(value: unknown): Work[] {
  const message = asObject(value)
  const doi = asText(message?.DOI)?.toLowerCase()
  if (!message || !doi) return []
  const title = asText(asList(message.title)[0])
  const type = types[asText(message.type) ?? ''] ?? 'document'
  const abstract = asText(message.abstract)
  const item: CslItem = {
    ...message,
    type,
    title: title === undefined ? undefined : plainText(title).replace(withdrawnTitle, ''),
    'container-title': asList(message['container-title']).flatMap(
      (one) => plainText(asText(one) ?? '') || [],
    ),
    author: asList(message.author ?? message.editor).map(authorIn),
    // The year that people cite is that of the printed issue, where there is one.
    issued: message['published-print'] ?? message.issued,
    page: message.page ?? message['article-number'],
    number: undefined,
    note: undefined,
    abstract: abstract === undefined ? undefined : plainText(abstract),
    // An article is found in its journal, and its address is its DOI.
    publisher: type === 'article-journal' ? undefined : message.publisher,
    URL: undefined,
  }
  const entry = cslEntry(item, { uri: '', span: { start: 0, end: 0 } })
  return [workOf(entry, noticesIn(message, doi, title))]
}

/** Publishers put it before the title when they withdraw a work in its place. */
const withdrawnTitle = /^(?:retracted|withdrawn)(?: article| paper)?\s{0,3}[:—–-]\s{0,3}/i

function authorIn(value: unknown): unknown {
  const author = asObject(value)
  const name = asText(author?.name)
  return name === undefined ? author : { literal: plainText(name) }
}

/** The notices about a work stand in `updated-by`; a work that is a notice itself names in `update-to` what it is about. */
function noticesIn(
  message: Readonly<Record<string, unknown>>,
  doi: string,
  title: string | undefined,
): readonly Notice[] {
  const about = (value: unknown, target: string | undefined): Notice[] => {
    const update = asObject(value)
    const kind = kinds[asText(update?.type)?.toLowerCase() ?? '']
    const date = dateIn(update?.updated)
    return kind && target ? [{ kind, doi: target, ...(date && { date }) }] : []
  }
  const notices = [
    ...asList(message['updated-by']).flatMap((value) => about(value, doi)),
    ...asList(message['update-to']).flatMap((value) =>
      about(value, asText(asObject(value)?.DOI)?.toLowerCase()),
    ),
  ]
  const isSaid = notices.some((notice) => notice.doi === doi && notice.kind === 'retraction')
  return title !== undefined && withdrawnTitle.test(title) && !isSaid
    ? [...notices, { kind: 'retraction', doi }]
    : notices
}

function dateIn(value: unknown): string | undefined {
  const parts = asList(asList(asObject(value)?.['date-parts'])[0]).map(Number)
  if (parts.length === 0 || !parts.every((part) => Number.isInteger(part) && part > 0)) return undefined
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-')
}

/** What Crossref calls the kinds of updates. That a part was retracted is cause for concern, not more: the rest stands. */
const kinds: Readonly<Record<string, RetractionKind>> = {
  retraction: 'retraction',
  withdrawal: 'retraction',
  removal: 'retraction',
  partial_retraction: 'expression of concern',
  expression_of_concern: 'expression of concern',
  correction: 'correction',
  corrigendum: 'correction',
  erratum: 'correction',
  addendum: 'correction',
  clarification: 'correction',
}

/** Crossref's types of works, as CSL calls them. */
const types: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  'reference-entry': 'chapter',
  report: 'report',
  dissertation: 'thesis',
}

/** The name that a search by title has: what leaves the machine is the title alone, and no more of it than titles are long. */
export function titleName(title: string): Name {
  return `title:${title.replace(/\s+/g, ' ').trim().slice(0, longestTitle)}`
}

const longestTitle = 300
