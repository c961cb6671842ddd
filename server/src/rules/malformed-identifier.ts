import { malformedIn } from '../bibliography/malformed.js'
import { toSource, type Block } from '../prose/block.js'
import type { Part } from '../prose/part.js'
import { derived } from '../text/derived.js'
import { shifted } from '../text/span.js'
import type { Problem, Rule } from './rule.js'

/** A DOI, PMID, PMCID, arXiv number, ISBN or ORCID iD that cannot be one. */
export const malformedIdentifier: Rule = {
  id: 'malformed-identifier',
  summary: 'A DOI, PMID, PMCID, arXiv number, ISBN or ORCID iD cannot be one.',
  severity: 'warning',
  *check({ document }) {
    for (const { part, start: by } of document.parts) {
      for (const { start, end, message } of malformedInPart(part))
        yield { start: by + start, end: by + end, message }
    }
  },
}

const malformedInPart = derived((part: Part): readonly Problem[] =>
  part.blocks.flatMap(({ block, start }) =>
    malformedInBlock(block).map((problem) => ({ ...problem, ...shifted(problem, start) })),
  ),
)

const malformedInBlock = derived((block: Block): readonly Problem[] =>
  malformedIn(block.text).map(({ reason, ...span }) => ({ ...toSource(block, span), message: reason })),
)
