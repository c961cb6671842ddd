import type { MarkdownConfig } from '@lezer/markdown'

/** More delimiters than this in one paragraph are no longer writing; pairing them would take quadratic time. */
const mostDelimiters = 4000

/** A paragraph that holds a machine's worth of brackets or asterisks is read as plain text: its words stay, its markup is not paired. */
export const guard: MarkdownConfig = {
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
