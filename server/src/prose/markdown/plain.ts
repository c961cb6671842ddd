import type { MarkdownConfig } from '@lezer/markdown'

/**
 * Passes over letters that begin no inline syntax, all in one go: the parser would ask each of its dozen readers about
 * each of them, and nearly all of prose is such letters.
 */
export const plain: MarkdownConfig = {
  parseInline: [
    {
      name: 'Plain',
      before: 'Escape',
      parse(cx, _, pos) {
        const { text, offset } = cx
        const start = pos - offset
        let at = start
        while (at < text.length && !beginsSyntax(text, at)) at++
        return at > start ? at + offset : -1
      },
    },
  ],
}

/** Whether some reader of the parser may find its syntax at this letter. To say so too often costs time alone. */
function beginsSyntax(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code > 127 || letters[code] === 0) return false
  if (letters[code] === 1) return true
  // A hard break has at least two spaces; addresses begin with "http", "mailto", "www" or "xmpp".
  const next = text.charCodeAt(at + 1)
  return code === space ? next === space : followers.get(code) === next
}

const space = 32

/** For each letter: 0 where none begins with it, 1 where it is enough, 2 where the next one decides. */
const letters = new Uint8Array(128)
for (const sign of '\\&`<*_[]!~$') letters[sign.charCodeAt(0)] = 1
for (const sign of ' hmwx') letters[sign.charCodeAt(0)] = 2

const followers: ReadonlyMap<number, number> = new Map(
  ['ht', 'ma', 'ww', 'xm'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
)
