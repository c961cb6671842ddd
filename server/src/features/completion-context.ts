import type { Span } from '../text/span.js'

/** What a writer has begun to cite, and in which dialect: the span is what a completion replaces. */
export interface Begun extends Span {
  readonly dialect: 'pandoc' | 'numeric' | 'footnote' | 'author-year'
  readonly typed: string
}

/** How far before the caret a citation may have begun. */
const reach = 200

const beginnings: readonly (readonly [Begun['dialect'], RegExp])[] = [
  // "@bar", "[-@bar", "@{bar": no e-mail address, which has letters before its sign.
  ['pandoc', /(?:^|[\s[;,(–—-])@\{?([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]*|)$/u],
  ['footnote', /\[\^([^\s\]^]*)$/],
  // "[bar", "[3, bar": a number, or the beginning of a name, behind a bracket that is no link's.
  ['numeric', /(?:^|[^\]!\\])\[(?:\d{1,4}\s?[,;–-]\s?){0,20}([\p{L}\p{N}'’-]*)$/u],
  ['author-year', /\((?:[^()\n]{1,120}[;,] )?(\p{Lu}[\p{L}'’-]*)$/u],
]

/**
 * What is begun at the end of a line's text up to the caret; undefined where nothing is.
 *
 * @param text the text of the line before the caret; only its end is looked at
 * @param at the offset of the caret
 */
export function begunAt(text: string, at: number): Begun | undefined {
  const near = text.slice(-reach)
  for (const [dialect, beginning] of beginnings) {
    const typed = beginning.exec(near)?.[1]
    if (typed !== undefined) return { dialect, typed, start: at - typed.length, end: at }
  }
  return undefined
}
