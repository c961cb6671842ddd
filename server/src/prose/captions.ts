import type { Span } from '../text/span.js'
import type { Block } from './block.js'

/** No line that somebody wrapped by hand is longer. */
const longestWrappedLine = 130

/**
 * The lines of a block that are captions or image descriptions pasted without their Markdown: several to a paragraph,
 * each on one long line of its own that ends without a stop before a line that begins anew.
 */
export function captionsIn(block: Block): readonly Span[] {
  if (block.kind !== 'paragraph' || !block.text.includes('\n')) return []
  const lines = linesOf(block.text)
  const captions = lines.filter(
    (line, i) => i + 1 < lines.length && isCaption(block.text, line) && beginsAnew(block.text, lines[i + 1]!),
  )
  const last = lines[lines.length - 1]!
  // The last line of a paragraph that is still being typed has no stop either; below a caption it is one.
  return captions.some(({ end }) => end === last.start - 1) && isCaption(block.text, last)
    ? [...captions, last]
    : captions
}

/** Whether a line ends here that stands for itself: what follows is no continuation of its sentence. */
export function endsCaption(text: string, feed: number): boolean {
  const line = { start: text.lastIndexOf('\n', feed - 1) + 1, end: feed }
  return isCaption(text, line) && beginsAnew(text, { start: feed + 1, end: text.length })
}

function isCaption(text: string, { start, end }: Span): boolean {
  return end - start > longestWrappedLine && !/[.!?:;,…"”)\]\s-]/.test(text[end - 1] ?? '.')
}

function beginsAnew(text: string, { start }: Span): boolean {
  return /^\s{0,8}\p{Lu}/u.test(text.slice(start, start + 12))
}

function linesOf(text: string): readonly Span[] {
  const lines: Span[] = []
  let start = 0
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', start)) {
    lines.push({ start, end: feed })
    start = feed + 1
  }
  return [...lines, { start, end: text.length }]
}
