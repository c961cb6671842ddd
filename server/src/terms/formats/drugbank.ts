import type { Name } from '../../text/name.js'
import type { Parsed, Skipped } from '../../text/parsed.js'
import { csvRows } from '../../text/csv.js'
import type { Concept } from '../concept.js'
import type { VocabularyFormat } from './format.js'
import { conceptFrom, listed } from './written-concept.js'

/** DrugBank's open vocabulary: CSV with a head; synonyms are parted by " | ". */
export const drugbank: VocabularyFormat = {
  name: 'drugbank',
  extensions: ['.csv'],
  isAuthority: true,
  recognises: (head) => /^\uFEFF?"?DrugBank ID"?,/.test(head),
  parse,
}

function parse(text: string): Parsed<Concept> {
  const table = csvRows(text)
  const [head, ...rows] = table.rows
  const columns = new Map(head?.cells.map((title, index) => [title.trim().toLowerCase(), index]))
  const items: Concept[] = []
  const skipped: Skipped[] = [...table.skipped]
  for (const { cells, line } of rows) {
    const cell = (title: string): string => cells[columns.get(title) ?? -1]?.trim() ?? ''
    const id = cell('drugbank id')
    if (!/^DB\w+$/.test(id))
      skipped.push({ line, reason: `${id || 'Nothing'} stands where an identifier like DB00001 belongs` })
    else if (cell('common name') === '') skipped.push({ line, reason: `${id} has no common name` })
    else items.push(drugIn(id, cell))
  }
  return { items, skipped: skipped.sort((one, other) => one.line - other.line) }
}

function drugIn(id: string, cell: (title: string) => string): Concept {
  const elsewhere = { CAS: cell('cas'), UNII: cell('unii') }
  return conceptFrom({
    id: `DrugBank:${id}`,
    preferredName: cell('common name'),
    synonyms: listed(cell('synonyms'), ' | '),
    kind: 'drug',
    identifiers: Object.entries(elsewhere).flatMap(([prefix, value]): Name[] =>
      value ? [`${prefix}:${value}`] : [],
    ),
  })
}
