import type { TextEdit } from 'vscode-languageserver'
import { isReferenceHeading } from '../../bibliography/reference-list.js'
import type { Span } from '../../text/span.js'
import type { ReferenceList } from '../../workspace/references.js'
import type { View } from '../../workspace/view.js'
import { rangeOf } from '../places.js'
import { lineBreakOf, lineEnd, wholeOf } from './list-layout.js'

/** How new entries are marked. */
interface Shape {
  readonly isNumbered: boolean
  readonly first: number
}

/** New items behind the last entry, marked and set apart as those before are. */
export function appended(
  view: View,
  list: ReferenceList,
  words: readonly string[],
  { isNumbered, first }: Shape,
): TextEdit | undefined {
  const index = list.unplaced.length - 1
  const whole = wholeOf(view, list, index)
  if (!whole) return undefined
  const { content } = view.document
  const lines = lineBreakOf(view)
  const start = list.spanOf(index).start
  const before = /[^\r\n]*$/.exec(content.slice(Math.max(0, start - 48), start))![0]
  const previous = index > 0 ? content.slice(lineEnd(view, list.spanOf(index - 1).end), start) : ''
  const apart =
    /\n[^\S\n]*\r?\n/.test(previous) || (index === 0 && !/[-*+\d]/.test(before)) ? lines + lines : lines
  const marker = (i: number): string => {
    if (/\d/.test(before))
      return before
        .replace(/\d{1,4}/, String(first + i))
        .replace(/[*_`~[(“‘„«<]+$/, (end) => (/^\d/.test(end) ? end : ''))
    if (isNumbered) return `${first + i}. `
    return /^\s*[-*+•–—]\s+/.exec(before)?.[0] ?? ''
  }
  const text = words.map((line, i) => `${apart}${marker(i)}${line}`).join('')
  return { range: rangeOf(view, { start: whole.end, end: whole.end }), newText: text }
}

/** A list under the heading that waits for one, or under a new one at the end, in the place of notes that go from there. */
export function begun(
  view: View,
  words: readonly string[],
  { isNumbered, first }: Shape,
  gone: readonly Span[] = [],
): TextEdit {
  const { text, blocks } = view.document
  const lines = lineBreakOf(view)
  const items = words.map((line, i) => `${isNumbered ? `${first + i}.` : '-'} ${line}`).join(lines)
  const heading = blocks.findLast(({ block }) => block.kind === 'heading' && isReferenceHeading(block.text))
  if (heading) {
    const end = lineEnd(view, heading.start + heading.block.source.length)
    return { range: rangeOf(view, { start: end, end }), newText: `${lines}${lines}${items}` }
  }
  let at = text.trimEnd().length
  for (const { start, end } of [...gone].reverse())
    if (start < at && at <= end) at = text.slice(0, start).trimEnd().length
  const newText = `${at === 0 ? '' : lines + lines}## References${lines}${lines}${items}${lines}`
  return { range: rangeOf(view, { start: at, end: text.length }), newText }
}
