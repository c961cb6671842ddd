import { citesOf, type PlacedCite, type PlacedTarget } from '../workspace/cites.js'
import type { Entry } from '../bibliography/entry.js'
import { mentionsOf, type PlacedMention } from '../workspace/mentions.js'
import { citableOf } from '../workspace/library.js'
import { mentionAt } from '../terms/mentions.js'
import { touches, type Span } from '../text/span.js'
import type { View } from '../workspace/view.js'

/** What the caret is on: a citation before a term, since a cite key is no prose; then the entry of a reference list. */
export type Pointed =
  | { readonly kind: 'cite'; readonly cite: PlacedCite; readonly target: PlacedTarget; readonly span: Span }
  | { readonly kind: 'mention'; readonly mention: PlacedMention; readonly span: Span }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly span: Span }

/** The named thing at an offset, or undefined between things. */
export function pointedAt(view: View, offset: number): Pointed | undefined {
  const cite = citesOf(view).find((one) => touches(one, offset))
  if (cite) {
    const target = cite.targets.find((one) => touches(one, offset)) ?? cite.targets[0]
    if (target) return { kind: 'cite', cite, target, span: touches(target, offset) ? target : cite }
  }
  const mention = mentionAt(mentionsOf(view), offset)
  if (mention) return { kind: 'mention', mention, span: mention }
  const entry = citableOf(view).entries.find(
    ({ source }) => source.uri === view.uri && touches(source.span, offset),
  )
  return entry && { kind: 'entry', entry, span: entry.source.span }
}
