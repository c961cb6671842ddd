/**
 * What single words tell of a sentence, as bits. They spare most sentences the patterns that decide: where a word that a pattern cannot
 * do without is missing, the pattern need not be tried.
 */
export const mark = {
  /** "We", "our": authors speak of themselves. */
  self: 1,
  /** "Study", which may be this one. */
  study: 2,
  /** "Figure", "Table": what stands there may be shown by the authors themselves. */
  pointer: 4,
  /** May open a sentence that asserts nothing. */
  opener: 8,
  /** Speaks to the reader. */
  address: 16,
  /** Can only be, or nearly always is, the verb of a clause. */
  auxiliary: 32,
  /** Belongs to a stock image. */
  stock: 64,
  /** "Our", which may be followed by "own". */
  ourOwn: 128,
} as const

/**
 * The marks of one word.
 *
 * @param word in lower case
 */
export function marksOf(word: string): number {
  if (word.length > longestMarked || !marked.test(word)) return 0
  let marks = 0
  for (const [bit, pattern] of patterns) if (pattern.test(word)) marks |= bit
  return marks
}

/** Longer words have no marks. */
const longestMarked = 20

const patterns: readonly (readonly [number, RegExp])[] = [
  [mark.self, /\b(?:we|our)\b/],
  [mark.study, /\bstudy\b/],
  [mark.pointer, /\b(?:figs?|figures?|tables?|supplement[a-z]*|additional)\b/],
  [
    mark.opener,
    wholeWord(`
      please then so first next finally always never instead also consider imagine remember recall try avoid ask consult think aim ensure
      make be keep take start begin stop let let's see choose speak talk click visit look listen seek focus learn read check pay reflect
      allow give bear notice suppose assume discover explore find get go eat drink sleep feel contact do don don't
      the as shown listed summari[sz]ed outlined described discussed depicted illustrated presented given detailed in table figure section
      chapter box this our remainder rest aims? purpose goal scope structure organi[sz]ation objectives? below above here we i information
      material content
      fig scheme image photo source credit note copyright appendix supplementary
      that it these those they understanding recogni[sz]ing knowing harnessing embracing mastering reclaiming ultimately after
    `),
  ],
  [mark.address, /\b(?:you|one's)/],
  [mark.ourOwn, /\bour/],
  [
    mark.auxiliary,
    wholeWord(`
      is are was were be been am has have had do does did can could may might must shall should will would cannot
    `),
  ],
  [
    mark.stock,
    /\b(?:invitation|step|powerful|call|journey|piece|tip|food|double|game|empower|reclaim|peace|best|inner|new)/,
  ],
]

const marked = new RegExp(patterns.map(([, { source }]) => source).join('|'))

function wholeWord(list: string): RegExp {
  return new RegExp(`\\b(?:${list.trim().split(/\s+/).join('|')})\\b`)
}
