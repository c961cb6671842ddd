import type { Parsed, Skipped } from '../../text/parsed.js'
import type { Name } from '../../text/name.js'
import type { Concept } from '../concept.js'
import { conceptFrom, kindFromPrefix } from './written-concept.js'

/** What a file says of one SKOS concept, in whichever notation. */
export interface SkosConcept {
  readonly iri: string
  readonly line: number
  readonly labels: Label[]
  readonly exactMatches: string[]
  readonly broader: string[]
}

/** A literal: which property has it, and its language, "" if it has none. */
export interface Label {
  readonly property: string
  readonly text: string
  readonly language: string
}

export const skos = 'http://www.w3.org/2004/02/skos/core#'
export const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** The properties that give names, the preferred one first. */
const nameProperties = ['prefLabel', 'altLabel', 'hiddenLabel']

/** The concepts, in English where they are labelled in several languages; one without a label is skipped. */
export function skosConcepts(written: Iterable<SkosConcept>): Parsed<Concept> {
  const items: Concept[] = []
  const skipped: Skipped[] = []
  for (const { iri, line, labels, exactMatches, broader } of written) {
    const labelled = (property: string): readonly string[] =>
      inEnglish(labels.filter((label) => label.property === property))
    const [preferredName, ...others] = nameProperties.flatMap(labelled)
    if (preferredName === undefined) skipped.push({ line, reason: `${iri} has no label` })
    else {
      const id = nameOf(iri)
      items.push(
        conceptFrom({
          id,
          preferredName,
          synonyms: others,
          kind: kindFromPrefix(id) ?? 'concept',
          definition: labelled('definition')[0] ?? labelled('scopeNote')[0] ?? '',
          identifiers: exactMatches.map(nameOf),
          related: broader.map((parent) => ({ kind: 'is a', to: nameOf(parent) })),
        }),
      )
    }
  }
  return { items, skipped }
}

/** What is in English or in no language; if nothing is, whatever there is. */
function inEnglish(labels: readonly Label[]): readonly string[] {
  const english = labels.filter(({ language }) => language === '' || /^en\b/i.test(language))
  return (english.length > 0 ? english : labels).map(({ text }) => text)
}

/** The identifier that an address ends with: ".../obo/DOID_4" is DOID:4; else the address itself is the name. */
function nameOf(iri: string): Name {
  const obo = /\/obo\/([A-Za-z]+)_(\w+)$/.exec(iri)
  if (obo) return `${obo[1]!}:${obo[2]!}`
  const mesh = /\/mesh\/([A-Z]\d+)$/.exec(iri)
  if (mesh) return `MESH:${mesh[1]!}`
  return iri.includes(':') ? (iri as Name) : `skos:${iri}`
}
