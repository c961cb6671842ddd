import type { InlineParser, MarkdownConfig } from '@lezer/markdown'

/**
 * Addresses without brackets, as GitHub reads them: "https://…", "www.…", "mailto:…". The parser's own extension tries
 * every letter of every paragraph, because a bare e-mail address may begin with any. Those are told apart later
 * (`handlesIn`), so that only the letters that begin the others need be tried.
 *
 * @param parsers what the parser's own extension adds to inline syntax
 */
export function autolink(parsers: readonly InlineParser[] = []): MarkdownConfig {
  return {
    parseInline: parsers.map((parser) => ({
      ...parser,
      parse: (cx, next, pos) => (firstLetters.has(next) ? parser.parse(cx, next, pos) : -1),
    })),
  }
}

/** Of "http", "mailto", "www" and "xmpp". */
const firstLetters: ReadonlySet<number> = new Set(['h', 'm', 'w', 'x'].map((letter) => letter.charCodeAt(0)))
