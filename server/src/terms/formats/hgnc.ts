import type { Name } from '../../text/name.js'
import type { Parsed, Skipped } from '../../text/parsed.js'
import { tsvRows } from '../../text/csv.js'
import type { Concept } from '../concept.js'
import type { VocabularyFormat } from './format.js'
import { conceptFrom, listed } from './written-concept.js'

/**
 * The complete set of the HUGO Gene Nomenclature Committee: tab-separated, with a head. A gene's names are its symbol, its
 * alias and previous symbols, and its name with alias and previous names. Withdrawn entries are left out.
 */
export const hgnc: VocabularyFormat = {
  name: 'hgnc',
  extensions: ['.txt', '.tsv'],
  isAuthority: true,
  recognises: (head) => /^\uFEFF?hgnc_id\tsymbol\t/.test(head),
  parse,
}

function parse(text: string): Parsed<Concept> {
  const [head, ...rows] = tsvRows(text)
  const columns = new Map(head?.cells.map((title, index) => [title, index]))
  const items: Concept[] = []
  const skipped: Skipped[] = []
  for (const { cells, line } of rows) {
    const cell = (title: string): string => cells[columns.get(title) ?? -1] ?? ''
    const id = cell('hgnc_id')
    if (cell('status').endsWith('Withdrawn')) continue
    if (!/^HGNC:\d+$/.test(id))
      skipped.push({ line, reason: `${id || 'Nothing'} stands where an identifier like HGNC:5 belongs` })
    else if (cell('symbol').trim() === '') skipped.push({ line, reason: `${id} has no symbol` })
    else items.push(geneIn(id as Name, cell))
  }
  return { items, skipped }
}

function geneIn(id: Name, cell: (title: string) => string): Concept {
  const symbols = [...listed(cell('alias_symbol')), ...listed(cell('prev_symbol'))]
  const names = [cell('name'), ...listed(cell('alias_name')), ...listed(cell('prev_name'))]
  const elsewhere = [
    ...listed(cell('entrez_id')).map((number): Name => `NCBIGene:${number}`),
    ...listed(cell('ensembl_gene_id')).map((number): Name => `Ensembl:${number}`),
    ...listed(cell('uniprot_ids')).map((number): Name => `UniProtKB:${number}`),
  ]
  return conceptFrom({
    id,
    preferredName: cell('symbol'),
    synonyms: [...symbols, ...names],
    kind: 'gene',
    identifiers: elsewhere,
  })
}
