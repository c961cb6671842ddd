import { csvRows } from '../text/csv.js'
import type { Parsed, Skipped } from '../text/parsed.js'
import type { Retraction, RetractionKind, RetractionList } from './retractions.js'

/** One notice, and the work that it is about. */
export interface Notice extends Retraction {
  readonly doi?: string
  readonly pmid?: string
}

/**
 * Reads the CSV in which Crossref publishes the Retraction Watch database; a file with a part of its columns will do.
 * A row without a DOI or PubMed number of the original, or of a nature that is not known, is skipped; reinstatements are
 * skipped without a word, for nothing is wrong with those works.
 */
export function retractionWatch(text: string): Parsed<Notice> {
  const items: Notice[] = []
  const skipped: Skipped[] = []
  for (const { record, line } of rowsIn(text, skipped)) {
    const nature = record.RetractionNature?.trim().toLowerCase() ?? ''
    if (nature === 'reinstatement') continue
    const kind = kinds[nature]
    const doi = identifier(record.OriginalPaperDOI)?.toLowerCase()
    const pmid = identifier(record.OriginalPaperPubMedID)
    if (!kind) skipped.push({ line, reason: `The nature '${nature}' of the notice is not known.` })
    else if (!doi && !pmid)
      skipped.push({ line, reason: 'The row names neither DOI nor PubMed number of the original.' })
    else {
      const date = isoDate(record.RetractionDate)
      items.push({ kind, ...(date && { date }), ...(doi && { doi }), ...(pmid && { pmid }) })
    }
  }
  return { items, skipped }
}

/** The list that notices make. Of several about one work the gravest holds. */
export function retractionList(notices: readonly Notice[], source = 'Retraction Watch'): RetractionList {
  const works = new Map<string, Notice>()
  let asOf = ''
  for (const notice of notices) {
    if (notice.date && notice.date > asOf) asOf = notice.date
    for (const key of [notice.doi, notice.pmid]) {
      const other = key === undefined ? undefined : works.get(key)
      if (key !== undefined && (!other || gravity[notice.kind] > gravity[other.kind])) works.set(key, notice)
    }
  }
  const find: RetractionList['find'] = ({ doi, pmid }) => {
    const [one, other] = [works.get(doi?.toLowerCase() ?? ''), works.get(pmid ?? '')]
    return one && other && gravity[other.kind] > gravity[one.kind] ? other : (one ?? other)
  }
  return { source, asOf, find }
}

const gravity: Readonly<Record<RetractionKind, number>> = {
  correction: 0,
  'expression of concern': 1,
  retraction: 2,
}

const kinds: Readonly<Record<string, RetractionKind>> = {
  retraction: 'retraction',
  'expression of concern': 'expression of concern',
  correction: 'correction',
}

type Row = Readonly<Record<string, string | undefined>>

function rowsIn(text: string, skipped: Skipped[]): readonly { record: Row; line: number }[] {
  const table = csvRows(text)
  skipped.push(...table.skipped)
  const [head, ...rows] = table.rows
  return rows.map(({ cells, line }) => ({
    record: Object.fromEntries(cells.map((cell, index) => [head!.cells[index] ?? '', cell])),
    line,
  }))
}

/** "0" and "Unavailable" stand for nothing. */
function identifier(written = ''): string | undefined {
  const value = written.trim()
  return value === '' || value === '0' || /^unavailable$/i.test(value) ? undefined : value
}

/** "3/14/2021 0:00" as "2021-03-14". */
function isoDate(written = ''): string | undefined {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(written.trim()) ?? []
  if (year) return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return /^\d{4}-\d{2}-\d{2}/.exec(written.trim())?.[0]
}
