import { withoutCites } from '../citations/index.js'
import { judge, nothingAsserted, type ClaimModel, type Reason, type Judgement } from '../claims/judge.js'
import { toSource, type Block } from '../prose/block.js'
import { captionsIn } from '../prose/captions.js'
import { sentencesIn } from '../prose/sentences.js'
import type { Part, PlacedPart } from '../prose/part.js'
import { countUpTo } from '../text/ascending.js'
import { derived } from '../text/derived.js'
import { contains, shifted, type Span } from '../text/span.js'
import { outsideSources, rememberedCites } from './cites.js'
import { coveredByPart, type Covered } from './coverage.js'
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
  return view.document.parts.map((place, i) => ({
    place,
    sentences: outsideSources(view, place, () => sentencesInPart(place.part, view.model)),
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

const sentencesInPart = derived((part: Part, model: ClaimModel): readonly PartSentence[] =>
  part.blocks.flatMap(({ block, start }, index) => {
    if (block.kind === 'heading' || block.kind === 'footnote') return []
    return judgedSentences(block, model).map(({ source, words, judgement }, i) => {
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

/** The sentences of a block and the judge's word on each: derived once for each block and model. */
export const judgedSentences: (block: Block, model: ClaimModel) => readonly BlockSentence[] = derived(
  (block: Block, model: ClaimModel) => {
    const spans = sentencesIn(block)
    const cites = rememberedCites(block)
    const words = spans.map((span) => wordsOf(block, span, cites))
    const captions = captionsIn(block)
    const judgements = judge(model, words).map((judgement, i) =>
      captions.some((caption) => contains(caption, spans[i]!)) ? claimless(judgement) : judgement,
    )
    return spans.map((span, i) => ({
      span,
      source: toSource(block, span),
      words: words[i]!,
      judgement: judgements[i]!,
    }))
  },
)

/** An image's description asserts nothing about the world, whatever it says. */
function claimless(judgement: Judgement): Judgement {
  return { ...judgement, probability: Math.min(judgement.probability, nothingAsserted) }
}

/** The words of a sentence without its citations, its line breaks and runs of spaces as one space each. */
function wordsOf(block: Block, span: Span, cites: ReturnType<typeof rememberedCites>): string {
  const text = block.text.slice(span.start, span.end)
  const inside = cites.length === 0 ? cites : cites.filter((cite) => contains(span, cite))
  const spans = inside.map((cite) => shifted(cite.removable ?? cite, -span.start))
  const words = spans.length === 0 ? text : withoutCites(text, spans).text
  return isEvenlySpaced(words) ? words : words.replace(/\s+/g, ' ')
}

/** Whether all white space is single spaces, as in most sentences: asked letter by letter, which a regular expression does not do faster. */
function isEvenlySpaced(text: string): boolean {
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 || code > 126 || (code === 32 && before === 32)) return false
    before = code
  }
  return true
}
