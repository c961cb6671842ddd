import builtIn from '../../retractions/pubmed.json'
import type { Entry } from './entry.js'

/** What became of a work. A correction leaves it valid and is no retraction. */
export type RetractionKind = 'retraction' | 'expression of concern' | 'correction'

export interface Retraction {
  readonly kind: RetractionKind
  /** When the notice appeared, YYYY-MM-DD, where the list says so. */
  readonly date?: string
  /** Who told it and when, where that is not the list as a whole: "Crossref, 2026-03-14". */
  readonly told?: string
}

/** Works that were withdrawn or doubted, as one list knows them. */
export interface RetractionList {
  /** Who made the list: "PubMed". */
  readonly source: string
  /** Up to when it knows: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly asOf: string
  /** What the list says of a work; undefined where it does not know it. */
  find(work: Pick<Entry, 'doi' | 'pmid'>): Retraction | undefined
}

let known: RetractionList | undefined

/** The list that BioProse brings along: the numbers that PubMed marks as retracted. It is read when it is first asked. */
export function builtInRetractions(): RetractionList {
  known ??= listOf(builtIn)
  return known
}

function listOf({ asOf, source, steps }: typeof builtIn): RetractionList {
  const pmids = new Set<string>()
  let pmid = 0
  for (const step of steps.split(' ')) pmids.add(String((pmid += parseInt(step, 36))))
  const retraction: Retraction = { kind: 'retraction' }
  return { source, asOf, find: (work) => (work.pmid && pmids.has(work.pmid) ? retraction : undefined) }
}
