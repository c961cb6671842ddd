import type { MarkdownConfig } from '@lezer/markdown'

/** YAML between two lines of "---" (or closed by "...") at the very start of a document. Unclosed, it is no front matter. */
export const frontMatter: MarkdownConfig = {
  defineNodes: [{ name: 'FrontMatter', block: true }],
  parseBlock: [
    {
      name: 'FrontMatter',
      before: 'LinkReference',
      parse(cx, line) {
        if (cx.lineStart > 1 || cx.depth > 1 || !/^\uFEFF?---\s*$/.test(line.text)) return false
        const from = cx.lineStart
        if (!hasEnd(cx)) return false
        while (cx.nextLine()) {
          if (!closes(line.text)) continue
          const to = cx.lineStart + line.text.length
          cx.nextLine()
          cx.addElement(cx.elt('FrontMatter', from, to))
          return true
        }
        return false
      },
    },
  ],
}

function closes(line: string): boolean {
  return /^(?:---|\.\.\.)\s*$/.test(line)
}

/** Looks ahead without moving: a block parser that has moved on cannot take it back. */
function hasEnd(cx: object): boolean {
  // The input is what the parser was made with; its type hides it.
  const { input, lineStart } = cx as {
    input: { length: number; read(from: number, to: number): string }
    lineStart: number
  }
  const limit = Math.min(input.length, lineStart + 200_000)
  const ahead = input.read(lineStart, limit).split('\n').slice(1)
  return ahead.some(closes)
}
