import type { Name } from '../../text/name.js'
import type { Parsed, Skipped } from '../../text/parsed.js'
import { tsvRows } from '../../text/csv.js'
import type { Concept } from '../concept.js'
import type { VocabularyFormat } from './format.js'
import { conceptFrom, listed } from './written-concept.js'

/**
 * NCBI Gene's `gene_info`: tab-separated; its head begins with "#", and a dash stands for an empty cell. A gene's names
 * are its symbol, synonyms, description and other designations. Newer entries that only hold a place are left out.
 */
export const ncbiGene: VocabularyFormat = {
  name: 'ncbi-gene',
  extensions: ['.gene_info', '.txt', '.tsv', '.gene_info_2016'],
  isAuthority: true,
  recognises: (head) => /^#(?:Format: )?tax_id[ \t]GeneID[ \t]Symbol/.test(head),
  parse,
}

const columns = { id: 1, symbol: 2, synonyms: 4, references: 5, name: 8, fullName: 11, otherNames: 13 }

function parse(text: string): Parsed<Concept> {
  const items: Concept[] = []
  const skipped: Skipped[] = []
  for (const { cells, line } of tsvRows(text)) {
    if (cells[0]!.startsWith('#')) continue
    const id = cells[columns.id] ?? ''
    const symbol = cells[columns.symbol] ?? ''
    if (!/^\d+$/.test(id))
      skipped.push({ line, reason: `${id || 'Nothing'} stands where a gene's number belongs` })
    else if (symbol === '' || symbol === '-') skipped.push({ line, reason: `Gene ${id} has no symbol` })
    else if (symbol !== 'NEWENTRY') items.push(geneIn(`NCBIGene:${id}`, symbol, cells))
  }
  return { items, skipped }
}

function geneIn(id: Name, symbol: string, cells: readonly string[]): Concept {
  const named = [columns.synonyms, columns.name, columns.fullName, columns.otherNames]
  return conceptFrom({
    id,
    preferredName: symbol,
    synonyms: named.flatMap((column) => listed(cells[column])),
    kind: 'gene',
    identifiers: listed(cells[columns.references]).flatMap((reference) => referenceIn(reference) ?? []),
  })
}

/** "HGNC:HGNC:8032" and "HGNC:8032" alike; of the others, Ensembl. */
function referenceIn(written: string): Name | undefined {
  const number = /^HGNC:(?:HGNC:)?(\d+)$/.exec(written)?.[1]
  if (number) return `HGNC:${number}`
  return written.startsWith('Ensembl:') ? (written as Name) : undefined
}
