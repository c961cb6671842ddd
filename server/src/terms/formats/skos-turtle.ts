import { Parser, type Quad } from 'n3'
import type { Parsed, Skipped } from '../../text/parsed.js'
import type { Concept } from '../concept.js'
import type { VocabularyFormat } from './format.js'
import { rdfType, skos, skosConcepts, type SkosConcept } from './skos-concept.js'

/**
 * SKOS in Turtle or N-Triples. Where a file stops being Turtle, the concepts before that place are read, and the place is
 * reported.
 */
export const skosTurtle: VocabularyFormat = {
  name: 'skos-turtle',
  extensions: ['.ttl', '.turtle', '.nt', '.skos'],
  isAuthority: false,
  parse,
}

function parse(text: string): Parsed<Concept> {
  const { quads, problem } = quadsIn(text)
  const concepts = new Map<string, SkosConcept>()
  const at = (iri: string): SkosConcept => {
    const known = concepts.get(iri)
    if (known) return known
    const concept: SkosConcept = { iri, line: 0, labels: [], exactMatches: [], broader: [] }
    concepts.set(iri, concept)
    return concept
  }
  for (const { subject, predicate, object } of quads) {
    const property = predicate.value.startsWith(skos) ? predicate.value.slice(skos.length) : ''
    if (predicate.value === rdfType && object.value === `${skos}Concept`) at(subject.value)
    else if (property === 'exactMatch') at(subject.value).exactMatches.push(object.value)
    else if (property === 'broader') at(subject.value).broader.push(object.value)
    else if (/Label$|^definition$|^scopeNote$/.test(property) && object.termType === 'Literal')
      at(subject.value).labels.push({ property, text: object.value, language: object.language })
  }
  const { items, skipped } = skosConcepts(concepts.values())
  return { items, skipped: problem ? [...skipped, problem] : skipped }
}

/** The statements of a file; where one is broken, those before it, as far as a line ends one. */
function quadsIn(text: string): { quads: readonly Quad[]; problem?: Skipped } {
  try {
    return { quads: new Parser().parse(text) }
  } catch (error) {
    const problem = problemOf(error)
    const before = text.split('\n').slice(0, problem.line).join('\n')
    const end = Math.max(before.lastIndexOf('.\n'), before.endsWith('.') ? before.length - 1 : -1)
    try {
      return { quads: new Parser().parse(before.slice(0, end + 1)), problem }
    } catch {
      return { quads: [], problem }
    }
  }
}

/** The library tells the line in its message, counted from 1. */
function problemOf(error: unknown): Skipped {
  const message = error instanceof Error ? error.message : String(error)
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? 1) - 1
  return {
    line,
    reason: `This is no Turtle: ${message.replace(/ on line \d+\.?$/, '')}; what follows was not read`,
  }
}
