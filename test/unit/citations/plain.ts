import assert from 'node:assert/strict'
import { citesIn, syntaxNamed, type Cite } from '../../../server/src/citations/index.js'
import type { Block, Opaque } from '../../../server/src/prose/block.js'
import { parseDocument } from '../../../server/src/prose/document.js'

/** A paragraph without markup, whose source is its text. */
export function plain(text: string, opaque: readonly Opaque[] = []): Block {
  const pieces = [{ textStart: 0, sourceStart: 0, textLength: text.length, sourceLength: text.length }]
  return { kind: 'paragraph', source: text, text, pieces, opaque, level: 0 }
}

/** The first block of a Markdown text. */
export function markdown(text: string): Block {
  return parseDocument(text).blocks[0]!.block
}

/** The place of `part` in `text` as an opaque span, for blocks made by hand. */
export function opaque(text: string, part: string, kind: Opaque['kind']): Opaque {
  const start = text.indexOf(part)
  return { kind, start, end: start + part.length }
}

/** What a syntax finds, as the writer sees it: each citation's text, and its targets as "text => names". */
export function found(syntax: string, block: Block | string): [string, ...string[]][] {
  const place = typeof block === 'string' ? plain(block) : block
  return [...syntaxNamed(syntax)!.find(place)].map((cite) => seen(place.text, cite))
}

export function seen(text: string, cite: Cite): [string, ...string[]] {
  const targets = cite.targets.map(
    ({ start, end, names }) => `${text.slice(start, end)} => ${names.join(' ')}`,
  )
  return [text.slice(cite.start, cite.end), ...targets]
}

/** The texts of all citations in a paragraph without markup. */
export function citeTexts(text: string): string[] {
  return citesIn(plain(text)).map(({ start, end }) => text.slice(start, end))
}

export function findsNone(syntax: string, texts: readonly string[]): void {
  for (const text of texts) assert.deepEqual(found(syntax, text), [], text)
}
