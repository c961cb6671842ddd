import { lineCounter } from '../../text/line-counter.js'
import type { Skipped } from '../../text/parsed.js'
import { plainYaml } from '../../text/plain-yaml.js'
import type { Span } from '../../text/span.js'
import { yamlIn } from '../../text/yaml.js'
import type { Entry } from '../entry.js'
import { cslEntry, isItem } from './csl-item.js'
import type { BibliographyFormat } from './format.js'

/**
 * CSL-YAML, as Pandoc writes it: a list of items, or a mapping with one under `references:`.
 *
 * The file is cut into items first, each of which is read by itself: a bad one costs itself alone.
 */
export const cslYaml: BibliographyFormat = {
  name: 'csl-yaml',
  extensions: ['.yaml', '.yml'],
  parse(uri, text) {
    const items: Entry[] = []
    const skipped: Skipped[] = []
    const lineOf = lineCounter(text)
    let found = 0
    for (const { start, end } of itemsIn(text) ?? [{ start: 0, end: text.length }]) {
      const written = text.slice(start, end)
      const first = lineOf(start)
      const { nodes, errors } = plainItem(written) ?? anyItems(written)
      const at = lineCounter(written)
      for (const node of nodes) {
        const source = { uri, span: moved(node, start) }
        if (!isItem(node.value))
          skipped.push({
            line: first + at(node.start),
            reason: 'This is no CSL item: it has no id, title or type.',
          })
        else
          items.push(cslEntry(node.value, node.id ? { ...source, keySpan: moved(node.id, start) } : source))
      }
      found += nodes.length
      const lineIn = lineCounter(written)
      const last = written.trimEnd().length
      for (const error of errors)
        skipped.push({ line: first + lineIn(Math.min(error.start, last)), reason: error.message })
    }
    if (found === 0 && text.trim() !== '')
      skipped.push({ line: 0, reason: 'The file holds no list of CSL items.' })
    return { items, skipped }
  },
}

interface Items {
  readonly nodes: readonly (Span & { readonly value: unknown; readonly id: Span | undefined })[]
  readonly errors: readonly { readonly start: number; readonly message: string }[]
}

/** One item that needs no YAML but keys, lists and words: nearly all that programs write. */
function plainItem(written: string): Items | undefined {
  const list = plainYaml(written)?.value
  if (!Array.isArray(list) || list.length !== 1) return undefined
  const start = /^\s*-\s+/.exec(written)![0].length
  const id = /(?:^|\n)\s*(?:-\s+)?id:\s+["']?(.*?)["']?[^\S\n]*(?=\r?\n|$)/.exec(written)
  const from = id ? id.index + id[0].lastIndexOf(id[1]!) : 0
  const node = { start, end: written.trimEnd().length, value: list[0] as unknown }
  return { nodes: [{ ...node, id: id ? { start: from, end: from + id[1]!.length } : undefined }], errors: [] }
}

/** Whatever the file holds, as the library reads it. */
function anyItems(written: string): Items {
  const { root, errors } = yamlIn(written)
  const nodes = root?.get('references')?.items ?? root?.items ?? []
  return { nodes: nodes.map((node) => ({ ...node, value: node.value(), id: node.get('id') })), errors }
}

/** The items of the one list that the file holds, by their dashes; undefined where it holds more, or names that reach from one to another. */
function itemsIn(text: string): Span[] | undefined {
  const opening =
    /^\ufeff?(?:(?:---[^\n]*|[^\S\n]*#[^\n]*|references:[^\S\n]*|[^\S\n]*)\r?\n)*([^\S\n]*)- /.exec(text)
  if (!opening || /(?:^|[\s:-])[&*][\w-]+(?:\s|$)/m.test(text)) return undefined
  const [head, indent] = [opening[0], opening[1]!]
  const items: { start: number; end: number }[] = []
  const outer = new RegExp(
    String.raw`^(?:${indent}- |[^\S\n]{0,${Math.max(0, indent.length - 1)}}(?=\S))`,
    'gm',
  )
  outer.lastIndex = head.length - indent.length - 2
  for (let match = outer.exec(text); match; match = outer.exec(text)) {
    const last = items.at(-1)
    if (last?.end === text.length) last.end = match.index
    if (match[0] === `${indent}- `) items.push({ start: match.index, end: text.length })
    else if (!/^(?:\.\.\.|---)\s*$/m.test(text.slice(match.index, match.index + 5))) return undefined
    else break
  }
  return items
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}
