import { abbreviationsIn } from '../terms/abbreviations.js'
import { toSource, type Block } from '../prose/block.js'
import { derived } from '../text/derived.js'
import type { Name } from '../text/name.js'
import { contains, overlaps } from '../text/span.js'
import { mentionsInBlock } from '../workspace/mentions.js'
import type { View } from '../workspace/view.js'

/** The offset at which the document first spells a concept's abbreviation out, or undefined. */
export function spelledOutAt(view: View, concept: Name): number | undefined {
  return spelledOut(view).get(concept)
}

const spelledOut: (view: View) => ReadonlyMap<Name, number> = derived((view: View) => {
  const places = new Map<Name, number>()
  for (const { block, start } of view.document.blocks) {
    for (const { long, short } of abbreviationsInBlock(block)) {
      for (const mention of mentionsInBlock(block, view.lexicon)) {
        const isMeant = overlaps(mention, short) || contains(long, mention)
        if (isMeant && !places.has(mention.concept))
          places.set(mention.concept, start + toSource(block, long).start)
      }
    }
  }
  return places
})

const abbreviationsInBlock = derived((block: Block) => abbreviationsIn(block.text))
