import { identifiersIn } from '../../prose/identifiers.js'
import type { ReferenceFields } from '../entry.js'
import { isoDate } from '../reference/dates.js'

/** The fields of an entry as a library file gives them: any may be missing or badly formed. */
export type RawFields = { readonly [F in keyof ReferenceFields]: ReferenceFields[F] | undefined } & Pick<
  ReferenceFields,
  'type' | 'authors' | 'etAl'
>

/** A work of which nothing is known. */
export const noFields: RawFields = {
  type: 'document',
  authors: [],
  etAl: false,
  title: undefined,
  container: undefined,
  year: undefined,
  yearLetter: undefined,
  volume: undefined,
  issue: undefined,
  page: undefined,
  publisher: undefined,
  doi: undefined,
  pmid: undefined,
  pmcid: undefined,
  url: undefined,
  accessed: undefined,
}

/** Fields in the project's form: identifiers bare, pages with "-", dates in ISO order, what is empty or no such thing absent. */
export function cleanFields(raw: RawFields): ReferenceFields {
  const { type, authors, etAl, title, container, year, yearLetter, volume, issue, publisher } = raw
  const doi = raw.doi && doiIn(raw.doi)
  const pmid = raw.pmid && /\b[1-9]\d{0,8}\b/.exec(raw.pmid)?.[0]
  const pmcid = raw.pmcid && /(?:PMC)?(\d{1,9})/i.exec(raw.pmcid)?.[1]
  const url = raw.url && /https?:\/\/\S+/i.exec(raw.url)?.[0]
  const page = raw.page?.replace(/\s?[‐‑‒–—−-]{1,3}\s?/g, '-')
  const accessed = raw.accessed && isoDate(raw.accessed)
  return {
    type,
    authors,
    etAl,
    ...(title && { title }),
    ...(container && { container }),
    ...(year !== undefined && { year }),
    ...(yearLetter && { yearLetter }),
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(page && { page }),
    ...(publisher && { publisher }),
    ...(doi && { doi }),
    ...(pmid && { pmid }),
    ...(pmcid && { pmcid: `PMC${pmcid}` }),
    ...(url && { url }),
    ...(accessed && { accessed }),
  }
}

/** The year of a date however it is written; BibLaTeX and CSL allow years before 1000 and after today. */
export function yearIn(written: string | number | undefined): number | undefined {
  const digits = /(?<!\d)\d{4}(?!\d)/.exec(String(written ?? ''))?.[0]
  return digits === undefined ? undefined : Number(digits)
}

function doiIn(written: string): string | undefined {
  return identifiersIn(written).find(({ kind }) => kind === 'doi')?.value
}
