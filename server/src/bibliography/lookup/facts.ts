import type { Name } from '../../text/name.js'
import { cleanFields, noFields, type RawFields } from '../formats/values.js'
import { retractionList, type Notice } from '../retraction-watch.js'
import type { RetractionKind, RetractionList } from '../retractions.js'
import type { Author, EntryType } from '../entry.js'
import { asList, asObject, asText, type Work } from './service.js'

/** What a service said of a name. No works: it knows no such thing. */
export interface Facts {
  readonly works: readonly Work[]
  /** Who said it: "Crossref". */
  readonly source: string
  /** When it was asked, as ISO date and time. */
  readonly asOf: string
}

/** All that was looked up of the works of some documents, by the names that were asked for. */
export type KnownFacts = ReadonlyMap<Name, Facts>

/** The day on which facts were looked up, and where: "Crossref, 2026-03-14". */
export function toldBy({ source, asOf }: Facts): string {
  return `${source}, ${asOf.slice(0, 10)}`
}

/** The one work that an identifier stands for. */
export function workNamed(known: KnownFacts | undefined, name: Name): Work | undefined {
  return known?.get(name)?.works[0]
}

/** The notices among some facts, as a list of retractions. */
export function retractionsIn(known: KnownFacts): RetractionList {
  const notices = [...known.values()].flatMap((facts) =>
    facts.works.flatMap((work) => work.notices.map((notice): Notice => ({ ...notice, told: toldBy(facts) }))),
  )
  return retractionList(notices, 'looked up')
}

/** Facts as they were kept in a file, in which anything may stand by now: undefined where they are no facts. */
export function factsFrom(value: unknown): Facts | undefined {
  const kept = asObject(value)
  const source = asText(kept?.source)
  const asOf = asText(kept?.asOf)
  if (source === undefined || asOf === undefined || !/^\d{4}-\d{2}-\d{2}T/.test(asOf)) return undefined
  if (Number.isNaN(Date.parse(asOf)) || !Array.isArray(kept?.works)) return undefined
  const works = asList(kept.works).map(workFrom)
  return works.every((work) => work !== undefined) ? { source, asOf, works } : undefined
}

function workFrom(value: unknown): Work | undefined {
  const work = asObject(value)
  const fields = asObject(work?.fields)
  const type = types.find((one) => one === fields?.type)
  if (!work || !fields || !type) return undefined
  const texts = Object.fromEntries(textFields.map((name) => [name, asText(fields[name])]))
  const raw: RawFields = {
    ...noFields,
    ...texts,
    type,
    authors: asList(fields.authors).flatMap(authorFrom),
    etAl: fields.etAl === true,
    year: typeof fields.year === 'number' ? fields.year : undefined,
  }
  const abstract = asText(work.abstract)
  return {
    fields: cleanFields(raw),
    ...(abstract && { abstract }),
    notices: asList(work.notices).flatMap(noticeFrom),
  }
}

function authorFrom(value: unknown): Author[] {
  const author = asObject(value)
  const [family, given, literal] = [author?.family, author?.given, author?.literal].map(asText)
  if (!family && !literal) return []
  return [{ ...(family && { family }), ...(given && { given }), ...(literal && { literal }) }]
}

function noticeFrom(value: unknown): Notice[] {
  const notice = asObject(value)
  const kind = retractionKinds.find((one) => one === notice?.kind)
  if (!kind) return []
  const [date, doi, pmid] = [notice?.date, notice?.doi, notice?.pmid].map(asText)
  return [{ kind, ...(date && { date }), ...(doi && { doi }), ...(pmid && { pmid }) }]
}

const textFields = [
  'title', 'container', 'yearLetter', 'volume', 'issue', 'page', 'publisher', 'doi', 'pmid', 'pmcid', 'url', 'accessed',
] as const // prettier-ignore

const types: readonly EntryType[] = [
  'article-journal', 'book', 'chapter', 'paper-conference', 'report', 'thesis', 'webpage', 'article', 'document',
] // prettier-ignore

const retractionKinds: readonly RetractionKind[] = ['retraction', 'expression of concern', 'correction']
