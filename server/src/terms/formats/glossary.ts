import type { Name } from '../../text/name.js'
import type { Parsed, Skipped } from '../../text/parsed.js'
import type { Span } from '../../text/span.js'
import { inferredCase } from '../case-policy.js'
import { casePolicies, conceptKinds, regulatoryStatuses, relationKinds } from '../concept.js'
import type { Concept, ConceptName, RegulatoryStatus, Relation } from '../concept.js'
import { byPreferredName, withRelationsResolved } from '../relations.js'
import type { VocabularyFormat } from './format.js'

/**
 * BioProse's own format, which its built-in glossary is written in: `{ "concepts": [{ "name": …, "kind": … }] }`.
 * `server/vocabulary/glossary.schema.json` says what a concept may hold.
 *
 * Each concept is read by itself, so that one slip of the pen costs one concept.
 */
export const glossary: VocabularyFormat = {
  name: 'glossary',
  extensions: ['.json'],
  isAuthority: false,
  parse,
}

function parse(text: string): Parsed<Concept> {
  const concepts = new Map<Name, Concept>()
  const skipped: Skipped[] = []
  const lines = new LineCounter(text)
  const { elements, problem } = elementsIn(text)
  for (const { start, end } of elements) {
    const line = lines.at(start)
    const concept = conceptWritten(text.slice(start, end))
    if (typeof concept === 'string') skipped.push({ line, reason: concept })
    else if (concepts.has(concept.id))
      skipped.push({ line, reason: `There is a concept ${concept.id} already` })
    else concepts.set(concept.id, concept)
  }
  if (problem) skipped.push({ line: lines.at(problem.at), reason: problem.reason })
  return { items: withRelationsResolved([...concepts.values()]), skipped }
}

function conceptWritten(json: string): Concept | string {
  try {
    return conceptIn(JSON.parse(json))
  } catch (error) {
    return `This is no JSON: ${error instanceof Error ? error.message : String(error)}`
  }
}

/**
 * Reads one concept of a glossary.
 *
 * @param value what JSON gave for it
 * @returns the concept, its relations pointing to preferred names (see `byPreferredName`); or why it is none
 */
export function conceptIn(value: unknown): Concept | string {
  try {
    return readConcept(objectIn(value, 'A concept'))
  } catch (error) {
    if (error instanceof Unreadable) return error.message
    throw error
  }
}

function readConcept(object: Fields): Concept {
  const name = nameIn({ text: object.name, case: object.case }, 'name')
  const identifiers = listIn(object.identifiers, 'identifiers').map((item) => curieIn(item, 'identifiers'))
  return {
    id: object.id === undefined ? (identifiers[0] ?? ownId(name.text)) : curieIn(object.id, 'id'),
    preferredName: name.text,
    names: [name, ...listIn(object.synonyms, 'synonyms').map((item) => nameIn(item, 'synonyms'))],
    kind: oneOf(conceptKinds, object.kind, 'kind'),
    definition: textIn(object.definition, 'definition'),
    identifiers,
    related: listIn(object.related, 'related').map(relationIn),
    regulatory: listIn(object.regulatory, 'regulatory').map(statusIn),
  }
}

/** The id of a concept that no authority has one for: "bioprose:brain-fog". */
function ownId(name: string): Name {
  return `bioprose:${
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ?? ''
  }`
}

function nameIn(value: unknown, field: string): ConceptName {
  const fields = typeof value === 'string' ? { text: value } : objectIn(value, `"${field}"`)
  const text = textIn(fields.text, field)
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Unreadable(`"${field}" holds neither letter nor digit`)
  const given = fields.case
  return { text, case: given === undefined ? inferredCase(text) : oneOf(casePolicies, given, 'case') }
}

function relationIn(value: unknown): Relation {
  const { relation, concept } = objectIn(value, '"related"')
  return { kind: oneOf(relationKinds, relation, 'relation'), to: byPreferredName(textIn(concept, 'concept')) }
}

function statusIn(value: unknown): RegulatoryStatus {
  const { status, authority, asOf, note } = objectIn(value, '"regulatory"')
  const date = textIn(asOf, 'asOf')
  if (!/^\d{4}(-\d\d){0,2}$/.test(date)) throw new Unreadable(`"asOf" is ${date}, and no date like 2024-05`)
  return {
    status: oneOf(regulatoryStatuses, status, 'status'),
    authority: textIn(authority, 'authority'),
    asOf: date,
    ...(note === undefined ? {} : { note: textIn(note, 'note') }),
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Thrown and caught in this file: a reader that finds nothing to read has no value to give back. */
class Unreadable extends Error {}

function objectIn(value: unknown, what: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw new Unreadable(`${what} must be an object`)
}

function listIn(value: unknown, field: string): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  throw new Unreadable(`"${field}" must be a list`)
}

function textIn(value: unknown, field: string): string {
  const text = typeof value === 'string' ? value.trim() : ''
  if (text) return text
  throw new Unreadable(`"${field}" must be a text`)
}

function curieIn(value: unknown, field: string): Name {
  const text = textIn(value, field)
  if (/^[A-Za-z][\w.-]*:\S+$/.test(text)) return text as Name
  throw new Unreadable(`"${field}" holds ${text}, which is no identifier like HGNC:1033`)
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, field: string): T {
  const known = allowed.find((item) => item === value)
  if (known !== undefined) return known
  throw new Unreadable(`"${field}" must be one of: ${allowed.join(', ')}`)
}

interface Elements {
  readonly elements: readonly Span[]
  readonly problem?: { readonly at: number; readonly reason: string }
}

/** Where the objects in the list "concepts" stand, however broken each of them is, as long as its brackets close. */
function elementsIn(text: string): Elements {
  const elements: Span[] = []
  let depth = 0
  let lastKey = ''
  let isListed = false
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (letter === '"') {
      const end = endOfString(text, i)
      if (depth === 1) lastKey = text.slice(i + 1, end)
      else if (depth === 2 && lastKey === 'concepts') elements.push({ start: i, end: end + 1 })
      i = end
    } else if (letter === '{' || letter === '[') {
      depth++
      isListed ||= depth === 2 && lastKey === 'concepts' && letter === '['
      if (depth === 3) start = i
    } else if (letter === '}' || letter === ']') {
      if (depth === 3 && lastKey === 'concepts') elements.push({ start, end: i + 1 })
      depth--
    }
  }
  if (!isListed) return { elements: [], problem: { at: 0, reason: 'There is no list "concepts"' } }
  if (depth <= 0) return { elements }
  return {
    elements,
    problem: { at: depth > 2 ? start : text.length, reason: 'A bracket or a quote is never closed' },
  }
}

/** Where the quote is that ends the string which begins at `start`; the end of the text if there is none. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '"') return i
    if (text[i] === '\\') i++
  }
  return text.length
}

/** Tells the zero-based lines of offsets that only grow. */
class LineCounter {
  private line = 0
  private offset = 0

  constructor(private readonly text: string) {}

  at(offset: number): number {
    for (; this.offset < offset; this.offset++) {
      const letter = this.text[this.offset]
      if (letter === '\n' || (letter === '\r' && this.text[this.offset + 1] !== '\n')) this.line++
    }
    return this.line
  }
}
