import { parse } from 'csv-parse/browser/esm/sync'
import type { Skipped } from './parsed.js'

/** A row of a table: its cells, and the zero-based line on which it ends. */
export interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

/** The rows of a table, the head among them, and what is no row. */
export interface Rows {
  readonly rows: readonly Row[]
  readonly skipped: readonly Skipped[]
}

/**
 * Reads comma-separated values, quotes and all. Empty lines are passed over; a row whose quotes do not match is skipped
 * and the next one is read. Never throws.
 */
export function csvRows(text: string, delimiter = ','): Rows {
  const skipped: Skipped[] = []
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      skipRecordsWithError: true,
      onSkip: (error) => {
        const line = ((error as { lines?: number } | undefined)?.lines ?? 1) - 1
        skipped.push({ line, reason: 'The row is no CSV.' })
      },
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return { rows: rows.map(({ record, info }) => ({ cells: record, line: info.lines - 1 })), skipped }
  } catch (error) {
    const reason = `The file is no CSV: ${error instanceof Error ? error.message : String(error)}`
    return { rows: [], skipped: [{ line: 0, reason }] }
  }
}

/**
 * Reads tab-separated values, in which no sign but the tab and the line's end means anything; quotes around a whole cell
 * are taken off. Empty lines are passed over.
 */
export function tsvRows(text: string): readonly Row[] {
  const rows: Row[] = []
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (let line = 0; start < text.length; line++) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const written = text.slice(start, text.charAt(end - 1) === '\r' ? end - 1 : end)
    if (written.trim() !== '') rows.push({ cells: written.split('\t').map(unquoted), line })
    start = end + 1
  }
  return rows
}

function unquoted(cell: string): string {
  const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')
  return isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell
}
