import type { MarkdownConfig } from '@lezer/markdown'

/** More delimiters than this in one paragraph are no longer writing; pairing them would take quadratic time. */
const mostDelimiters = 4000

/** Quotes and lists nested more deeply than this are no longer writing; what stands in them is read as plain lines. */
const deepest = 100

/** A paragraph that holds a machine's worth of brackets or asterisks is read as plain text: its words stay, its markup is not paired. */
export const guard: MarkdownConfig = {
  parseBlock: [
    {
      name: 'Depth',
      before: 'FootnoteDefinition',
      parse(cx, line) {
        if (cx.depth < deepest || line.pos === line.text.length) return false
        const from = cx.lineStart + line.pos
        cx.addElement(cx.elt('Paragraph', from, cx.lineStart + line.text.length))
        cx.nextLine()
        return true
      },
    },
  ],
  parseInline: [
    {
      name: 'Guard',
      before: 'Escape',
      parse(cx, _, pos) {
        if (pos !== cx.offset || cx.end - pos < mostDelimiters) return -1
        return countDelimiters(cx.text) > mostDelimiters ? cx.end : -1
      },
    },
  ],
}

function countDelimiters(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // ! $ * < [ ] _ ` ~
    if (
      code === 33 ||
      code === 36 ||
      code === 42 ||
      code === 60 ||
      code === 91 ||
      code === 93 ||
      code === 95 ||
      code === 96 ||
      code === 126
    )
      count++
  }
  return count
}
