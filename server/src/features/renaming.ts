import type { Entry } from '../bibliography/entry.js'
import { touches, type Span } from '../text/span.js'
import { citesOf, type PlacedTarget } from '../workspace/cites.js'
import { citableOf } from '../workspace/library.js'
import type { View } from '../workspace/view.js'

/** What can be renamed at a place: a key that a library gives, or the label of a footnote. */
export interface Renamable {
  readonly kind: 'key' | 'footnote'
  readonly name: string
  /** The name alone, at the caret. */
  readonly span: Span
  /** The one entry that bears it; a name that nothing or several bear cannot be renamed exactly. */
  readonly entry: Entry
}

/** The renamable name at an offset. Numbers, and authors with years, follow from the list and cannot be renamed. */
export function renamableAt(view: View, offset: number): Renamable | undefined {
  const target = citesOf(view)
    .flatMap(({ targets }) => targets)
    .find((one) => touches(one, offset))
  if (target) return renamableTarget(view, target)
  // At the note itself: "[^label]:".
  const entry = citableOf(view).entries.find(({ names, source }) => {
    const label = names[0]?.startsWith('footnote:') ? names[0].slice('footnote:'.length) : undefined
    const { start } = source.span
    return (
      label !== undefined && source.uri === view.uri && start <= offset && offset <= start + label.length + 3
    )
  })
  if (!entry) return undefined
  const name = entry.names[0]!.slice('footnote:'.length)
  const start = entry.source.span.start + 2
  return { kind: 'footnote', name, span: { start, end: start + name.length }, entry }
}

function renamableTarget(view: View, target: PlacedTarget): Renamable | undefined {
  const [entry, another] = target.entries
  if (!entry || another) return undefined
  for (const kind of ['key', 'footnote'] as const) {
    const name = target.names.find((one) => one.startsWith(`${kind}:`))?.slice(kind.length + 1)
    const span = name === undefined ? undefined : nameWithin(view, target, name)
    if (name !== undefined && span && (kind === 'footnote' || entry.source.keySpan))
      return { kind, name, span, entry }
  }
  return undefined
}

/** Where the name stands in a target, which may hold an at sign and braces as well. */
export function nameWithin(view: View, { start, end }: Span, name: string): Span | undefined {
  const at = view.document.text.slice(start, end).indexOf(name)
  return at < 0 ? undefined : { start: start + at, end: start + at + name.length }
}
