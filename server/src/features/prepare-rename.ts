import type { PrepareRenameParams, Range } from 'vscode-languageserver'
import type { Feature } from './feature.js'
import { offsetOf, rangeOf } from './places.js'
import { renamableAt } from './renaming.js'

/** What would be renamed at the caret: nothing is offered where it could not be done exactly. */
export const prepareRename: Feature<PrepareRenameParams, { range: Range; placeholder: string } | null> = {
  method: 'textDocument/prepareRename',
  capability: { renameProvider: { prepareProvider: true } },
  answer(view, { position }) {
    const found = renamableAt(view, offsetOf(view, position))
    return found ? { range: rangeOf(view, found.span), placeholder: found.name } : null
  },
}
