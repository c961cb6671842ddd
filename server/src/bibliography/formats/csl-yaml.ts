import { lineCounter } from '../../text/line-counter.js'
import type { Skipped } from '../../text/parsed.js'
import { yamlIn } from '../../text/yaml.js'
import type { Entry } from '../entry.js'
import { cslEntry, isItem } from './csl-item.js'
import type { BibliographyFormat } from './format.js'

/** CSL-YAML, as Pandoc writes it: a list of items, or a mapping with one under `references:`. */
export const cslYaml: BibliographyFormat = {
  name: 'csl-yaml',
  extensions: ['.yaml', '.yml'],
  parse(uri, text) {
    // Documents and libraries alike may stand between lines of dashes.
    const { root, errors } = yamlIn(text)
    const lineOf = lineCounter(text)
    const items: Entry[] = []
    const skipped: Skipped[] = []
    const nodes = root?.get('references')?.items ?? root?.items ?? []
    for (const node of nodes) {
      const line = lineOf(node.start)
      const value = node.value()
      const id = node.get('id')
      const source = { uri, span: { start: node.start, end: node.end } }
      if (!isItem(value)) skipped.push({ line, reason: 'This is no CSL item: it has no id, title or type.' })
      else items.push(cslEntry(value, id ? { ...source, keySpan: { start: id.start, end: id.end } } : source))
    }
    const at = lineCounter(text)
    for (const { message, start } of errors) skipped.push({ line: at(start), reason: message })
    if (nodes.length === 0 && text.trim() !== '')
      skipped.push({ line: 0, reason: 'The file holds no list of CSL items.' })
    return { items, skipped }
  },
}
