import type { ServerCapabilities } from 'vscode-languageserver'
import type { Snapshot } from '../workspace/workspace.js'
import type { View } from '../workspace/view.js'

/** One LSP request: what it is called, what the server says that it can do, and the answer. */
export interface Feature<Parameters, Result> {
  readonly method: string
  readonly capability: Partial<ServerCapabilities>
  answer(view: View, parameters: Parameters, snapshot: Snapshot): Result
}
