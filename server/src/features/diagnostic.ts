import type {
  Diagnostic,
  DocumentDiagnosticParams,
  FullDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { reportOf } from '../rules/findings.js'
import type { Finding } from '../rules/rule.js'
import type { Severity } from '../workspace/settings.js'
import type { View } from '../workspace/view.js'
import type { Feature } from './feature.js'
import { rangeOf } from './places.js'

const severityNumbers: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
}
const unnecessary = 1

/** The findings of a document, when the editor asks for them: nothing is sent while the writer types. */
export const diagnostic: Feature<DocumentDiagnosticParams, FullDocumentDiagnosticReport> = {
  method: 'textDocument/diagnostic',
  capability: {
    diagnosticProvider: { identifier: 'bioprose', interFileDependencies: true, workspaceDiagnostics: false },
  },
  answer(view) {
    return { kind: 'full', items: reportOf(view).findings.map((finding) => asDiagnostic(view, finding)) }
  },
}

/** A finding as the Problems panel shows it: who speaks, which rule, and its page. */
export function asDiagnostic(
  view: View,
  { rule, severity, message, isUnnecessary, ...span }: Finding,
): Diagnostic {
  return {
    range: rangeOf(view, span),
    severity: severityNumbers[severity],
    source: 'bioprose',
    code: rule,
    codeDescription: { href: pageOf(rule) },
    message,
    ...(isUnnecessary && { tags: [unnecessary] }),
  }
}

/** The documentation page of a rule: its spec. */
export function pageOf(rule: string): string {
  return `https://github.com/bioprose/bioprose/blob/main/test/specs/rules/${rule}.md`
}
