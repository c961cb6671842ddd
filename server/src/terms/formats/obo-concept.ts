import type { Concept } from '../concept.js'
import { curieFrom, conceptFrom, kindFromPrefix } from './written-concept.js'

/** What an ontology says of a term, in whichever of its formats. */
export interface OntologyTerm {
  readonly id: string
  readonly name: string
  readonly synonyms: readonly string[]
  readonly definition: string
  /** Identifiers of the term elsewhere or formerly. */
  readonly alternatives: readonly string[]
  readonly parents: readonly string[]
  readonly namespace: string
}

/** The concept that an ontology's term is, or why it is none. */
export function oboConcept(term: OntologyTerm): Concept | string {
  const id = curieFrom(term.id)
  if (!id) return term.id ? `${term.id} is no identifier like DOID:4` : 'The term has no identifier'
  if (term.name.trim() === '') return `${id} has no name`
  return conceptFrom({
    id,
    preferredName: term.name,
    synonyms: term.synonyms,
    kind: kindFromPrefix(id) ?? 'process',
    definition: term.definition,
    identifiers: term.alternatives.flatMap((alternative) => curieFrom(alternative) ?? []),
    related: term.parents.flatMap((parent) => {
      const to = curieFrom(parent)
      return to ? [{ kind: 'is a' as const, to }] : []
    }),
  })
}
