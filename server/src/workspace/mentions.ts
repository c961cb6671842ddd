import { toSource, type Block } from '../prose/block.js'
import type { Lexicon } from '../terms/lexicon.js'
import type { ConceptKind } from '../terms/concept.js'
import {
  evidenceIn,
  mentionsAmong,
  mentionsIn,
  mentionsInText,
  sightingsOf,
  type Mention,
  type Sightings,
} from '../terms/mentions.js'
import { kindsRecognised } from '../terms/recognition/recogniser.js'
import type { Entry } from '../bibliography/entry.js'
import { derived, derivedFromAll } from '../text/derived.js'
import type { Name } from '../text/name.js'
import type { Span } from '../text/span.js'
import { abbreviationsInBlock } from './abbreviations.js'
import { citableOf } from './library.js'
import { inDefinedSense } from './meanings.js'
import type { View } from './view.js'

/** A mention in its place in the document. */
export interface PlacedMention extends Span {
  readonly concept: Name
  readonly candidates: readonly Name[]
}

/** What was recognised in its place in the document; `unlisted` where no vocabulary has the name. */
export interface PlacedRecognition extends PlacedMention {
  readonly unlisted?: ConceptKind
}

/**
 * Every mention of a concept that the document makes, headings and reference lists included, in order. An abbreviation that the
 * document spells out names what its words name.
 */
export const mentionsOf: (view: View) => readonly PlacedMention[] = derived((view: View) =>
  recognitionsOf(view).filter(({ unlisted }) => unlisted === undefined),
)

/** The same, and what is recognised as a gene, a chemical or a disease although no vocabulary in force has it. */
export const recognitionsOf: (view: View) => readonly PlacedRecognition[] = derived((view: View) =>
  // Where names are weighed, long forms have been already.
  kindsRecognised(view.lexicon).length > 0 ? recognised(view) : inDefinedSense(view, recognised(view)),
)

const recognised: (view: View) => readonly PlacedRecognition[] = derived((view: View) => {
  const { lexicon, document } = view
  const longForms = definitionsOf(view)
  const sighted = document.blocks.map(({ block }) => sightingsIn(block, lexicon, longForms))
  const all = sighted.flatMap(({ uncertain }) => uncertain)
  const evidence = evidenceIn(
    document.blocks.map(({ block }) => block.text),
    all,
    new Map([...longForms].map(([short, { long }]) => [short, long])),
  )
  return document.blocks.flatMap(({ block, start }, index) =>
    mentionsAmong(sighted[index]!, evidence, lexicon).map((mention) => {
      const span = toSource(block, mention)
      return { ...mention, start: start + span.start, end: start + span.end }
    }),
  )
})

/** Where a document says what is short for what. */
interface Definition {
  readonly short: string
  readonly long: string
}

/** What a block says is short for what; the same objects as long as the block is the same. */
const definitionsIn: (block: Block) => readonly Definition[] = derived((block: Block) =>
  abbreviationsInBlock(block).map(({ short, long }) => ({
    short: block.text.slice(short.start, short.end),
    long: block.text.slice(long.start, long.end),
  })),
)

/** The definitions of a document by what is short; the first one counts. None where nothing is weighed. */
function definitionsOf({ document, lexicon }: View): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>()
  if (kindsRecognised(lexicon).length === 0) return definitions
  for (const { block } of document.blocks) {
    for (const definition of definitionsIn(block))
      if (!definitions.has(definition.short)) definitions.set(definition.short, definition)
  }
  return definitions
}

/** The words of a block that may be abbreviations. */
const acronymsIn: (block: Block) => readonly string[] = derived((block: Block) => [
  ...new Set(block.text.match(/[\p{L}\p{N}]{1,12}/gu)?.filter((word) => /\p{Lu}|\p{N}/u.test(word))),
])

/** What may be mentions in a block; found again only if the block, or what its abbreviations stand for, is another. */
function sightingsIn(
  block: Block,
  lexicon: Lexicon,
  definitions: ReadonlyMap<string, Definition>,
): Sightings {
  if (definitions.size === 0) return sightingsWith([block, lexicon])
  const relevant = new Set<Definition>()
  for (const word of acronymsIn(block)) {
    const definition = definitions.get(word) ?? definitions.get(word.replace(/s$/, ''))
    if (definition) relevant.add(definition)
  }
  return sightingsWith([block, lexicon, ...relevant])
}

const sightingsWith = derivedFromAll<Block | Lexicon | Definition, Sightings>((list) => {
  const [block, lexicon, ...definitions] = list as [Block, Lexicon, ...Definition[]]
  return sightingsOf(block, lexicon, new Map(definitions.map(({ short, long }) => [short, long])))
})

/** The mentions in a block for itself, found once for each block and lexicon. */
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
