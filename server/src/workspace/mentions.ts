import { toSource, type Block } from '../prose/block.js'
import type { Lexicon } from '../terms/lexicon.js'
import { mentionsIn, mentionsInText, type Mention } from '../terms/mentions.js'
import type { Entry } from '../bibliography/entry.js'
import { derived } from '../text/derived.js'
import type { Name } from '../text/name.js'
import type { Span } from '../text/span.js'
import { citableOf } from './library.js'
import type { View } from './view.js'

/** A mention in its place in the document. */
export interface PlacedMention extends Span {
  readonly concept: Name
  readonly candidates: readonly Name[]
}

/** Every mention of the document, headings and reference lists included, in order. */
export const mentionsOf: (view: View) => readonly PlacedMention[] = derived((view: View) =>
  view.document.blocks.flatMap(({ block, start }) =>
    mentionsInBlock(block, view.lexicon).map((mention) => {
      const span = toSource(block, mention)
      return {
        start: start + span.start,
        end: start + span.end,
        concept: mention.concept,
        candidates: mention.candidates,
      }
    }),
  ),
)

/** The mentions in a block, found once for each block and lexicon. */
export const mentionsInBlock: (block: Block, lexicon: Lexicon) => readonly Mention[] = derived(
  (block: Block, lexicon: Lexicon) => mentionsIn(block, lexicon),
)

/** The entries that are about a concept: those whose title mentions it. */
export function entriesAbout(view: View, concept: Name): readonly Entry[] {
  return citableOf(view).parts.flatMap(({ entries }) => aboutness(entries, view.lexicon).get(concept) ?? [])
}

const aboutness = derived(
  (entries: readonly Entry[], lexicon: Lexicon): ReadonlyMap<Name, readonly Entry[]> => {
    const about = new Map<Name, Entry[]>()
    for (const entry of entries) {
      for (const concept of conceptsOfTitle(entry, lexicon)) {
        const known = about.get(concept)
        if (known) known.push(entry)
        else about.set(concept, [entry])
      }
    }
    return about
  },
)

/** The concepts that an entry's title mentions, in order of mention. */
export const conceptsOfTitle: (entry: Entry, lexicon: Lexicon) => ReadonlySet<Name> = derived(
  (entry: Entry, lexicon: Lexicon) =>
    new Set(mentionsInText(entry.title ?? '', lexicon).map(({ concept }) => concept)),
)
