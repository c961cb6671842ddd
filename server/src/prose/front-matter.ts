import { LineCounter, parseDocument } from 'yaml'
import { derived } from '../text/derived.js'
import type { Span } from '../text/span.js'
import type { FrontMatterSource } from './document.js'

/** What the front matter says that matters here. Offsets are into the front matter's own text, dashes included. */
export interface FrontMatter {
  /** The files that `bibliography:` names, as written, each with its place. */
  readonly bibliographies: readonly NamedFile[]
  /** Why the front matter could not be read as YAML, if it could not. */
  readonly problem?: { readonly message: string } & Span
}

export interface NamedFile extends Span {
  readonly path: string
}

/** Reads front matter; broken YAML gives what could be read, and the first problem. */
export const frontMatterOf: (source: FrontMatterSource) => FrontMatter = derived(
  ({ source }: FrontMatterSource) => {
    const { body, offset } = bodyOf(source)
    const document = parseDocument(body, {
      lineCounter: new LineCounter(),
      logLevel: 'silent',
      strict: false,
    })
    const error = document.errors[0]
    const node = document.get('bibliography', true)
    const bibliographies = namedFiles(node, offset)
    if (!error) return { bibliographies }
    const start = offset + Math.min(error.pos[0], body.length)
    return {
      bibliographies,
      problem: {
        message: saidBy(error),
        start,
        end: Math.max(start + 1, offset + error.pos[1]),
      },
    }
  },
)

/** The first line of the parser's message, without the place: it counts from behind the dashes. */
function saidBy({ message }: Error): string {
  return message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
}

function bodyOf(source: string): { body: string; offset: number } {
  const offset = /^\uFEFF?---[^\n\r]*(?:\r\n|\n|\r|$)/.exec(source)?.[0].length ?? 0
  const end = /(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*$/.exec(source.trimEnd())?.index ?? source.length
  return { body: source.slice(offset, Math.max(offset, end)), offset }
}

interface YamlNode {
  readonly value?: unknown
  readonly items?: readonly unknown[]
  readonly range?: readonly [number, number, number] | null
}

function namedFiles(node: unknown, offset: number): readonly NamedFile[] {
  if (typeof node !== 'object' || node === null) return []
  const { value, items, range } = node as YamlNode
  if (items) return items.flatMap((item) => namedFiles(item, offset))
  if (typeof value !== 'string' || value === '' || !range) return []
  return [{ path: value, start: offset + range[0], end: offset + range[1] }]
}
