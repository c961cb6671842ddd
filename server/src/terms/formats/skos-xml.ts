import { lineCounter } from '../../text/line-counter.js'
import type { Parsed } from '../../text/parsed.js'
import { readXml } from '../../text/xml.js'
import type { Concept } from '../concept.js'
import type { VocabularyFormat } from './format.js'
import { skos, skosConcepts, type SkosConcept } from './skos-concept.js'

/** SKOS in RDF/XML, a concept being an element `skos:Concept`, or a `rdf:Description` of that type. */
export const skosXml: VocabularyFormat = {
  name: 'skos-xml',
  extensions: ['.rdf', '.xml', '.skos', '.owl'],
  isAuthority: false,
  recognises: (head) => head.includes(skos),
  parse,
}

/** Elements that are labels or notes of the concept that they stand in, without their prefix. */
const literal = /^(?:\w+:)?(prefLabel|altLabel|hiddenLabel|definition|scopeNote)$/

function parse(text: string): Parsed<Concept> {
  const lineOf = lineCounter(text)
  const concepts: SkosConcept[] = []
  let concept: (SkosConcept & { depth: number; isConcept: boolean }) | undefined
  let depth = 0
  let label: { property: string; language: string } | undefined
  let words = ''
  readXml(text, {
    open(name, attributes, start) {
      depth++
      const iri = attributes['rdf:about'] ?? (attributes['rdf:ID'] && `#${attributes['rdf:ID']}`)
      const isConcept = /^(?:\w+:)?Concept$/.test(name)
      if (!concept && iri && (isConcept || name === 'rdf:Description')) {
        concept = { iri, line: lineOf(start), labels: [], exactMatches: [], broader: [], depth, isConcept }
        return
      }
      if (!concept) return
      const resource = attributes['rdf:resource']
      if (name === 'rdf:type' && resource === `${skos}Concept`) concept.isConcept = true
      if (resource && name.endsWith('exactMatch')) concept.exactMatches.push(resource)
      if (resource && name.endsWith('broader')) concept.broader.push(resource)
      const property = literal.exec(name)?.[1]
      label = property ? { property, language: attributes['xml:lang'] ?? '' } : undefined
      words = ''
    },
    text(more) {
      if (label) words += more
    },
    close() {
      if (concept && label && depth > concept.depth) {
        const written = words.replace(/\s+/g, ' ').trim()
        if (written !== '') concept.labels.push({ ...label, text: written })
        label = undefined
      }
      if (concept?.depth === depth) {
        if (concept.isConcept) concepts.push(concept)
        concept = undefined
      }
      depth--
    },
  })
  return skosConcepts(concepts)
}
