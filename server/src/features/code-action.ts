import type { CodeAction, CodeActionParams, Diagnostic, TextEdit } from 'vscode-languageserver'
import { reportOf } from '../rules/findings.js'
import type { Finding } from '../rules/rule.js'
import { overlaps } from '../text/span.js'
import { positionAt } from '../text/lines.js'
import { shortLabel } from '../bibliography/render.js'
import { sentencesOf } from '../workspace/sentences.js'
import { suggestionsFor } from '../workspace/suggestions.js'
import type { View } from '../workspace/view.js'
import { insertedCitation } from './citation-edit.js'
import { asDiagnostic } from './diagnostic.js'
import type { Feature } from './feature.js'
import { offsetOf } from './places.js'

const mostSuggestions = 3

/** For a claim: cite the entry that fits best; for every finding: silence it with a comment. */
export const codeAction: Feature<CodeActionParams, CodeAction[]> = {
  method: 'textDocument/codeAction',
  capability: { codeActionProvider: { codeActionKinds: ['quickfix'] } },
  answer(view, { range, context }) {
    if (context.only && !context.only.some((kind) => kind === '' || 'quickfix'.startsWith(kind))) return []
    const start = offsetOf(view, range.start)
    const asked = { start, end: Math.max(start + 1, offsetOf(view, range.end)) }
    const findings = reportOf(view).findings.filter((finding) => overlaps(finding, asked))
    return findings.flatMap((finding) => [...citing(view, finding), silencing(view, finding)])
  },
}

function citing(view: View, finding: Finding): CodeAction[] {
  if (finding.rule !== 'uncited-claim') return []
  const sentence = sentencesOf(view).find(({ start, end }) => start === finding.start && end === finding.end)
  if (!sentence) return []
  return suggestionsFor(view, sentence)
    .slice(0, mostSuggestions)
    .flatMap(({ entry }, rank) => {
      const edit = insertedCitation(view, sentence, entry)
      return edit ? [fix(view, finding, `Cite ${shortLabel(entry)}`, edit, rank === 0)] : []
    })
}

/** The comment goes on a line of its own before the block, where the block can have one; else the rest of its line. */
function silencing(view: View, finding: Finding): CodeAction {
  const { text, lines } = view.document
  const { line } = positionAt(lines, finding.start)
  const start = lines.starts[line]!
  const indent = /^[ \t>]*/.exec(text.slice(start, start + 200))?.[0] ?? ''
  const isTable = text[start + indent.length] === '|'
  const at = isTable ? startOfTable(view, line) : start
  const place = positionAt(lines, at)
  const feed = text.includes('\r\n') ? '\r\n' : '\n'
  const comment = isTable
    ? `<!-- bioprose-disable ${finding.rule} -->${feed}${feed}`
    : `${indent}<!-- bioprose-disable-next-line ${finding.rule} -->${feed}`
  const edit = { range: { start: place, end: place }, newText: comment }
  return fix(
    view,
    finding,
    `Silence ${finding.rule} ${isTable ? 'from here on' : 'for this line'}`,
    edit,
    false,
  )
}

/** A comment between two rows would end the table. */
function startOfTable(view: View, line: number): number {
  const { lines, text } = view.document
  let first = line
  while (
    first > 0 &&
    text
      .slice(lines.starts[first - 1], lines.starts[first])
      .trimStart()
      .startsWith('|')
  )
    first--
  return lines.starts[first]!
}

function fix(view: View, finding: Finding, title: string, edit: TextEdit, isPreferred: boolean): CodeAction {
  const diagnostics: Diagnostic[] = [asDiagnostic(view, finding)]
  return {
    title,
    kind: 'quickfix',
    diagnostics,
    edit: { changes: { [view.uri]: [edit] } },
    ...(isPreferred && { isPreferred }),
  }
}
