import type { TreeCursor } from '@lezer/common'
import type { Text } from '../text/chunked.js'
import type { Block, BlockKind, Opaque, Piece } from './block.js'
import { characterOf } from './entities.js'
import { handlesIn } from './handles.js'

/**
 * Turns the inline syntax under a leaf of the Markdown tree into a block: its words, and how they lie in the source.
 *
 * @param cursor stands on the leaf; it stands there again afterwards
 * @param base   the leaf's place in `text`, less the cursor's own offset for it
 */
export function blockAt(cursor: TreeCursor, text: Text, base: number, kind: BlockKind, level = 0): Block {
  const from = cursor.from + base
  const source = text.slice(from, cursor.to + base)
  const words = new Words(source)
  walk(cursor, words, cursor.from, cursor.to, cursor.from)
  return words.block(kind, level)
}

/** Copies what stands between the children, and lets each child say what its own words are. */
function walk(cursor: TreeCursor, words: Words, from: number, to: number, origin: number): void {
  let at = from
  if (cursor.firstChild()) {
    do {
      if (cursor.to <= from || cursor.from >= to) continue
      words.copy(at - origin, cursor.from - origin)
      child(cursor, words, origin)
      at = cursor.to
    } while (cursor.nextSibling())
    cursor.parent()
  }
  words.copy(at - origin, to - origin)
}

function child(cursor: TreeCursor, words: Words, origin: number): void {
  const start = cursor.from - origin
  const end = cursor.to - origin
  switch (cursor.name) {
    case 'Emphasis':
    case 'StrongEmphasis':
    case 'Strikethrough':
      walk(cursor, words, cursor.from, cursor.to, origin)
      return
    case 'InlineCode':
      words.opaque('code', () => {
        // The backticks of a role belong to it: {cite}`key`.
        if (words.endsWithRole()) words.copy(start, end)
        else walk(cursor, words, cursor.from, cursor.to, origin)
      })
      return
    case 'InlineMath':
      words.opaque('math', () => { words.copy(start, end) }) // prettier-ignore
      return
    case 'URL':
      words.opaque('url', () => { words.copy(start, end) }) // prettier-ignore
      return
    case 'Autolink':
      words.opaque('url', () => { words.copy(start + 1, end - 1) }) // prettier-ignore
      return
    case 'Escape':
      words.escape(start, end)
      return
    case 'Entity':
      words.entity(start, end)
      return
    case 'HTMLTag':
      words.tag(start, end)
      return
    case 'HardBreak':
      words.copy(Math.max(start, end - 1), end)
      return
    case 'Link':
      link(cursor, words, origin)
      return
    default:
      // Marks, images, comments and processing instructions leave no words.
      return
  }
}

/**
 * A link gives its text, and its address where it has none, as MyST shows `[](doi:…)`; brackets that lead nowhere are the
 * writer's own, as in [3] or [@key].
 */
function link(cursor: TreeCursor, words: Words, origin: number): void {
  const { from, to } = cursor
  let close = to
  let hasTarget = false
  let target = { start: to, end: to }
  let marks = 0
  if (cursor.firstChild()) {
    do {
      if (cursor.name === 'LinkMark' && ++marks === 2) close = cursor.from
      if (cursor.name === 'URL' && marks >= 2) {
        hasTarget = true
        target = { start: cursor.from - origin, end: cursor.to - origin }
      }
      if (cursor.name === 'LinkLabel') hasTarget = !words.looksLikeCite(from - origin, to - origin)
    } while (cursor.nextSibling())
    cursor.parent()
  }
  if (!hasTarget) bracketed(cursor, words, origin)
  else if (close === from + 1) words.address(target.start, target.end)
  else walk(cursor, words, from + 1, close, origin)
}

