import { withoutCites } from '../citations/index.js'
import { judge, nothingAsserted, type ClaimModel, type Reason, type Judgement } from '../claims/judge.js'
import { toSource, type Block } from '../prose/block.js'
import { captionsIn } from '../prose/captions.js'
import { sentencesIn } from '../prose/sentences.js'
import { derived } from '../text/derived.js'
import { contains, type Span } from '../text/span.js'
import { isSource, rememberedCites } from './cites.js'
import { coveredSentences } from './coverage.js'
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

/** Every sentence of prose, in order: paragraphs, list items, quotations and table cells, but no headings and no sources. */
export const sentencesOf: (view: View) => readonly PlacedSentence[] = derived((view: View) => {
  const covered = coveredSentences(view)
  const placed: PlacedSentence[] = []
  view.document.blocks.forEach(({ block, start }, index) => {
    if (block.kind === 'heading' || isSource(view, index)) return
    judgedSentences(block, view.model).forEach(({ source, words, judgement }, i) => {
      placed.push({
        start: start + source.start,
        end: start + source.end,
        claim: judgement.probability,
        reasons: judgement.reasons,
        words,
        cited: covered.get(index)?.has(i) ?? false,
        block: index,
      })
    })
  })
  return placed
})

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

function wordsOf(block: Block, span: Span, cites: ReturnType<typeof rememberedCites>): string {
  const inside = cites
    .filter((cite) => cite.start >= span.start && cite.end <= span.end)
    .map((cite) => ({ ...(cite.removable ?? { start: cite.start, end: cite.end }) }))
    .map(({ start, end }) => ({ start: start - span.start, end: end - span.start }))
  const text = block.text.slice(span.start, span.end)
  return (inside.length === 0 ? text : withoutCites(text, inside).text).replace(/\s+/g, ' ')
}
