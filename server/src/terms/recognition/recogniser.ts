import { derivedByFirst } from '../../text/derived.js'
import type { Name } from '../../text/name.js'
import type { Span } from '../../text/span.js'
import type { Lexicon } from '../lexicon.js'
import { hitsIn } from '../matcher.js'
import { cluesOf } from './clues.js'
import { recognisedKindOf, recognisedKinds, type RecognisedKind } from './kinds.js'
import { hitsOfKind, knowledgeOf, type LongForms } from './knowledge.js'
import type { TermModel } from './model.js'
import { naming } from './resolution.js'
import { stretchesIn } from './sequence.js'
import {
  evidenceOf,
  reasonsFor,
  rivalsOf,
  weighed,
  type Candidate,
  type DocumentEvidence,
} from './weighing.js'
import { wordsIn } from './words.js'

/** A candidate with what it names. */
export interface Sighting extends Candidate {
  readonly kind: RecognisedKind
  /** The likeliest first; none where no vocabulary has a name like it. */
  readonly concepts: readonly Name[]
}

/** The least probability at which a stretch of text is kept as a candidate. */
const leastProbability = 0.03

/** A vocabulary with fewer concepts of a kind does not show what all of that kind are called. */
const fewestListed = 500

/** The kinds that the vocabularies of a lexicon list so many of that others like them can be recognised. */
export function kindsRecognised(lexicon: Lexicon): readonly RecognisedKind[] {
  return lexicon.model ? kindsListed(lexicon.table, lexicon) : []
}

const kindsListed = derivedByFirst(
  (_table: Lexicon['table'], lexicon: Lexicon): readonly RecognisedKind[] => {
    const counts = new Map<RecognisedKind, number>()
    for (const id of lexicon.listed) {
      const concept = lexicon.concepts.get(id)
      const kind = concept && recognisedKindOf(concept.kind)
      if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    return recognisedKinds.filter((kind) => (counts.get(kind) ?? 0) >= fewestListed)
  },
)

/** What may be a mention in a text, as its words say, in order, overlapping one another. */
export function sightingsIn(text: string, lexicon: Lexicon, longForms: LongForms): readonly Sighting[] {
  const { model } = lexicon
  const kinds = kindsRecognised(lexicon)
  if (!model || kinds.length === 0) return []
  const words = wordsIn(text)
  const hits = hitsIn(text, lexicon.table)
  const sightings = kinds.flatMap((kind) => {
    const knowledge = knowledgeOf(text, words, hitsOfKind(hits, lexicon, kind), longForms, lexicon, kind)
    const stretches = stretchesIn(model[kind], cluesOf(text, words, knowledge), leastProbability)
    return stretches.map(({ start, end, probability }): Sighting => {
      const span = { start: words.starts[start]!, end: words.ends[end - 1]! }
      const written = text.slice(span.start, span.end)
      return {
        ...span,
        probability,
        kind,
        form: formIn(written),
        ...naming(written, lexicon, kind, longForms),
      }
    })
  })
  return sightings.sort((one, other) => one.start - other.start || one.end - other.end)
}

/** What a document says of each kind. */
export type Evidences = ReadonlyMap<RecognisedKind, DocumentEvidence>

export function evidencesOf(sightings: readonly Sighting[], longForms: LongForms): Evidences {
  const partners = new Map<string, string>()
  for (const [short, long] of longForms) {
    partners.set(formIn(short), formIn(long))
    partners.set(formIn(long), formIn(short))
  }
  const ofKind = (kind: RecognisedKind) => sightings.filter((sighting) => sighting.kind === kind)
  return new Map(recognisedKinds.map((kind) => [kind, evidenceOf(ofKind(kind), partners)]))
}

/** The sightings that are mentions in the light of their document; none overlaps another. */
export function believed(
  sightings: readonly Sighting[],
  evidences: Evidences,
  model: TermModel,
): readonly Sighting[] {
  const judged = recognisedKinds.flatMap((kind) => {
    const candidates = sightings.filter((sighting) => sighting.kind === kind)
    const rivals = rivalsOf(candidates)
    const { reasons, threshold } = model[kind]
    return candidates.flatMap((candidate, index) => {
      const probability = weighed(reasons, reasonsFor(candidate, rivals[index]!, evidences.get(kind)!))
      return probability >= threshold ? [{ candidate, probability }] : []
    })
  })
  const chosen: Sighting[] = []
  const taken = new Set<number>()
  for (const { candidate } of judged.sort(
    (one, other) => other.probability - one.probability || one.candidate.start - other.candidate.start,
  )) {
    if (isTaken(candidate, taken)) continue
    for (let i = candidate.start; i < candidate.end; i++) taken.add(i)
    chosen.push(candidate)
  }
  return chosen.sort((one, other) => one.start - other.start)
}

function isTaken({ start, end }: Span, taken: ReadonlySet<number>): boolean {
  for (let i = start; i < end; i++) if (taken.has(i)) return true
  return false
}

/** What one name has in common wherever it stands. */
export function formIn(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ')
}
