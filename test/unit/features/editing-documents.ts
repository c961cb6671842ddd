import assert from 'node:assert/strict'
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver'
import { codeAction } from '../../../server/src/features/code-action.js'
import { rangeOf } from '../../../server/src/features/places.js'
import { linesOf, offsetAt } from '../../../server/src/text/lines.js'
import type { Span } from '../../../server/src/text/span.js'
import type { View } from '../../../server/src/workspace/view.js'
import type { Snapshot } from '../../../server/src/workspace/workspace.js'
import { opened, uri } from '../../specs/engine.js'

/** A text after edits as an editor applies them; fails where one overlaps another or lies outside the text. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text)
  const offset = (at: Range['start']): number => {
    const found = offsetAt(lines, at)
    assert.ok(
      at.line < lines.starts.length && found === lines.starts[at.line]! + at.character,
      'outside the text',
    )
    return found
  }
  const placed = edits.map(({ range, newText }) => ({
    start: offset(range.start),
    end: offset(range.end),
    newText,
  }))
  placed.sort((a, b) => a.start - b.start || a.end - b.end)
  let made = ''
  let at = 0
  for (const { start, end, newText } of placed) {
    assert.ok(at <= start && start <= end, `Edits overlap at ${start}: ${JSON.stringify(placed)}`)
    made += text.slice(at, start) + newText
    at = end
  }
  return made + text.slice(at)
}

/** The actions that are offered for a stretch of a document. */
export function actionsFor(
  view: View,
  snapshot: Snapshot,
  { start, end }: Span,
  only?: string[],
): readonly CodeAction[] {
  const context = { diagnostics: [], ...(only && { only }) }
  const range = rangeOf(view, { start, end })
  return codeAction.answer(view, { textDocument: { uri }, range, context }, snapshot)
}

/** The document after one of the actions offered for all of it; undefined where it is not offered. */
export function afterAction(
  text: string,
  files: ReadonlyMap<string, string>,
  title: RegExp,
): string | undefined {
  const { view, snapshot } = opened(text, files)
  const action = actionsFor(view, snapshot, { start: 0, end: text.length }, ['refactor']).find((one) =>
    title.test(one.title),
  )
  return action && applied(text, editsOf(action))
}

/** What an action changes in the document itself. */
export function editsOf({ edit }: CodeAction): readonly TextEdit[] {
  const inDocument = (edit?.documentChanges ?? []).flatMap((change) =>
    'textDocument' in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
  )
  return [...(edit?.changes?.[uri] ?? []), ...inDocument]
}
