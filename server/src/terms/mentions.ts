import type { Block } from '../prose/block.js'
import { countUpTo } from '../text/ascending.js'
import type { Name } from '../text/name.js'
import type { Span } from '../text/span.js'
import type { Lexicon } from './lexicon.js'
import { hitsIn, type FormHit, type Hit } from './matcher.js'

/** A stretch of text that names a concept: offsets in the block's text, plural letters included, a possessive not. */
export interface Mention extends Span {
  /** The concept that it most likely names: a key of the lexicon's concepts. */
  readonly concept: Name
  /** Every concept that it may name, the chosen one first. */
  readonly candidates: readonly Name[]
}

/**
 * The mentions in a block, in order, none overlapping another or an opaque span. At each place the longest name wins; of
 * several concepts with that name a name as given goes before a variant or a plural, then the earlier vocabulary, then
 * letters in the case that was given, then preferred names.
 */
export function mentionsIn(block: Block, lexicon: Lexicon): readonly Mention[] {
  if (block.opaque.length === 0) return mentionsInText(block.text, lexicon)
  const end = { start: block.text.length, end: block.text.length }
  return [...block.opaque, end].flatMap((opaque, index) => {
    const from = block.opaque[index - 1]?.end ?? 0
    return hitsIn(block.text, lexicon.table, from, opaque.start).map((hit) => mentionOf(hit, lexicon))
  })
}

/** The mentions in bare text, such as the title of a reference, as `mentionsIn` finds them. */
export function mentionsInText(text: string, lexicon: Lexicon): readonly Mention[] {
  return hitsIn(text, lexicon.table).map((hit) => mentionOf(hit, lexicon))
}

/** The mention at an offset, its end included: a caret behind the last letter still points at the word. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  const before = mentions[countUpTo(mentions, offset, ({ start }) => start) - 1]
  return before && offset <= before.end ? before : undefined
}

function mentionOf(hit: Hit, lexicon: Lexicon): Mention {
  const { start, end } = hit
  const first = lexicon.entries[hit.forms[0]!.index]!.concept
  if (hit.forms.length === 1) return { start, end, concept: first, candidates: [first] }
  const ranked = [...hit.forms].sort((a, b) => rank(a, lexicon) - rank(b, lexicon) || a.index - b.index)
  const candidates = [...new Set(ranked.map((form) => lexicon.entries[form.index]!.concept))]
  return { start, end, concept: candidates[0]!, candidates }
}

/** The less, the likelier: four comparisons, the first one counting most. */
function rank({ index, asGiven, isPlural }: FormHit, lexicon: Lexicon): number {
  const { vocabulary, standing } = lexicon.entries[index]!
  const isGuessed = isPlural || standing === 2
  return (isGuessed ? 1e6 : 0) + vocabulary * 100 + (asGiven ? 0 : 10) + standing
}
