import { csvRows, tsvRows, type Row } from '../../text/csv.js'
import type { Name } from '../../text/name.js'
import type { Parsed, Skipped } from '../../text/parsed.js'
import { conceptKinds, type Concept, type ConceptKind } from '../concept.js'
import type { VocabularyFormat } from './format.js'
import { conceptFrom, curieFrom, kindFromPrefix } from './written-concept.js'

/**
 * A table of names, with commas, semicolons or tabs between its cells. Its head says which column holds what, in any order:
 * an identifier, a name, synonyms (parted by "|" or ";"), a kind, a definition; other columns are passed over. Rows with one
 * identifier are one concept. Without a head, one of the first two columns must hold identifiers, and the other names.
 */
export const table: VocabularyFormat = {
  name: 'table',
  extensions: ['.csv', '.tsv', '.txt'],
  isAuthority: false,
  parse,
}

const titles = {
  id: /^(?:#?\s*)?(?:id|curie|identifier|concept|concept[ _]?id|code|mesh[ _]id|[a-z]+[ _]id|term[ _]id|mesh|ui)$/,
  name: /^(?:name|preferred[ _]?name|label|term|title|preferred[ _]?label|pref[ _]?label|symbol|common name|[a-z]+[ _]name)$/,
  synonyms: /^(?:synonyms?|alias(?:es)?|alt[ _]?labels?|other[ _]names?|alternative[ _](?:names?|labels?))$/,
  kind: /^(?:kind|type|category|semantic[ _]type)$/,
  definition: /^(?:definition|description|def|meaning)$/,
}
type Column = keyof typeof titles

function parse(text: string): Parsed<Concept> {
  const start = text.slice(0, 4000)
  const { rows, skipped } = start.includes('\t')
    ? { rows: tsvRows(text), skipped: [] }
    : csvRows(text, isParted(start, ';', ',') ? ';' : ',')
  const columns = columnsIn(rows)
  if (!columns)
    return {
      items: [],
      skipped: [
        ...skipped,
        { line: 0, reason: 'No column of this table is called "name", "label" or "term"' },
      ],
    }
  return conceptsIn(columns.hasHead ? rows.slice(1) : rows, columns, skipped)
}

function isParted(text: string, by: string, thanBy: string): boolean {
  const [head = ''] = text.split('\n')
  return head.split(by).length > head.split(thanBy).length
}

interface Columns extends Partial<Record<Column, number>> {
  readonly name: number
  readonly hasHead: boolean
  /** What the identifiers' prefix is where the cells lack one: the "MESH" of a column "mesh_id". */
  readonly prefix?: string
}

function columnsIn(rows: readonly Row[]): Columns | undefined {
  const head = rows[0]?.cells.map((title) => title.trim().toLowerCase()) ?? []
  const found = Object.entries(titles).flatMap(([column, title]) => {
    const at = head.findIndex((cell) => title.test(cell))
    return at < 0 ? [] : [[column, at] as const]
  })
  const columns = Object.fromEntries(found) as Partial<Record<Column, number>>
  if (columns.name !== undefined && columns.name !== columns.id) {
    const prefix = /^([a-z]+)[ _]id$/.exec(head[columns.id ?? -1] ?? '')?.[1]
    const isPrefix = prefix !== undefined && prefix !== 'concept' && prefix !== 'term'
    return {
      ...columns,
      name: columns.name,
      hasHead: true,
      ...(isPrefix && { prefix: prefix.toUpperCase() }),
    }
  }
  const sample = rows.slice(0, 20)
  const holdsIds = (at: number): boolean =>
    sample.length > 0 && sample.every(({ cells }) => curieFrom(cells[at] ?? '') !== undefined)
  if (holdsIds(1)) return { id: 1, name: 0, hasHead: false }
  return holdsIds(0) ? { id: 0, name: 1, hasHead: false } : undefined
}

function conceptsIn(rows: readonly Row[], columns: Columns, before: readonly Skipped[]): Parsed<Concept> {
  const skipped: Skipped[] = [...before]
  const found = new Map<
    Name,
    { preferredName: string; synonyms: string[]; kind: ConceptKind; definition: string }
  >()
  for (const { cells, line } of rows) {
    const cell = (column: Column): string => cells[columns[column] ?? -1]?.trim() ?? ''
    const preferredName = cell('name')
    const id = identifierOf(cell('id'), preferredName, columns)
    if (preferredName === '') skipped.push({ line, reason: 'The row has no name' })
    else if (!id) skipped.push({ line, reason: `${cell('id')} is no identifier like CHEBI:15365` })
    else {
      const synonyms = cell('synonyms').split(/[|;]/)
      const known = found.get(id)
      if (known) known.synonyms.push(preferredName, ...synonyms)
      else
        found.set(id, {
          preferredName,
          synonyms,
          kind: kindOf(cell('kind'), id),
          definition: cell('definition'),
        })
    }
  }
  const items = [...found].map(([id, said]) => conceptFrom({ id, ...said }))
  return { items, skipped: skipped.sort((one, other) => one.line - other.line) }
}

function identifierOf(written: string, name: string, { id, prefix }: Columns): Name | undefined {
  if (id === undefined || written === '') {
    const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu)
    return words ? `bioprose:${words.join('-')}` : undefined
  }
  if (written.includes(':')) return curieFrom(written)
  return /^[\w.-]+$/.test(written) ? `${prefix ?? 'table'}:${written}` : undefined
}

function kindOf(written: string, id: Name): ConceptKind {
  const kind = written.toLowerCase()
  return conceptKinds.find((known) => known === kind) ?? kindFromPrefix(id) ?? 'concept'
}
