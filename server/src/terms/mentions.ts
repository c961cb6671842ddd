import type { Block } from '../prose/block.js'
import { countUpTo } from '../text/ascending.js'
import type { Name } from '../text/name.js'
import { contains, overlaps, type Span } from '../text/span.js'
import type { ConceptKind } from './concept.js'
import type { Lexicon } from './lexicon.js'
import { hitsIn, type Hit } from './matcher.js'
import { ranked } from './ranking.js'
import { recognisedKindOf } from './recognition/kinds.js'
import type { LongForms } from './recognition/knowledge.js'
import { preferred, tellingWords, type Surroundings } from './recognition/preference.js'
import {
  believed,
  evidencesOf,
  kindsRecognised,
  sightingsIn,
  type Evidences,
  type Sighting,
} from './recognition/recogniser.js'

/** A stretch of text that names a concept: offsets in the block's text, plural letters included, a possessive not. */
export interface Mention extends Span {
  /** The concept that it most likely names: a key of the lexicon's concepts, unless it is `unlisted`. */
  readonly concept: Name
  /** Every concept that it may name, the chosen one first. */
  readonly candidates: readonly Name[]
  /** What it names, where that was recognised although no vocabulary has it. */
  readonly unlisted?: ConceptKind
}

/** What names are sought in: a block, or bare text. */
export type Passage = Pick<Block, 'text' | 'opaque'>

/** What can be said of the names in a block without the rest of its document. */
export interface Sightings {
  /** Names that are believed as they stand. */
  readonly mentions: readonly Mention[]
  /** What authorities list, or what is like it: weighed with the whole document. */
  readonly uncertain: readonly Sighting[]
}

/**
 * The mentions in a block, in order, none overlapping another or an opaque span. At each place the longest name wins; of
 * several concepts with that name the first by `ranked`.
 */
export function mentionsIn(block: Passage, lexicon: Lexicon): readonly Mention[] {
  const sightings = sightingsOf(block, lexicon, noLongForms)
  return mentionsAmong(sightings, evidenceIn([block.text], sightings.uncertain, noLongForms), lexicon)
}

/** The mentions in bare text, such as the title of a reference, as `mentionsIn` finds them. */
export function mentionsInText(text: string, lexicon: Lexicon): readonly Mention[] {
  return mentionsIn({ text, opaque: [] }, lexicon)
}

const noLongForms: LongForms = new Map()

/** @param longForms what the document says that abbreviations in this block stand for */
export function sightingsOf({ text, opaque }: Passage, lexicon: Lexicon, longForms: LongForms): Sightings {
  const hitsBetween = (table: Lexicon['table']): readonly Hit[] =>
    [...opaque, { start: text.length, end: text.length }].flatMap(({ start }, index) =>
      hitsIn(text, table, opaque[index - 1]?.end ?? 0, start),
    )
  if (lexicon.firstAuthority === Infinity)
    return { mentions: hitsBetween(lexicon.table).map((hit) => mentionOf(hit, lexicon)), uncertain: [] }
  const own = hitsBetween(lexicon.glossaryTable).map((hit) => mentionOf(hit, lexicon))
  const isFree = (span: Span): boolean => !own.some((mention) => overlaps(mention, span))
  const plain = hitsBetween(lexicon.table).flatMap((hit) => mentionOfOtherKind(hit, lexicon) ?? [])
  const uncertain = sightingsIn(withoutOpaque(text, opaque), lexicon, longForms).filter(
    (sighting) => !opaque.some((span) => overlaps(span, sighting)),
  )
  return { mentions: [...own, ...plain.filter(isFree)].sort(byStart), uncertain }
}

/** What a whole document says of the names in it. */
export interface Evidence {
  readonly evidences: Evidences
  readonly surroundings: Surroundings
}

/** @param uncertain the sightings of all blocks */
export function evidenceIn(
  texts: readonly string[],
  uncertain: readonly Sighting[],
  longForms: LongForms,
): Evidence {
  const certain = new Map<Name, number>()
  for (const { concepts, probability } of uncertain)
    if (concepts.length === 1 && probability > 0.5)
      certain.set(concepts[0]!, (certain.get(concepts[0]!) ?? 0) + 1)
  const words = new Set(uncertain.length > 0 ? texts.flatMap(tellingWords) : [])
  return { evidences: evidencesOf(uncertain, longForms), surroundings: { certain, words } }
}

/** The mentions of a block in the light of its document. A recognised name that holds a believed one takes its place. */
export function mentionsAmong(
  { mentions, uncertain }: Sightings,
  { evidences, surroundings }: Evidence,
  lexicon: Lexicon,
): readonly Mention[] {
  if (!lexicon.model || uncertain.length === 0) return mentions
  const recognised = believed(uncertain, evidences, lexicon.model).filter((sighting) =>
    mentions.every((mention) => !overlaps(mention, sighting) || isLonger(sighting, mention)),
  )
  const kept = mentions.filter((mention) => !recognised.some((sighting) => overlaps(mention, sighting)))
  return [...kept, ...recognised.map((sighting) => mentionFrom(sighting, lexicon, surroundings))].sort(
    byStart,
  )
}

/** The mention at an offset, its end included: a caret behind the last letter still points at the word. */
export function mentionAt<T extends Span>(mentions: readonly T[], offset: number): T | undefined {
  const before = mentions[countUpTo(mentions, offset, ({ start }) => start) - 1]
  return before && offset <= before.end ? before : undefined
}

function mentionOf(hit: Hit, lexicon: Lexicon): Mention {
  const candidates = ranked(hit, lexicon)
  return { start: hit.start, end: hit.end, concept: candidates[0]!, candidates }
}

/** A name of an authority that nobody was taught to weigh is believed; undefined for all others. */
function mentionOfOtherKind(hit: Hit, lexicon: Lexicon): Mention | undefined {
  const recognised = kindsRecognised(lexicon)
  const forms = hit.forms.filter(({ index }) => {
    const concept = lexicon.concepts.get(lexicon.entries[index]!.concept)
    const kind = concept && recognisedKindOf(concept.kind)
    return !kind || !recognised.includes(kind)
  })
  return forms.length > 0 ? mentionOf({ ...hit, forms }, lexicon) : undefined
}

function mentionFrom(
  { start, end, concepts, form, kind }: Sighting,
  lexicon: Lexicon,
  surroundings: Surroundings,
): Mention {
  const candidates = preferred(form, concepts, lexicon, surroundings)
  const [concept] = candidates
  if (concept) return { start, end, concept, candidates }
  return { start, end, concept: `unlisted:${form.replace(/\s/g, '-')}`, candidates: [], unlisted: kind }
}

function isLonger(sighting: Sighting, mention: Mention): boolean {
  return (
    sighting.isListed &&
    contains(sighting, mention) &&
    sighting.end - sighting.start > mention.end - mention.start
  )
}

function withoutOpaque(text: string, opaque: readonly Span[]): string {
  let result = text
  for (const { start, end } of opaque)
    result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end)
  return result
}

function byStart(one: Span, other: Span): number {
  return one.start - other.start
}
