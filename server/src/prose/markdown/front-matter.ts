import type { Text } from '../../text/chunked.js'
import type { MarkdownConfig } from '@lezer/markdown'

/** YAML between two lines of "---" (or closed by "...") at the very start of a document. Unclosed, it is no front matter. */
export const frontMatter: MarkdownConfig = {
  defineNodes: [{ name: 'FrontMatter', block: true }],
  parseBlock: [
    {
      name: 'FrontMatter',
      before: 'LinkReference',
      parse(cx, line) {
        if (cx.lineStart > 0 || cx.depth > 1 || !hasFrontMatter(wholeText(cx))) return false
        while (cx.nextLine()) {
          if (!/^(?:---|\.\.\.)\s*$/.test(line.text)) continue
          const to = cx.lineStart + line.text.length
          cx.nextLine()
          cx.addElement(cx.elt('FrontMatter', 0, to))
          return true
        }
        return false
      },
    },
  ],
}

/** Whether a text begins with front matter, its end included. */
export function hasFrontMatter(text: Text): boolean {
  if (!text.slice(0, 4).includes('---')) return false
  const whole = text.slice(0)
  const opening = /^\uFEFF?---[^\S\r\n]*(?=[\r\n])/.exec(whole)
  return opening !== null && /[\r\n](?:---|\.\.\.)[^\S\r\n]*(?![^\r\n])/.test(whole.slice(opening[0].length))
}

/** To look ahead without moving: a block parser that has moved on cannot take it back. */
function wholeText(cx: object): string {
  // The input is what the parser was made with; its type hides it.
  const { input } = cx as { input: { length: number; read(from: number, to: number): string } }
  return input.read(0, 4).includes('---') ? input.read(0, input.length) : ''
}
