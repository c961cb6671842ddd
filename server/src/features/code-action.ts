import type { CodeAction, CodeActionParams, Diagnostic, TextEdit } from 'vscode-languageserver'
import { reportOf } from '../rules/findings.js'
import type { Finding } from '../rules/rule.js'
import { overlaps } from '../text/span.js'
import { shortLabel } from '../bibliography/render.js'
import { sentencesOf } from '../workspace/sentences.js'
import { suggestionsFor } from '../workspace/suggestions.js'
import type { View } from '../workspace/view.js'
import { insertedCitation } from './citation-edit.js'
import { asDiagnostic } from './diagnostic.js'
import type { Feature } from './feature.js'
import { offsetOf } from './places.js'
import { silencingEdits } from './silence-edit.js'

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
      return edit ? [fix(view, finding, `Cite ${shortLabel(entry)}`, [edit], rank === 0)] : []
    })
}

function silencing(view: View, finding: Finding): CodeAction {
  return fix(view, finding, `Silence ${finding.rule} here`, silencingEdits(view, finding), false)
}

function fix(
  view: View,
  finding: Finding,
  title: string,
  edits: readonly TextEdit[],
  isPreferred: boolean,
): CodeAction {
  const diagnostics: Diagnostic[] = [asDiagnostic(view, finding)]
  return {
    title,
    kind: 'quickfix',
    diagnostics,
    edit: { changes: { [view.uri]: [...edits] } },
    ...(isPreferred && { isPreferred }),
  }
}
