import { lineCounter } from '../../text/line-counter.js'
import type { Name } from '../../text/name.js'
import type { Parsed, Skipped } from '../../text/parsed.js'
import { yamlIn } from '../../text/yaml.js'
import type { Concept } from '../concept.js'
import { withRelationsResolved } from '../relations.js'
import type { VocabularyFormat } from './format.js'
import { conceptIn } from './glossary.js'

/** BioProse's own format, written as YAML: `concepts:`, and under it what the JSON has. */
export const glossaryYaml: VocabularyFormat = {
  name: 'glossary-yaml',
  extensions: ['.yaml', '.yml'],
  isAuthority: false,
  parse,
}

function parse(text: string): Parsed<Concept> {
  const { root, errors } = yamlIn(text)
  const lineOf = lineCounter(text)
  const concepts = new Map<Name, Concept>()
  const skipped: Skipped[] = []
  const list = root?.get('concepts')
  if (!list) skipped.push({ line: 0, reason: 'There is no list "concepts"' })
  for (const node of list?.items ?? []) {
    const line = lineOf(node.start)
    const concept = conceptIn(node.value())
    if (typeof concept === 'string') skipped.push({ line, reason: concept })
    else if (concepts.has(concept.id))
      skipped.push({ line, reason: `There is a concept ${concept.id} already` })
    else concepts.set(concept.id, concept)
  }
  const lineOfError = lineCounter(text)
  for (const { start, message } of [...errors].sort((one, other) => one.start - other.start))
    skipped.push({ line: lineOfError(start), reason: message })
  return { items: withRelationsResolved([...concepts.values()]), skipped }
}
