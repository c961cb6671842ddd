import { reportOf } from '../../rules/findings.js'
import type { Finding } from '../../rules/rule.js'
import { positionAt } from '../../text/lines.js'
import type { Span } from '../../text/span.js'
import { sentenceAt } from '../../workspace/sentences.js'
import type { View } from '../../workspace/view.js'
import type { Context, LocatedFinding } from './report.js'

/** The findings of a document, in order, each with its place in lines and columns and with its sentence. */
export function locatedFindings(view: View): readonly LocatedFinding[] {
  return reportOf(view).findings.map((finding) => located(view, finding))
}

function located(view: View, finding: Finding): LocatedFinding {
  const start = positionAt(view.document.lines, finding.start)
  const end = positionAt(view.document.lines, finding.end)
  return {
    ...finding,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    context: contextOf(view, finding),
  }
}

/** The sentence around a finding, or its line where it stands in none. */
function contextOf(view: View, { start, end }: Span): Context {
  const text = view.document.content
  const around = sentenceAt(view, start) ?? lineAround(view, start)
  return {
    before: text.slice(around.start, start),
    flagged: text.slice(start, end),
    after: text.slice(end, Math.max(end, around.end)),
  }
}

function lineAround({ document: { lines, content } }: View, offset: number): Span {
  const { line } = positionAt(lines, offset)
  return { start: lines.starts[line]!, end: lines.starts[line + 1] ?? content.length }
}
