import type { Span } from '../../text/span.js'

/** What in a sentence calls for a source, strongest first: an appeal to studies that it does not name counts most. */
export const reasonKinds = [
  'attribution',
  'quantity',
  'effect',
  'comparison',
  'prevalence',
  'mechanism',
] as const

export type ReasonKind = (typeof reasonKinds)[number]

/** A reason why a sentence needs a source. The span holds the words that say it, as offsets into the sentence. */
export interface Reason extends Span {
  readonly kind: ReasonKind
}

/** One kind of reason, and how it is found. */
export interface Detector {
  readonly kind: ReasonKind
  /** The words that say it, in order, not overlapping; linear in the sentence. */
  readonly find: (sentence: string) => Iterable<Span>
}

/**
 * A detector that takes every match of a pattern for a reason.
 *
 * @param pattern global; it must run in linear time on any text
 * @param refuse tells which matches are none after all, from what stands before and after them
 */
export function patternDetector(
  kind: ReasonKind,
  pattern: RegExp,
  refuse: (before: string, match: string, after: string) => boolean = () => false,
): Detector {
  return { kind, find }

  function* find(sentence: string): Iterable<Span> {
    pattern.lastIndex = 0
    for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
      const start = match.index
      const end = start + match[0].length
      const before = sentence.slice(Math.max(0, start - nearby), start)
      if (!refuse(before, match[0], sentence.slice(end, end + nearby))) yield { start, end }
    }
  }
}

/** How many code units before and after a match a detector may consider. */
const nearby = 40

/** A pattern that matches any of these at the beginning of a word. Saying so once, in front, makes it several times as fast. */
export function alternatives(sources: readonly string[], flags: string): RegExp {
  return new RegExp(`\\b(?:${sources.join('|')})`, flags)
}

/**
 * Any of these words or patterns, as the source of a non-capturing group.
 *
 * @param list separated by white space; an underscore stands for a blank
 */
export function anyOf(list: string): string {
  return `(?:${list.trim().split(/\s+/).join('|').replaceAll('_', ' ')})`
}

/** Up to two adverbs with a blank behind each, as they stand between an auxiliary and its verb. */
export const adverbs = '(?:(?:[a-z]{2,14}ly|also|now|often|well|long|since|even|been|not|been well) ){0,2}'
