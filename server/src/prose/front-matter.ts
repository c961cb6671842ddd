import { derived } from '../text/derived.js'
import { shifted, type Span } from '../text/span.js'
import { yamlIn, type YamlNode } from '../text/yaml.js'
import type { FrontMatterSource } from './document.js'

/** What the front matter says that matters here. Offsets are into the front matter's own text, dashes included. */
export interface FrontMatter {
  /** The files that `bibliography:` names, as written, each with its place. */
  readonly bibliographies: readonly NamedFile[]
  /** What stands under `references:`, one value for each item. */
  readonly references: readonly WrittenReference[]
  /** Why the front matter could not be read as YAML, if it could not. */
  readonly problem?: { readonly message: string } & Span
}

export interface NamedFile extends Span {
  readonly path: string
}

/** A reference as the front matter gives it: a value that has yet to prove a CSL item. */
export interface WrittenReference extends Span {
  readonly value: unknown
  readonly idSpan?: Span
}

/** Reads front matter; broken YAML gives what could be read, and the first problem. */
export const frontMatterOf: (source: FrontMatterSource) => FrontMatter = derived(
  ({ source }: FrontMatterSource) => {
    const { body, offset } = bodyOf(source)
    const { root, errors } = yamlIn(body)
    const bibliographies = namedFiles(root?.get('bibliography'), offset)
    const references = (root?.get('references')?.items ?? []).map((item) => writtenReference(item, offset))
    const error = errors[0]
    if (!error) return { bibliographies, references }
    const start = offset + Math.min(error.start, body.length)
    const problem = { message: error.message, start, end: Math.max(start + 1, offset + error.end) }
    return { bibliographies, references, problem }
  },
)

function bodyOf(source: string): { body: string; offset: number } {
  const offset = /^\uFEFF?---[^\n\r]*(?:\r\n|\n|\r|$)/.exec(source)?.[0].length ?? 0
  const end = /(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*$/.exec(source.trimEnd())?.index ?? source.length
  return { body: source.slice(offset, Math.max(offset, end)), offset }
}

function namedFiles(node: YamlNode | undefined, offset: number): readonly NamedFile[] {
  if (!node) return []
  if (node.items.length > 0) return node.items.flatMap((item) => namedFiles(item, offset))
  const path = node.value()
  return typeof path === 'string' && path !== '' ? [{ path, ...shifted(node, offset) }] : []
}

function writtenReference(item: YamlNode, offset: number): WrittenReference {
  const id = item.get('id')
  return { value: item.value(), ...shifted(item, offset), ...(id && { idSpan: shifted(id, offset) }) }
}
