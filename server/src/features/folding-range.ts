import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver'
import { suppressionsOf } from '../prose/suppressions.js'
import { lineAt } from '../text/lines.js'
import { referenceListsOf } from '../workspace/references.js'
import type { View } from '../workspace/view.js'
import type { Feature } from './feature.js'

/** The lists of references, and what stands between a comment that disables rules and the one that enables them again. */
export const foldingRange: Feature<FoldingRangeParams, FoldingRange[]> = {
  method: 'textDocument/foldingRange',
  capability: { foldingRangeProvider: true },
  answer: (view) =>
    [...lists(view), ...disabled(view)].filter(({ startLine, endLine }) => startLine < endLine),
}

function lists(view: View): readonly FoldingRange[] {
  return referenceListsOf(view).map(({ heading, unplaced, spanOf }) =>
    folded(view, heading.start, unplaced.length > 0 ? spanOf(unplaced.length - 1).end : heading.end),
  )
}

function disabled(view: View): readonly FoldingRange[] {
  const { length } = view.document.content
  return suppressionsOf(view.document)
    .filter(
      ({ start, end, scope, isEnable }) =>
        !isEnable && scope.start === end && scope.end < length && start < end,
    )
    .map(({ start, scope }) => folded(view, start, scope.end - 1))
}

function folded({ document: { lines } }: View, start: number, end: number): FoldingRange {
  return { startLine: lineAt(lines, start), endLine: lineAt(lines, end), kind: 'region' }
}
