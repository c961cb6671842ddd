import type { Author, Entry } from './entry.js'

/** Entries as a CSL-JSON file, one item a paragraph, that this and other programs read back. */
export function writtenCslJson(entries: readonly Entry[], keys: readonly string[]): string {
  return `${JSON.stringify(
    entries.map((entry, i) => ({ id: keys[i]!, ...cslMembers(entry) })),
    null,
    2,
  )}\n`
}

/** The members of a CSL item that say the same as some fields; those of fields that are absent are absent. */
export function cslMembers(
  fields: Partial<Omit<Entry, 'source' | 'names'>>,
): Readonly<Record<string, unknown>> {
  const { authors = [], etAl, year, accessed } = fields
  const people = [...authors.map(name), ...(etAl ? [{ literal: 'et al.' }] : [])]
  const members = {
    type: fields.type,
    author: people.length > 0 ? people : undefined,
    issued: year === undefined ? undefined : { 'date-parts': [[year]] },
    title: fields.title,
    'container-title': fields.container,
    volume: fields.volume,
    issue: fields.issue,
    page: fields.page,
    publisher: fields.publisher,
    DOI: fields.doi,
    PMID: fields.pmid,
    PMCID: fields.pmcid,
    URL: fields.url,
    accessed: accessed === undefined ? undefined : dated(accessed),
    abstract: fields.abstract,
  }
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}

function name({ family, given, literal }: Author): Record<string, string> {
  if (family === undefined) return { literal: literal ?? given ?? '' }
  return given === undefined ? { family } : { family, given }
}

function dated(date: string): unknown {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? { 'date-parts': [date.split('-').map(Number)] } : { raw: date }
}
