import { lineCounter } from '../../text/line-counter.js'
import type { Parsed, Skipped } from '../../text/parsed.js'
import { yamlIn, type YamlNode } from '../../text/yaml.js'
import type { Concept } from '../concept.js'
import type { VocabularyFormat } from './format.js'
import { conceptFrom } from './written-concept.js'

/**
 * A glossary of Contextive: `contexts:`, each with `terms:` that have a name, a definition and aliases. Where a file's contexts
 * are to hold (`paths`) is not heeded.
 */
export const contextive: VocabularyFormat = {
  name: 'contextive',
  extensions: ['.glossary.yml', '.glossary.yaml', '.yml', '.yaml'],
  isAuthority: false,
  recognises: (head) => /^contexts:/m.test(head),
  parse,
}

function parse(text: string): Parsed<Concept> {
  const { root, errors } = yamlIn(text)
  const lineOf = lineCounter(text)
  const items = new Map<string, Concept>()
  const skipped: Skipped[] = []
  const contexts = root?.get('contexts')?.items ?? []
  if (contexts.length === 0) skipped.push({ line: 0, reason: 'There is no list "contexts"' })
  for (const term of contexts.flatMap((context) => context.get('terms')?.items ?? [])) {
    const line = lineOf(term.start)
    const concept = conceptOf(term)
    if (!concept) skipped.push({ line, reason: 'The term has no name' })
    else if (items.has(concept.id))
      skipped.push({ line, reason: `There is a term ${concept.preferredName} already` })
    else items.set(concept.id, concept)
  }
  const lineOfError = lineCounter(text)
  for (const { start, message } of [...errors].sort((one, other) => one.start - other.start))
    skipped.push({ line: lineOfError(start), reason: message })
  return { items: [...items.values()], skipped }
}

function conceptOf(term: YamlNode): Concept | undefined {
  const name = words(term.get('name')?.value())
  const key = name
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-')
  if (!key) return undefined
  return conceptFrom({
    id: `contextive:${key}`,
    preferredName: name,
    synonyms: (term.get('aliases')?.items ?? []).map((alias) => words(alias.value())),
    kind: 'concept',
    definition: words(term.get('definition')?.value()),
  })
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
