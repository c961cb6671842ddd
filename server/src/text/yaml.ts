import { LineCounter, parseDocument } from 'yaml'
import type { Span } from './span.js'

/** A YAML document as far as it could be read. */
export interface Yaml {
  readonly root: YamlNode | undefined
  readonly errors: readonly YamlError[]
}

/** A value and where it stands. */
export interface YamlNode extends Span {
  /** The value as JSON would give it. */
  readonly value: () => unknown
  /** The items of a list; none for anything else. */
  readonly items: readonly YamlNode[]
  /** The value under a key of a mapping. */
  readonly get: (key: string) => YamlNode | undefined
}

export interface YamlError extends Span {
  readonly message: string
}

/** Reads YAML. Never throws: what is wrong is among the errors, and the rest is read. */
export function yamlIn(text: string): Yaml {
  const document = parseDocument(text, { lineCounter: new LineCounter(), logLevel: 'silent', strict: false })
  return {
    root: nodeOf(document.contents, document),
    errors: document.errors.map(({ message, pos }) => ({
      // The first line of the message, without the place: callers know better where the text stands.
      message: message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''),
      start: pos[0],
      end: pos[1],
    })),
  }
}

/** What the library's nodes have in common. */
interface LibraryNode {
  readonly items?: readonly unknown[]
  readonly range?: readonly [number, number, number] | null
  get?(key: string, keepNode: true): unknown
  toJS?(document: unknown): unknown
}

function nodeOf(given: unknown, document: unknown): YamlNode | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const node = given as LibraryNode
  if (!node.range) return undefined
  const isMap =
    node.items?.some((item) => typeof item === 'object' && item !== null && 'key' in item) ?? false
  return {
    start: node.range[0],
    end: node.range[1],
    value: () => valueOf(node, document),
    items: isMap ? [] : (node.items ?? []).flatMap((item) => nodeOf(item, document) ?? []),
    get: (key) => (isMap ? nodeOf(node.get?.(key, true), document) : undefined),
  }
}

/** An alias that leads nowhere, or one too often, makes the library throw. */
function valueOf(node: LibraryNode, document: unknown): unknown {
  try {
    return node.toJS?.(document)
  } catch {
    return undefined
  }
}
