import type { Block } from '../prose/block.js'
import type { Cite } from './cite.js'
import { withoutOverlaps } from './overlaps.js'
import * as registry from './syntaxes/index.js'
import type { CitationSyntax } from './syntaxes/syntax.js'

export type { Cite, Target } from './cite.js'
export type { CitationSyntax, Writable } from './syntaxes/syntax.js'
export { dialectOf } from './dialect.js'
export { insertionOf, placeFor, type Insertion } from './place.js'
export { withoutCites, type Cleaned } from './without-cites.js'

/** Every way of citing that is known. */
export const syntaxes: readonly CitationSyntax[] = Object.values(registry)

/** The syntax of this name. */
export function syntaxNamed(name: string): CitationSyntax | undefined {
  return syntaxes.find((syntax) => syntax.name === name)
}

/**
 * Every citation in the block, in order, none overlapping another: where syntaxes disagree, the longest has it, and takes
 * in what else is cited inside it. Pure: remember the answer with `derived`.
 */
export function citesIn(block: Block): readonly Cite[] {
  const found: Cite[] = []
  for (const syntax of syntaxes) for (const cite of syntax.find(block)) found.push(cite)
  return withoutOverlaps(found)
}
