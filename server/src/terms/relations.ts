import type { Name } from '../text/name.js'
import type { Concept, Relation } from './concept.js'

/** How a relation points to a concept of which only the preferred name is known. */
export function byPreferredName(preferredName: string): Name {
  return `name:${preferredName}`
}

/**
 * The same concepts, each relation that points to a preferred name now pointing to the id of the concept that has it.
 * What none of `concepts` is called stays as it is: another vocabulary may have it.
 */
export function withRelationsResolved(concepts: readonly Concept[]): readonly Concept[] {
  const ids = new Map<Name, Name>()
  for (const concept of concepts) ids.set(byPreferredName(concept.preferredName), concept.id)
  const resolved = (relation: Relation): Relation => ({
    ...relation,
    to: ids.get(relation.to) ?? relation.to,
  })
  return concepts.map((concept) => ({ ...concept, related: concept.related.map(resolved) }))
}
