import type { Name } from '../text/name.js'

/** Where each authority shows one of its records; "$" stands for the identifier. */
const addresses: Readonly<Record<string, string>> = {
  HGNC: 'https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:$',
  NCBIGene: 'https://www.ncbi.nlm.nih.gov/gene/$',
  UniProtKB: 'https://www.uniprot.org/uniprotkb/$',
  CHEBI: 'https://www.ebi.ac.uk/chebi/CHEBI:$',
  MESH: 'https://meshb.nlm.nih.gov/record/ui?ui=$',
  DrugBank: 'https://go.drugbank.com/drugs/$',
  CAS: 'https://commonchemistry.cas.org/detail?cas_rn=$',
  PubChem: 'https://pubchem.ncbi.nlm.nih.gov/compound/$',
  GO: 'https://amigo.geneontology.org/amigo/term/GO:$',
  UBERON: 'https://www.ebi.ac.uk/ols4/ontologies/uberon/classes?obo_id=UBERON:$',
  DOID: 'https://disease-ontology.org/term/DOID:$',
  FPLX: 'https://identifiers.org/fplx:$',
}

/** The web page of a CURIE, or undefined for an authority that has none here. */
export function addressOfCurie(curie: Name): string | undefined {
  const colon = curie.indexOf(':')
  const address = addresses[curie.slice(0, colon)]
  return address?.replace('$', encodeURIComponent(curie.slice(colon + 1)))
}
