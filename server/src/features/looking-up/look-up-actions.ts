import type { CodeAction } from 'vscode-languageserver'
import { missingIn } from '../../bibliography/missing.js'
import { shortLabel } from '../../bibliography/render.js'
import type { Finding } from '../../rules/rule.js'
import { positionAt } from '../../text/lines.js'
import type { View } from '../../workspace/view.js'
import { asDiagnostic } from '../diagnostic.js'
import { lookUpCommands } from './look-up-commands.js'
import { namesToAsk, referenceAt } from './subjects.js'

/** For a reference that lacks something: look it up. Nothing where the user does not allow that. */
export function lookingUp(view: View, finding: Finding): readonly CodeAction[] {
  if (finding.rule !== 'incomplete-reference') return []
  const action = actionAt(view, finding.start, 'Look up what is missing', 'quickfix')
  return action ? [{ ...action, diagnostics: [asDiagnostic(view, finding)] }] : []
}

/** For a citation whose entry in a library lacks something. */
export function lookingUpCited(view: View, offset: number): readonly CodeAction[] {
  if (!view.settings.lookup.enabled) return []
  const entry = referenceAt(view, offset)
  if (!entry || entry.source.uri === view.uri || missingIn(entry).length === 0) return []
  const action = actionAt(view, offset, `Look up what ${shortLabel(entry)} lacks`, 'refactor.rewrite')
  return action ? [action] : []
}

function actionAt(view: View, offset: number, title: string, kind: string): CodeAction | undefined {
  const entry = view.settings.lookup.enabled ? referenceAt(view, offset) : undefined
  if (!entry || namesToAsk(entry).length === 0) return undefined
  const position = positionAt(view.document.lines, offset)
  return { title, kind, command: { title, command: lookUpCommands.one, arguments: [view.uri, position] } }
}
