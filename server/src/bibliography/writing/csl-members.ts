import type { Author, ReferenceFields } from '../entry.js'

/** The members of a CSL item that say the same as some fields; those of fields that are absent are absent. */
export function cslMembers(fields: Partial<ReferenceFields>): Readonly<Record<string, unknown>> {
  const { authors = [], etAl, year, accessed } = fields
  const people = [...authors.map(nameOf), ...(etAl ? [{ literal: 'et al.' }] : [])]
  const members = {
    type: fields.type,
    title: fields.title,
    author: people.length > 0 ? people : undefined,
    issued: year === undefined ? undefined : { 'date-parts': [[year]] },
    'container-title': fields.container,
    volume: fields.volume,
    issue: fields.issue,
    page: fields.page,
    publisher: fields.publisher,
    DOI: fields.doi,
    PMID: fields.pmid,
    PMCID: fields.pmcid,
    URL: fields.url,
    accessed: accessed === undefined ? undefined : { 'date-parts': [accessed.split('-').map(Number)] },
  }
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}

function nameOf({ family, given, literal }: Author): Readonly<Record<string, string>> {
  if (family === undefined) return { literal: literal ?? given ?? '' }
  return given === undefined ? { family } : { family, given }
}
