import type { MarkdownConfig } from '@lezer/markdown'

const label = /^\[\^([^\]\s]{1,200})\]:[ \t]*/

/** `[^label]: text`, with further paragraphs indented by four columns, as Pandoc and GitHub read it. */
export const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite: (_, line) => {
        if (line.pos === line.text.length) return true
        if (line.indent < line.baseIndent + 4) return false
        line.moveBaseColumn(line.baseIndent + 4)
        return true
      },
    },
    { name: 'FootnoteMark', block: true },
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse(cx, line) {
        if (line.next !== 91 /* [ */) return false
        const match = label.exec(line.text.slice(line.pos, line.pos + 210))
        if (!match) return false
        const from = cx.lineStart + line.pos
        cx.startComposite('FootnoteDefinition', line.pos)
        cx.addElement(cx.elt('FootnoteMark', from, from + match[0].length))
        line.moveBase(line.pos + match[0].length)
        return null
      },
      endLeaf: (_, line) => line.next === 91 && label.test(line.text.slice(line.pos, line.pos + 210)),
    },
  ],
}
