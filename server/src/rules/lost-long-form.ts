import { toSource, type Block } from '../prose/block.js'
import type { Part } from '../prose/part.js'
import { looksAbbreviated } from '../terms/acronyms.js'
import { derived } from '../text/derived.js'
import { overlaps, shifted, type Span } from '../text/span.js'
import { abbreviationsInBlock } from '../workspace/abbreviations.js'
import { outsideSources, rememberedCites } from '../workspace/cites.js'
import type { Rule } from './rule.js'

/** An abbreviation in brackets with nothing before them that it could stand for: words have fallen out. */
export const lostLongForm: Rule = {
  id: 'lost-long-form',
  summary: 'An abbreviation stands in brackets, and the words that it is short for are missing.',
  severity: 'warning',
  *check(view) {
    for (const place of view.document.parts) {
      for (const { written, ...span } of outsideSources(view, place, () => bareInPart(place.part)))
        yield {
          ...shifted(span, place.start),
          message: `The words that '${written}' is short for are missing`,
        }
    }
  },
}

interface Bare extends Span {
  readonly written: string
  readonly block: number
}

const bareInPart = derived((part: Part): readonly Bare[] =>
  part.blocks.flatMap(({ block, start }, index) =>
    block.kind === 'heading' || block.kind === 'footnote'
      ? []
      : bareInBlock(block).map((bare) => ({ written: bare.written, block: index, ...shifted(bare, start) })),
  ),
)

const bareInBlock = derived((block: Block): readonly (Span & { written: string })[] => {
  const { text } = block
  const none = [
    ...block.opaque,
    ...rememberedCites(block),
    ...abbreviationsInBlock(block).map(({ short }) => short),
  ]
  return [...text.matchAll(/\(([A-Za-z]{2,8}(?:-\d)?)\)/g)].flatMap((match) => {
    const written = match[1]!
    const span = { start: match.index, end: match.index + match[0].length }
    if (!looksAbbreviated(written) || none.some((other) => overlaps(other, span))) return []
    return canHoldNoName(text, span) ? [{ written, ...toSource(block, span) }] : []
  })
})

/** Nothing, a comma or a word that calls for a name stands before the brackets, and the sentence goes on behind them. */
function canHoldNoName(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  if (!/^(?:\s\p{Ll}|,\s\p{L}|['’]s\s)/u.test(text.slice(end, end + 4))) return false
  if (before.trim() === '') return start === 0 || before.includes('\n')
  return /\s$/.test(before) && (/[,;:.!?]\s{1,4}$/.test(before) || callsForName.test(before))
}

const callsForName =
  /(?:^|\s)(?:the|a|an|of|for|in|with|by|from|to|and|or|as|than|between|via|through|into|including|is|are|was|were|that|called)\s{1,4}$/i
