import type { Author, Entry } from './entry.js'

/** Entries as a CSL-JSON file, one item a paragraph, that this and other programs read back. */
export function writtenCslJson(entries: readonly Entry[], keys: readonly string[]): string {
  return `${JSON.stringify(
    entries.map((entry, i) => item(entry, keys[i]!)),
    null,
    2,
  )}\n`
}

function item(entry: Entry, id: string): Record<string, unknown> {
  const { type, authors, etAl, title, container, year, volume, issue, page, publisher } = entry
  const { doi, pmid, pmcid, url, accessed, abstract } = entry
  const people = [...authors.map(name), ...(etAl ? [{ literal: 'et al.' }] : [])]
  const fields = {
    id,
    type,
    author: people.length > 0 ? people : undefined,
    issued: year === undefined ? undefined : { 'date-parts': [[year]] },
    title,
    'container-title': container,
    volume,
    issue,
    page,
    publisher,
    DOI: doi,
    PMID: pmid,
    PMCID: pmcid,
    URL: url,
    accessed: accessed === undefined ? undefined : dated(accessed),
    abstract,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function name({ family, given, literal }: Author): Record<string, string> {
  if (family === undefined) return { literal: literal ?? given ?? '' }
  return given === undefined ? { family } : { family, given }
}

function dated(date: string): unknown {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? { 'date-parts': [date.split('-').map(Number)] } : { raw: date }
}
