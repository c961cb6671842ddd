import type { CitationSyntax, Writable } from './syntaxes/syntax.js'

/** Text to put into a sentence, and where: an offset in the sentence. */
export interface Insertion {
  readonly offset: number
  readonly text: string
}

/**
 * Where in a sentence a citation of all of it stands. Brackets go before the final punctuation ("it rose [3]."), raised
 * numbers and footnotes behind it ("it rose.^3^"). Where the sentence ends with a closing quotation mark or bracket, both
 * go behind that, lest the citation be part of what is quoted; where it has no final punctuation, both go to its end.
 *
 * @param sentence the sentence, in which white space at the end does not count
 * @returns an offset in [0, sentence.length]
 */
export function placeFor(sentence: string, syntax: Pick<CitationSyntax, 'placement'>): number {
  const end = sentence.trimEnd().length
  if (syntax.placement === 'after-stop') return end
  let stop = end
  while (stop > 0 && /[.!?…。！？]/.test(sentence[stop - 1]!)) stop--
  return sentence.slice(0, stop).trimEnd().length
}

/**
 * The citation of these works as it is put into a sentence, with the space before it that its syntax wants; undefined
 * where the syntax cannot write one of the works.
 */
export function insertionOf(
  sentence: string,
  syntax: CitationSyntax,
  works: readonly Writable[],
): Insertion | undefined {
  const text = syntax.write(works)
  if (text === undefined) return undefined
  const isSpaced = syntax.placement === 'before-stop'
  return { offset: placeFor(sentence, syntax), text: isSpaced ? ` ${text}` : text }
}
