import { countUpTo } from '../text/ascending.js'
import { derived } from '../text/derived.js'
import type { Name } from '../text/name.js'
import { contains, overlaps } from '../text/span.js'
import { definitionsOf } from '../workspace/abbreviations.js'
import { mentionsOf } from '../workspace/mentions.js'
import type { View } from '../workspace/view.js'

/** The offset at which the document first spells a concept's abbreviation out, or undefined. */
export function spelledOutAt(view: View, concept: Name): number | undefined {
  return spelledOut(view).get(concept)
}

const spelledOut: (view: View) => ReadonlyMap<Name, number> = derived((view: View) => {
  const places = new Map<Name, number>()
  const mentions = mentionsOf(view)
  for (const { long, short } of definitionsOf(view)) {
    const end = Math.max(long.end, short.end)
    for (
      let i = countUpTo(mentions, Math.min(long.start, short.start), (one) => one.end);
      i < mentions.length;
      i++
    ) {
      const mention = mentions[i]!
      if (mention.start >= end) break
      const isMeant = overlaps(mention, short) || contains(long, mention)
      if (isMeant && !places.has(mention.concept)) places.set(mention.concept, long.start)
    }
  }
  return places
})
