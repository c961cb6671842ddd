import type { Name } from '../text/name.js'
import type { Span } from '../text/span.js'

/** One citation as it is written: "[2–4, 7]", "(Barlind et al., 2009; Li 2022)", "[@a; @b]". Offsets in the block's text. */
export interface Cite extends Span {
  /** The name of the syntax that it is written in. */
  readonly syntax: string
  /**
   * The works that it points to, in order of writing. A note that spells its source out ("^[Li A. Title, 2009.]")
   * has none: it covers its sentence and points nowhere.
   */
  readonly targets: readonly Target[]
  /**
   * Its form alone does not prove it a citation: "[3]" may be an interval and "@word" a person. It is one where the
   * document has something that it names.
   */
  readonly weak?: true
  /** What to cut for the sentence without it, where that is less than the whole: "Li (2022)" keeps its author. */
  readonly removable?: Span
}

/** One work that a citation points to: the span of its key, number, or author and year. */
export interface Target extends Span {
  /** All that the work may be called by, the surest first. */
  readonly names: readonly Name[]
}
