import { Tree } from '@lezer/common'
import type { Text } from '../text/chunked.js'
import { countUpTo } from '../text/ascending.js'
import { shifted, type Span } from '../text/span.js'
import type { Group } from './document.js'
import { documentTree, reparseStretch } from './markdown/parser.js'
import { partsOf, type PlacedPart } from './part.js'

/**
 * The parts of a document after an edit. Those around it are read again, and more of those behind it until the last of
 * them comes out as it was before: then all that follows does, too, and is only moved.
 *
 * @param before the parts of the old text
 * @param edit what was replaced, in the old text
 * @param inserted the length of what stands there now
 * @param text the new text
 */
export function rereadParts(
  before: readonly PlacedPart[],
  edit: Span,
  inserted: number,
  text: Text,
): readonly PlacedPart[] {
  const grownBy = inserted - (edit.end - edit.start)
  const from = firstTouched(before, edit.start)
  const start = from === 0 ? 0 : lineStart(text, before[from]!.start)
  const touched = countUpTo(before, edit.end + 1, startOf) + 1
  for (let more = 1; ; more *= 2) {
    const to = endOfList(before, Math.min(before.length, touched + more - 1))
    const isToEnd = to === before.length
    const end = isToEnd ? text.length : lineStart(text, before[to]!.start + grownBy)
    const old = before.slice(from, to)
    const tree = treeOf(old, start, end - grownBy)
    const read = reparseStretch({ text, before: tree, start, end }, edit, inserted)
    if (!isToEnd && !endsAlike(tree, read)) continue
    const first = before[from]?.first ?? 0
    const parts = partsOf(read, { text, start, first, before: old, grownBy })
    const last = parts.at(-1)
    const blocks = (last ? last.first + last.part.blocks.length : first) - (before[to]?.first ?? 0)
    return [...before.slice(0, from), ...parts, ...moved(before.slice(to), grownBy, blocks)]
  }
}

const startOf = ({ start }: PlacedPart): number => start

/** The part before the one that holds the letter before the edit: what ends there may take in what is written now. */
function firstTouched(parts: readonly PlacedPart[], offset: number): number {
  const before = Math.max(0, countUpTo(parts, Math.max(0, offset - 1), startOf) - 2)
  const list = parts[before]?.list
  return list ? parts.findIndex((part) => part.list === list) : before
}

/** A long list is read again as one, since its parts are no nodes of their own. */
function endOfList(parts: readonly PlacedPart[], end: number): number {
  const list = parts[end - 1]?.list
  let to = end
  while (list && parts[to]?.list === list) to++
  return to
}

/** A node begins behind its indentation, a line before it. */
function lineStart(text: Text, offset: number): number {
  const feed = offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1)
  const lead = text.slice(feed + 1, offset)
  return feed + 1 + lead.lastIndexOf('\r') + 1
}

/** The tree of a stretch before the edit; `end` is an offset in the old text. */
function treeOf(parts: readonly PlacedPart[], start: number, end: number): Tree {
  const children: Tree[] = []
  const positions: number[] = []
  for (const { nodes, distances, start: place, group, list } of parts) {
    if (list && children.at(-1) !== list) {
      children.push(list)
      positions.push(group!.start - start)
    }
    if (list) continue
    nodes.forEach((node, i) => {
      children.push(node)
      positions.push(place + distances[i]! - start)
    })
  }
  return documentTree(children, positions, end - start)
}

/** Whether two trees end in the same node at the same distance from the end. */
function endsAlike(a: Tree, b: Tree): boolean {
  const [one, other] = [lastNode(a), lastNode(b)]
  return one !== undefined && one.node === other?.node && a.length - one.end === b.length - other.end
}

function lastNode(tree: Tree): { node: Tree; end: number } | undefined {
  const at = tree.children.length - 1
  const child = tree.children[at]
  if (!(child instanceof Tree)) return undefined
  const start = tree.positions[at]!
  if (!child.type.isAnonymous) return { node: child, end: start + child.length }
  const last = lastNode(child)
  return last && { node: last.node, end: start + last.end }
}

function moved(parts: readonly PlacedPart[], by: number, blocks: number): readonly PlacedPart[] {
  if (by === 0 && blocks === 0) return parts
  const groups = new Map<Group, Group>()
  return parts.map((place) => {
    const at = { ...place, start: place.start + by, first: place.first + blocks }
    if (!place.group) return at
    const group = groups.get(place.group) ?? { kind: place.group.kind, ...shifted(place.group, by) }
    groups.set(place.group, group)
    return { ...at, group }
  })
}
