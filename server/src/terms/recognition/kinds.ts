import type { ConceptKind } from '../concept.js'

/** What the recogniser was taught to see. */
export const recognisedKinds = ['gene', 'chemical', 'disease'] as const
export type RecognisedKind = (typeof recognisedKinds)[number]

/** Which of them a concept of a vocabulary is, if any. */
export function recognisedKindOf(kind: ConceptKind): RecognisedKind | undefined {
  return kinds[kind]
}

const kinds: Partial<Readonly<Record<ConceptKind, RecognisedKind>>> = {
  gene: 'gene',
  protein: 'gene',
  'protein family': 'gene',
  receptor: 'gene',
  drug: 'chemical',
  chemical: 'chemical',
  'chemical class': 'chemical',
  disease: 'disease',
  condition: 'disease',
}
