import type { Block } from '../../prose/block.js'
import type { Name } from '../../text/name.js'
import type { Cite } from '../cite.js'

/** One way of citing: how to find it in a block and how to write it. */
export interface CitationSyntax {
  readonly name: string
  /** Where a citation in this syntax stands at the end of a sentence: "shown [3]." or "shown.^3^" */
  readonly placement: 'before-stop' | 'after-stop'
  /** Every citation in the block that is written in this syntax, in order. Pure, linear in the text, never throws. */
  find(block: Block): Iterable<Cite>
  /** The text of one citation of these works, or undefined where one of them lacks what this syntax writes. */
  write(works: readonly Writable[]): string | undefined
}

/** What a work can be cited by. Each syntax takes the one that it writes. */
export interface Writable {
  readonly key?: string
  readonly number?: number
  /** Author and year as they stand between brackets: "Barlind et al., 2009". */
  readonly label?: string
  /** The label of a footnote: "3" for "[^3]". */
  readonly footnote?: string
  /** `doi:…`, `pmid:…`, `pmcid:…` */
  readonly identifier?: Name
}

/** The values that `read` finds in all works; undefined where there is no work, or one without a value. */
export function all<T>(works: readonly Writable[], read: (work: Writable) => T | undefined): T[] | undefined {
  const values: T[] = []
  for (const work of works) {
    const value = read(work)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values.length === 0 ? undefined : values
}
