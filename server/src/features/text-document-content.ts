import type {
  ServerCapabilities,
  TextDocumentContentParams,
  TextDocumentContentResult,
} from 'vscode-languageserver'
import type { Snapshot } from '../workspace/workspace.js'
import { glossaryPage, glossaryScheme, glossaryUri } from './glossary-page.js'

/** The glossary's page, for editors that can show a document which is no file. It asks of no document, so it takes no view. */
export const textDocumentContent: SnapshotFeature = {
  method: 'workspace/textDocumentContent',
  capability: { workspace: { textDocumentContent: { schemes: [glossaryScheme] } } },
  content({ uri }: TextDocumentContentParams, { lexicon }: Snapshot): TextDocumentContentResult {
    return { text: uri === glossaryUri ? glossaryPage(lexicon) : '' }
  },
}

/** A request about everything that is known rather than about one document. */
export interface SnapshotFeature {
  readonly method: string
  readonly capability: Partial<ServerCapabilities>
  content(parameters: TextDocumentContentParams, snapshot: Snapshot): TextDocumentContentResult
}
