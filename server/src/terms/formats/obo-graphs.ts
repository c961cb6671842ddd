import type { Parsed, Skipped } from '../../text/parsed.js'
import type { Concept } from '../concept.js'
import type { VocabularyFormat } from './format.js'
import { oboConcept } from './obo-concept.js'

/** OBO Graphs: an ontology as JSON, `{ "graphs": [{ "nodes": […], "edges": […] }] }`. */
export const oboGraphs: VocabularyFormat = {
  name: 'obo-graphs',
  extensions: ['.json'],
  isAuthority: true,
  recognises: (head) => /^\uFEFF?\s*\{\s*"graphs"\s*:/.test(head),
  parse,
}

function parse(text: string): Parsed<Concept> {
  try {
    const { graphs } = fields(JSON.parse(text.replace(/^\uFEFF/, '')))
    const parsed = list(graphs).map((graph) => termsIn(fields(graph)))
    return { items: parsed.flatMap(({ items }) => items), skipped: parsed.flatMap(({ skipped }) => skipped) }
  } catch (error) {
    const reason = `This is no JSON: ${error instanceof Error ? error.message : String(error)}`
    return { items: [], skipped: [{ line: 0, reason }] }
  }
}

function termsIn(graph: Fields): Parsed<Concept> {
  const parents = new Map<string, string[]>()
  for (const edge of list(graph.edges).map(fields)) {
    if (edge.pred !== 'is_a') continue
    const child = words(edge.sub)
    parents.set(child, [...(parents.get(child) ?? []), curie(words(edge.obj))])
  }
  const items: Concept[] = []
  const skipped: Skipped[] = []
  for (const node of list(graph.nodes).map(fields)) {
    const meta = fields(node.meta)
    if (node.type !== 'CLASS' || meta.deprecated === true) continue
    const concept = oboConcept({
      id: curie(words(node.id)),
      name: words(node.lbl),
      synonyms: list(meta.synonyms).map(fields).flatMap(synonymIn),
      definition: words(fields(meta.definition).val),
      alternatives: list(meta.xrefs).map((xref) => words(fields(xref).val)),
      parents: parents.get(words(node.id)) ?? [],
      namespace: '',
    })
    // JSON has no lines that a reader of the ontology would know; the identifier is in the reason.
    if (typeof concept === 'string') skipped.push({ line: 0, reason: concept })
    else items.push(concept)
  }
  return { items, skipped }
}

type Fields = Readonly<Record<string, unknown>>

function synonymIn({ pred, val }: Fields): readonly string[] {
  return pred === 'hasBroadSynonym' ? [] : [words(val)]
}

/** "http://purl.obolibrary.org/obo/DOID_4" as "DOID:4". */
function curie(written: string): string {
  const local = /(?:^|[/#])([A-Za-z][A-Za-z0-9.]*)_([A-Za-z0-9]+)$/.exec(written)
  return local ? `${local[1]!}:${local[2]!}` : written
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
