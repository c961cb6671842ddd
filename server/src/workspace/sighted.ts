import { withoutCites } from '../citations/index.js'
import { firstPass, type ClaimModel, type SightedBlock } from '../claims/judge.js'
import type { Block } from '../prose/block.js'
import { sentencesIn } from '../prose/sentences.js'
import { derived } from '../text/derived.js'
import type { Span } from '../text/span.js'
import { rememberedCites } from './cites.js'

/** The sentences of a block and what the judge makes of each by itself: derived once for each block and model. */
export const sightedBlock = derived(
  (block: Block, model: ClaimModel): { spans: readonly Span[]; sighted: SightedBlock } => {
    const spans = sentencesIn(block)
    const cites = rememberedCites(block)
    return {
      spans,
      sighted: firstPass(
        model,
        spans.map((span) => wordsOf(block, span, cites)),
      ),
    }
  },
)

function wordsOf(block: Block, span: Span, cites: ReturnType<typeof rememberedCites>): string {
  const inside = cites
    .filter((cite) => cite.start >= span.start && cite.end <= span.end)
    .map((cite) => ({ ...(cite.removable ?? { start: cite.start, end: cite.end }) }))
    .map(({ start, end }) => ({ start: start - span.start, end: end - span.start }))
  const text = block.text.slice(span.start, span.end)
  return (inside.length === 0 ? text : withoutCites(text, inside).text).replace(/\s+/g, ' ')
}
