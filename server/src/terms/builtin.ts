import anatomy from '../../vocabulary/anatomy.json'
import conditions from '../../vocabulary/conditions.json'
import growthHormoneAxis from '../../vocabulary/growth-hormone-axis.json'
import interventions from '../../vocabulary/interventions.json'
import measuresAndMethods from '../../vocabulary/measures-and-methods.json'
import neurotrophins from '../../vocabulary/neurotrophins.json'
import nutrition from '../../vocabulary/nutrition.json'
import peptides from '../../vocabulary/peptides.json'
import processes from '../../vocabulary/processes.json'
import sexHormones from '../../vocabulary/sex-hormones.json'
import signalling from '../../vocabulary/signalling.json'
import stress from '../../vocabulary/stress.json'
import type { Concept } from './concept.js'
import { conceptIn } from './formats/glossary.js'
import { withRelationsResolved } from './relations.js'

let concepts: readonly Concept[] | undefined

/** The concepts of the built-in glossary, the same objects at every call. They are read when they are first asked for. */
export function builtInConcepts(): readonly Concept[] {
  concepts ??= withRelationsResolved(written().map(conceptIn).filter(isConcept))
  return concepts
}

function written(): readonly unknown[] {
  return [
    neurotrophins,
    signalling,
    growthHormoneAxis,
    peptides,
    sexHormones,
    stress,
    processes,
    anatomy,
    nutrition,
    interventions,
    conditions,
    measuresAndMethods,
  ].flatMap((file): readonly unknown[] => file.concepts)
}

/** A test sees to it that all of them are. */
function isConcept(value: Concept | string): value is Concept {
  return typeof value !== 'string'
}
