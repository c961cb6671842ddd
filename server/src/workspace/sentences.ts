import {
  judge,
  nothingAsserted,
  type BlockContext,
  type ClaimModel,
  type Judgement,
  type Reason,
} from '../claims/judge.js'
import { toSource, type Block } from '../prose/block.js'
import { captionsIn } from '../prose/captions.js'
import type { Part, PlacedPart } from '../prose/part.js'
import { countUpTo } from '../text/ascending.js'
import { derived } from '../text/derived.js'
import { contains, shifted, type Span } from '../text/span.js'
import { outsideSources } from './cites.js'
import { contextsByPart, type PartContexts } from './claim-contexts.js'
import { coveredByPart, type Covered } from './coverage.js'
import { sightedBlock } from './sighted.js'
import type { View } from './view.js'

/** A sentence of prose in its place, what it asserts, and whether a citation stands for it. */
export interface PlacedSentence extends Span {
  /** The probability, in [0, 1], that a careful author would cite a source here. */
  readonly claim: number
  /** Why, the strongest reason first; their spans are in `words`. */
  readonly reasons: readonly Reason[]
  /** The sentence without its citations, as it was judged. */
  readonly words: string
  readonly cited: boolean
  readonly block: number
}

/** A sentence within its block. */
export interface BlockSentence {
  readonly span: Span
  /** The same in the block's source. */
  readonly source: Span
  readonly words: string
  readonly judgement: Judgement
}

/** A sentence within its part: its span counts from the part's start, `block` is the index in the part. */
export interface PartSentence extends Omit<PlacedSentence, 'cited' | 'reasons'> {
  /** The judge's word on it; its reasons are sought when they are first asked for, and mostly they are not. */
  readonly judgement: Judgement
  /** Its index in the block. */
  readonly index: number
}

/** The sentences of one part, and which of them a citation covers. */
export interface SentencesOfPart {
  readonly place: PlacedPart
  readonly sentences: readonly PartSentence[]
  readonly covered: Covered
}

/** Every sentence of prose, in order: paragraphs, list items, quotations and table cells, but no headings and no sources. */
export const sentencesOf: (view: View) => readonly PlacedSentence[] = derived((view: View) =>
  sentencesByPart(view).flatMap(({ place, sentences, covered }) =>
    sentences.map((sentence) => {
      const { claim, words, block } = sentence
      const cited = isCovered(sentence, covered)
      const placed = { ...shifted(sentence, place.start), claim, words, cited, block: place.first + block }
      return withReasons(placed, sentence.judgement)
    }),
  ),
)

/** The same sentences part by part: what has to be known at every keystroke starts from them. */
export function sentencesByPart(view: View): readonly SentencesOfPart[] {
  const covered = coveredByPart(view)
  const contexts = contextsByPart(view)
  return view.document.parts.map((place, i) => ({
    place,
    sentences: outsideSources(view, place, () => sentencesInPart(place.part, view.model, contexts[i]!)),
    covered: covered[i]!,
  }))
}

/** Where the sentence stands that holds an offset. */
export function sentenceAt(view: View, offset: number): Span | undefined {
  const at = countUpTo(view.document.parts, offset, ({ start }) => start) - 1
  const { place, sentences } = sentencesByPart(view)[at] ?? {}
  if (!place) return undefined
  const local = offset - place.start
  const sentence = sentences?.find(({ start, end }) => start <= local && local < end)
  return sentence && shifted(sentence, place.start)
}

/** Whether a citation covers a sentence. */
export function isCovered({ block, index }: PartSentence, covered: Covered): boolean {
  return covered.get(block)?.has(index) ?? false
}

const sentencesInPart = derived(
  (part: Part, model: ClaimModel, contexts: PartContexts): readonly PartSentence[] =>
    part.blocks.flatMap(({ block, start }, index) => {
      const context = contexts.get(index)
      if (!context) return []
      return judgedSentences(block, model, context).map(({ source, words, judgement }, i) => {
        const { start: from, end } = shifted(source, start)
        return { start: from, end, claim: judgement.probability, judgement, words, block: index, index: i }
      })
    }),
)

/** Reasons are sought when first asked for, and most sentences are never asked. */
function withReasons<T extends object>(
  sentence: T,
  source: Pick<Judgement, 'reasons'>,
): T & Pick<Judgement, 'reasons'> {
  return Object.defineProperty(sentence, 'reasons', { get: () => source.reasons, enumerable: true }) as T &
    Pick<Judgement, 'reasons'>
}

/** The sentences of a block and the judge's word on each, in the light of where the block stands. */
function judgedSentences(block: Block, model: ClaimModel, context: BlockContext): readonly BlockSentence[] {
  const { spans, sighted } = sightedBlock(block, model)
  const captions = captionsIn(block)
  return judge(model, sighted, context).map((judgement, i) => ({
    span: spans[i]!,
    source: toSource(block, spans[i]!),
    words: sighted.sentences[i]!,
    judgement: captions.some((caption) => contains(caption, spans[i]!)) ? claimless(judgement) : judgement,
  }))
}

/** An image's description asserts nothing about the world, whatever it says. */
function claimless(judgement: Judgement): Judgement {
  const probability = Math.min(judgement.probability, nothingAsserted)
  // A judgement reads its form and reasons off when it is asked, so that a copy of its fields would lack them.
  return {
    probability,
    get form() {
      return judgement.form
    },
    get reasons() {
      return judgement.reasons
    },
  }
}

/** The words of a sentence without its citations, its line breaks and runs of spaces as one space each. */
