import type { MarkdownConfig } from '@lezer/markdown'

const dollar = 36
const longestFormula = 2000

/** TeX between dollars: `$…$` inside a line of text as Pandoc reads it, `$$…$$` inline or as a block of its own. */
export const math: MarkdownConfig = {
  defineNodes: [{ name: 'InlineMath' }, { name: 'BlockMath', block: true }],
  parseInline: [
    {
      name: 'InlineMath',
      before: 'Escape',
      parse(cx, next, pos) {
        if (next !== dollar) return -1
        const isDouble = cx.char(pos + 1) === dollar
        const from = pos + (isDouble ? 2 : 1)
        const to = closing(cx.slice(from, Math.min(cx.end, from + longestFormula)), isDouble)
        return to < 0 ? -1 : cx.addElement(cx.elt('InlineMath', pos, from + to + (isDouble ? 2 : 1)))
      },
    },
  ],
  parseBlock: [
    {
      name: 'BlockMath',
      before: 'LinkReference',
      parse(cx, line) {
        if (line.text.trim() !== '$$') return false
        const from = cx.lineStart + line.pos
        let to = cx.lineStart + line.text.length
        while (cx.nextLine()) {
          to = cx.lineStart + line.text.length
          if (line.text.trim() !== '$$') continue
          cx.nextLine()
          break
        }
        cx.addElement(cx.elt('BlockMath', from, to))
        return true
      },
      endLeaf: (_, line) => line.text.trim() === '$$',
    },
  ],
}

/**
 * Where the closing dollar stands, or -1. Pandoc's rule keeps prices out: no white space inside the dollars, no digit
 * behind the closing one.
 */
function closing(text: string, isDouble: boolean): number {
  if (isDouble) return text.indexOf('$$')
  if (text === '' || /\s/.test(text[0]!)) return -1
  for (let i = text.indexOf('$'); i > 0; i = text.indexOf('$', i + 1)) {
    if (text[i - 1] === '\\') continue
    if (!/\s/.test(text[i - 1]!) && !/\d/.test(text[i + 1] ?? '')) return i
    return -1
  }
  return -1
}
