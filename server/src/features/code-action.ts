import type { CodeAction, CodeActionParams, Diagnostic, TextEdit } from 'vscode-languageserver'
import { reportOf } from '../rules/findings.js'
import type { Finding } from '../rules/rule.js'
import { overlaps } from '../text/span.js'
import { shortLabel } from '../bibliography/render.js'
import { sentencesOf } from '../workspace/sentences.js'
import { suggestionsFor } from '../workspace/suggestions.js'
import type { View } from '../workspace/view.js'
import { insertedCitation } from './citation-edit.js'
import { combined } from './rewriting/combined.js'
import { asDiagnostic } from './diagnostic.js'
import { rewriting } from './rewriting/conversion-actions.js'
import type { Feature } from './feature.js'
import { editsForAll, fixesFor } from './fixes.js'
import { lookingUp, lookingUpCited } from './looking-up/look-up-actions.js'
import { quieting } from './markdown-validation.js'
import { offsetOf } from './places.js'
import { silencingEdits } from './silence-edit.js'

const mostSuggestions = 3
const fixAllKind = 'source.fixAll.bioprose'

/** For a claim: cite the entry that fits best; for every finding: silence it with a comment. */
export const codeAction: Feature<CodeActionParams, CodeAction[]> = {
  method: 'textDocument/codeAction',
  capability: {
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'refactor.extract', fixAllKind] },
  },
  answer(view, { range, context }) {
    const isAsked = (kind: string): boolean =>
      !context.only || context.only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`))
    const start = offsetOf(view, range.start)
    const asked = { start, end: Math.max(start + 1, offsetOf(view, range.end)) }
    const findings = reportOf(view).findings.filter((finding) => overlaps(finding, asked))
    return [
      ...(isAsked('quickfix') ? quickFixes(view, findings) : []),
      ...(isAsked('quickfix') ? quieting(view, context.diagnostics) : []),
      ...(['refactor.rewrite', 'refactor.extract'].some(isAsked) ||
      context.only?.some((kind) => kind.startsWith('refactor'))
        ? rewriting(view, asked).filter(({ kind }) => isAsked(kind!))
        : []),
      ...(isAsked('refactor.rewrite') ? lookingUpCited(view, start) : []),
      // Only who asks for it gets it: as an action on save, say.
      ...(context.only && isAsked(fixAllKind) ? fixingAll(view) : []),
    ]
  },
}

/** For each finding what mends it; then what mends all of its rule; last what silences it. */
function quickFixes(view: View, findings: readonly Finding[]): CodeAction[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))]
  return [
    ...findings.flatMap((finding) => [
      ...citing(view, finding),
      ...fixesFor(view, finding).map(({ title, edits, isSure }) => fix(view, finding, title, edits, isSure)),
      ...lookingUp(view, finding),
    ]),
    ...rules.flatMap((rule) => fixingRule(view, rule)),
    ...findings.map((finding) => silencing(view, finding)),
  ]
}

/** The fixes of all findings of one rule, where there are several. */
function fixingRule(view: View, rule: string): CodeAction[] {
  const findings = reportOf(view).findings.filter((finding) => finding.rule === rule)
  const edits = findings.length > 1 ? editsForAll(view, findings) : undefined
  if (!edits) return []
  const title = `Fix all of ${rule} in this document`
  return [{ title, kind: 'quickfix', edit: { changes: { [view.uri]: [...edits] } } }]
}

/** Every fix in the document that is sure and touches nothing that one before it changes. */
function fixingAll(view: View): CodeAction[] {
  const fixes = reportOf(view).findings.flatMap((finding) => {
    const sure = fixesFor(view, finding).find(({ isSure }) => isSure)
    return sure ? [sure.edits] : []
  })
  const edits = combined(fixes)
  if (edits.length === 0) return []
  return [
    { title: 'Fix all that BioProse can mend', kind: fixAllKind, edit: { changes: { [view.uri]: edits } } },
  ]
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