/** Keeps every bracket and what stands inside, but still without markup. */
function bracketed(cursor: TreeCursor, words: Words, origin: number): void {
  let at = cursor.from
  if (cursor.firstChild()) {
    do {
      words.copy(at - origin, cursor.from - origin)
      if (cursor.name === 'LinkMark' || cursor.name === 'LinkLabel')
        words.copy(cursor.from - origin, cursor.to - origin)
      else child(cursor, words, origin)
      at = cursor.to
    } while (cursor.nextSibling())
    cursor.parent()
  }
  words.copy(at - origin, cursor.to - origin)
}

/** Collects the words of one block and remembers where each came from. */
class Words {
  private text = ''
  private readonly pieces: Piece[] = []
  private readonly opaques: Opaque[] = []

  constructor(private readonly source: string) {}

  /** Takes a stretch of the source as it is; consecutive stretches make one piece. */
  copy(from: number, to: number): void {
    if (to <= from) return
    this.add(this.source.slice(from, to), from, to - from)
  }

  /** Runs `write` and marks what it wrote as no prose. */
  opaque(kind: Opaque['kind'], write: () => void): void {
    const start = this.text.length
    write()
    if (this.text.length > start) this.opaques.push({ kind, start, end: this.text.length })
  }

  /** An escaped sign stands for both signs of the source, so that a span over it takes the backslash along. */
  escape(from: number, to: number): void {
    this.add(this.source.slice(from + 1, to), from, to - from)
  }

  /** An address that is shown, unless it leads to a place in the document itself. */
  address(from: number, to: number): void {
    if (!/^(?:<?https?:|<?doi:)/i.test(this.source.slice(from, from + 8))) return
    this.opaque('url', () => { this.copy(from, to) }) // prettier-ignore
  }

  /** Whether "{name}", which opens a role of MyST, was written last. */
  endsWithRole(): boolean {
    return this.text.endsWith('}') && /\{[a-z][\w:+-]{0,40}\}$/i.test(this.text.slice(-44))
  }

  entity(from: number, to: number): void {
    const character = characterOf(this.source.slice(from, to))
    if (character === undefined) this.copy(from, to)
    else this.add(character, from, to - from)
  }

  /** A superscript in HTML reads like one in Pandoc, and a break is white space; other tags are silent. */
  tag(from: number, to: number): void {
    const tag = this.source.slice(from, to).toLowerCase()
    if (tag.startsWith('<sup') || tag.startsWith('</sup')) this.add('^', from, to - from)
    else if (tag.startsWith('<br')) this.add('\n', from, to - from)
  }

  /** Whether two brackets in a row, `[1][2]`, are two citations rather than a link and its label. */
  looksLikeCite(from: number, to: number): boolean {
    return /^\[[\^@\d]/.test(this.source.slice(from, Math.min(to, from + 3)))
  }

  block(kind: BlockKind, level: number): Block {
    const opaque = withHandles(this.text, this.opaques)
    return { kind, level, source: this.source, text: this.text, pieces: this.pieces, opaque }
  }

  private add(text: string, from: number, length: number): void {
    const last = this.pieces[this.pieces.length - 1]
    const isOneToOne = text.length === length
    if (
      last &&
      isOneToOne &&
      last.textLength === last.sourceLength &&
      last.sourceStart + last.sourceLength === from
    ) {
      const grown = last.textLength + length
      this.pieces[this.pieces.length - 1] = { ...last, textLength: grown, sourceLength: grown }
    } else
      this.pieces.push({
        textStart: this.text.length,
        sourceStart: from,
        textLength: text.length,
        sourceLength: length,
      })
    this.text += text
  }
}

/** What is opaque already is no handle as well. */
function withHandles(text: string, opaques: Opaque[]): readonly Opaque[] {
  let next = 0
  const found = handlesIn(text).filter(({ start, end }) => {
    while (next < opaques.length && opaques[next]!.end <= start) next++
    return next === opaques.length || opaques[next]!.start >= end
  })
  if (found.length === 0) return opaques
  const handles = found.map(({ start, end }): Opaque => ({ kind: 'handle', start, end }))
  return [...opaques, ...handles].sort((a, b) => a.start - b.start)
}
