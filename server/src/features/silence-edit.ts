import type { TextEdit } from 'vscode-languageserver'
import { reportOf } from '../rules/findings.js'
import type { Finding } from '../rules/rule.js'
import { lineAt, positionAt } from '../text/lines.js'
import type { View } from '../workspace/view.js'

/**
 * The edits that silence one finding and, where Markdown lets them, nothing else. A comment must not become a block of
 * its own where it would split a paragraph, a list or a table, so it stands on its own line only before a paragraph.
 */
export function silencingEdits(view: View, finding: Finding): readonly TextEdit[] {
  const { rule, start, end } = finding
  const opensParagraph = beginsParagraph(view, start)
  if (!hasSiblings(view, finding)) {
    return opensParagraph
      ? [ownLine(view, start, `bioprose-disable-next-line ${rule}`)]
      : [inserted(view, endOnLine(view, start, end), ` <!-- bioprose-disable-line ${rule} -->`)]
  }
  if (opensParagraph) return [ownLine(view, start, `bioprose-disable ${rule}`), closing(view, end, rule)]
  if (beginsLine(view, start))
    return [inserted(view, endOnLine(view, start, end), ` <!-- bioprose-disable-line ${rule} -->`)]
  return [inserted(view, start, `<!-- bioprose-disable ${rule} -->`), closing(view, end, rule)]
}

function closing(view: View, end: number, rule: string): TextEdit {
  return inserted(view, end, `<!-- bioprose-enable ${rule} -->`)
}

function ownLine(view: View, offset: number, words: string): TextEdit {
  const { lines, text } = view.document
  const start = lines.starts[lineAt(lines, offset)]!
  const quote = text.slice(start, offset)
  return inserted(view, start, `${quote}<!-- ${words} -->${text.includes('\r\n') ? '\r\n' : '\n'}`)
}

function inserted(view: View, offset: number, newText: string): TextEdit {
  const position = positionAt(view.document.lines, offset)
  return { range: { start: position, end: position }, newText }
}

/** Another finding of the same rule on the same line would be silenced with it. */
function hasSiblings(view: View, finding: Finding): boolean {
  const { lines } = view.document
  const line = lineAt(lines, finding.start)
  return reportOf(view).findings.some(
    (other) => other !== finding && other.rule === finding.rule && lineAt(lines, other.start) === line,
  )
}

/** Whether the finding opens a paragraph or a quotation, and its line: then a line above it is free. */
function beginsParagraph(view: View, offset: number): boolean {
  const place = view.document.blocks.find(
    ({ block, start }) => start <= offset && offset < start + block.source.length,
  )
  if (place?.start !== offset || !['paragraph', 'quote'].includes(place.block.kind)) return false
  const { lines, text } = view.document
  return /^[ \t>]*$/.test(text.slice(lines.starts[lineAt(lines, offset)], offset))
}

function beginsLine(view: View, offset: number): boolean {
  const { lines, text } = view.document
  return /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(
    text.slice(lines.starts[lineAt(lines, offset)], offset),
  )
}

/** A sentence that goes on over several lines is silenced on its first. */
function endOnLine({ document: { lines, text } }: View, start: number, end: number): number {
  const next = lines.starts[lineAt(lines, start) + 1] ?? text.length
  if (next > end) return end
  return start + text.slice(start, next).trimEnd().length
}
