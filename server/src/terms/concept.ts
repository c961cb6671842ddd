import type { Name } from '../text/name.js'

/** What a concept is, in words that a hover can show. */
export const conceptKinds = [
  'gene',
  'gene variant',
  'DNA element',
  'protein',
  'protein family',
  'receptor',
  'hormone',
  'hormone class',
  'peptide',
  'drug',
  'chemical',
  'chemical class',
  'signalling pathway',
  'physiological axis',
  'process',
  'anatomy',
  'cell type',
  'nutrient',
  'food',
  'intervention',
  'condition',
  'disease',
  'method',
  'measure',
  'concept',
] as const
export type ConceptKind = (typeof conceptKinds)[number]

/** How a concept stands to another, read from this concept to the other: "BDNF binds TrkB". */
export const relationKinds = [
  'binds',
  'activates',
  'inhibits',
  'antagonist of',
  'analogue of',
  'ester of',
  'form of',
  'part of',
  'is a',
  'metabolised to',
  'produced from',
  'produced by',
  'stimulates release of',
  'inhibits release of',
  'released by',
  'located in',
  'encoded by',
  'contributes to',
  'treats',
  'related to',
] as const
export type RelationKind = (typeof relationKinds)[number]

/** How strictly the letters of a name must be written as given. */
export const casePolicies = ['any', 'first', 'exact'] as const
export type CasePolicy = (typeof casePolicies)[number]

/** One way a concept is written. `any`: case is free; `first`: only the first letter's; `exact`: none. */
export interface ConceptName {
  readonly text: string
  readonly case: CasePolicy
}

/** What a regulator can say of a substance. */
export const regulatoryStatuses = [
  'approved',
  'withdrawn',
  'investigational',
  'unapproved',
  'prohibited in sport',
] as const

/** What regulators say of a substance, and when that was true. */
export interface RegulatoryStatus {
  readonly status: (typeof regulatoryStatuses)[number]
  /** Who says so: "FDA", "EMA", "WADA". */
  readonly authority: string
  /** The date at which it was true: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly asOf: string
  /** What exactly holds, in one short sentence. */
  readonly note?: string
}

export interface Relation {
  readonly kind: RelationKind
  /** The `id` of the other concept, or `name:…` as long as only its preferred name is known. */
  readonly to: Name
}

/** A thing that prose can mention. */
export interface Concept {
  /** The identifier that stands for the concept: the first of `identifiers`, or `bioprose:…` where no authority has one. */
  readonly id: Name
  readonly preferredName: string
  /** Every name, the preferred one first, with its case policy. */
  readonly names: readonly ConceptName[]
  readonly kind: ConceptKind
  /** One or two sentences. */
  readonly definition: string
  /** CURIEs, the most specific authority first. */
  readonly identifiers: readonly Name[]
  readonly related: readonly Relation[]
  readonly regulatory: readonly RegulatoryStatus[]
}
