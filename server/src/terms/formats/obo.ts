import type { Parsed, Skipped } from '../../text/parsed.js'
import type { Concept } from '../concept.js'
import type { VocabularyFormat } from './format.js'
import { oboConcept } from './obo-concept.js'

/**
 * OBO 1.4, as the Disease Ontology and the Gene Ontology are published in: stanzas of "tag: value" lines. Of a `[Term]` its
 * name, its synonyms that are no broader than it, its definition, its other ids and its parents are read; obsolete terms
 * are left out.
 */
export const obo: VocabularyFormat = { name: 'obo', extensions: ['.obo'], isAuthority: true, parse }

function parse(text: string): Parsed<Concept> {
  const items: Concept[] = []
  const skipped: Skipped[] = []
  for (const { line, tags } of stanzasIn(text)) {
    const all = (tag: string): readonly string[] =>
      tags.flatMap(([key, value]) => (key === tag ? [value] : []))
    if (all('is_obsolete').includes('true')) continue
    const concept = oboConcept({
      id: all('id')[0]?.trim() ?? '',
      name: unescaped(withoutRemark(all('name')[0] ?? '')),
      synonyms: all('synonym').flatMap(synonymIn),
      definition: quotedIn(all('def')[0] ?? '') ?? '',
      alternatives: [...all('alt_id'), ...all('xref').map((xref) => xref.split(' ')[0]!)],
      parents: all('is_a').map(withoutRemark),
      namespace: all('namespace')[0] ?? '',
    })
    if (typeof concept === 'string') skipped.push({ line, reason: concept })
    else items.push(concept)
  }
  return { items, skipped }
}

interface Stanza {
  /** Where "[Term]" stands. */
  readonly line: number
  readonly tags: [tag: string, value: string][]
}

function* stanzasIn(text: string): Iterable<Stanza> {
  let stanza: Stanza | undefined
  let line = 0
  for (const written of text.split('\n')) {
    const row = written.trim()
    if (row.startsWith('[')) {
      if (stanza) yield stanza
      stanza = row === '[Term]' ? { line, tags: [] } : undefined
    } else if (stanza) {
      const colon = row.indexOf(': ')
      if (colon > 0) stanza.tags.push([row.slice(0, colon), row.slice(colon + 2)])
    }
    line++
  }
  if (stanza) yield stanza
}

/** What stands behind " ! " is there for people alone. */
function withoutRemark(value: string): string {
  const remark = value.indexOf(' ! ')
  return (remark < 0 ? value : value.slice(0, remark)).trim()
}

/** `"lung cancer" EXACT []`; a broader name is no name of the term. */
function synonymIn(value: string): readonly string[] {
  const name = quotedIn(value)
  return name === undefined || /^"[^"]{0,2000}"\s+BROAD\b/.test(value) ? [] : [name]
}

/** What stands in the first quotes. */
function quotedIn(value: string): string | undefined {
  if (!value.startsWith('"')) return undefined
  for (let i = 1; i < value.length; i++) {
    if (value[i] === '\\') i++
    else if (value[i] === '"') return unescaped(value.slice(1, i))
  }
  return undefined
}

function unescaped(value: string): string {
  return value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
}
