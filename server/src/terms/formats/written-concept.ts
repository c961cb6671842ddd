import type { Name } from '../../text/name.js'
import { inferredCase } from '../case-policy.js'
import type { Concept, ConceptKind, ConceptName, Relation } from '../concept.js'

/** What most vocabularies say of a concept. */
export interface Said {
  readonly id: Name
  readonly preferredName: string
  /** Other names; empty ones and repetitions are dropped. */
  readonly synonyms: readonly string[]
  readonly kind: ConceptKind
  readonly definition?: string
  /** Further identifiers. */
  readonly identifiers?: readonly Name[]
  readonly related?: readonly Relation[]
}

/** A concept from what a vocabulary says. The case policy of each name is inferred. */
export function conceptFrom(said: Said): Concept {
  const names = new Map<string, ConceptName>()
  for (const written of [said.preferredName, ...said.synonyms]) {
    const text = written.trim()
    if (text !== '' && !names.has(text)) names.set(text, { text, case: inferredCase(text) })
  }
  return {
    id: said.id,
    preferredName: said.preferredName.trim(),
    names: [...names.values()],
    kind: said.kind,
    definition: said.definition?.trim() ?? '',
    identifiers: [...new Set([said.id, ...(said.identifiers ?? [])])],
    related: said.related ?? [],
    regulatory: [],
  }
}

/** What lists in one cell are parted by: "TRKB|trk-B". A dash alone stands for nothing. */
export function listed(cell: string | undefined, separator = '|'): readonly string[] {
  if (!cell || cell === '-') return []
  return cell.split(separator).flatMap((part) => part.trim() || [])
}

/** An identifier as it is written, if it looks like one: "HGNC:5", "DOID:4". */
export function curieFrom(written: string): Name | undefined {
  const text = written.trim()
  return /^[A-Za-z][\w.-]*:[^\s:]\S*$/.test(text) ? (text as Name) : undefined
}

/** The kind of what an authority lists, by the prefix of its identifiers. */
export function kindFromPrefix(identifier: string): ConceptKind | undefined {
  return kinds[identifier.slice(0, identifier.indexOf(':')).toLowerCase()]
}

const kinds: Readonly<Record<string, ConceptKind>> = {
  hgnc: 'gene',
  ncbigene: 'gene',
  entrez: 'gene',
  ensembl: 'gene',
  mgi: 'gene',
  rgd: 'gene',
  flybase: 'gene',
  sgd: 'gene',
  zfin: 'gene',
  omim: 'gene',
  uniprot: 'protein',
  uniprotkb: 'protein',
  pr: 'protein',
  fplx: 'protein family',
  'hgnc.group': 'protein family',
  interpro: 'protein family',
  pfam: 'protein family',
  drugbank: 'drug',
  rxnorm: 'drug',
  atc: 'drug',
  chembl: 'drug',
  chebi: 'chemical',
  pubchem: 'chemical',
  cas: 'chemical',
  unii: 'chemical',
  doid: 'disease',
  mondo: 'disease',
  orphanet: 'disease',
  ordo: 'disease',
  icd10: 'disease',
  hp: 'disease',
  mp: 'disease',
  uberon: 'anatomy',
  fma: 'anatomy',
  cl: 'cell type',
  go: 'process',
  obi: 'method',
}
