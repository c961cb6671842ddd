import { PassThrough } from 'node:stream'
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ApplyWorkspaceEditParams,
  type CodeAction,
  type Diagnostic,
  type ProtocolConnection,
} from 'vscode-languageserver/node'
import { readLexicon } from '../../../server/src/hosts/lexicons.js'
import { serve } from '../../../server/src/hosts/serve.js'
import type { LibraryFile } from '../../../server/src/workspace/workspace.js'
import { newWorkspace } from '../../specs/engine.js'
import type { StandIn } from './stand-in.js'

export const paper = 'file:///paper/document.md'

/** An editor that speaks to the server over the protocol, as far as look-ups need one. */
export interface Client {
  readonly connection: ProtocolConnection
  /** What was shown to the user. */
  readonly messages: string[]
  /** The changes that the server asked for. */
  readonly edits: ApplyWorkspaceEditParams[]
  readonly progress: string[]
  settings: unknown
  /** Whether changes are made. */
  applies: boolean
  run(command: string, ...given: unknown[]): Promise<unknown>
  diagnostics(): Promise<readonly Diagnostic[]>
  actions(line: number, character?: number): Promise<readonly CodeAction[]>
  close(): void
}

interface Given {
  readonly text: string
  readonly settings?: unknown
  readonly options?: unknown
  readonly libraries?: Readonly<Record<string, string>>
  readonly project?: Readonly<Record<string, unknown>>
}

export async function clientOf(
  services: StandIn,
  { text, libraries = {}, ...given }: Given,
): Promise<Client> {
  const [there, back] = [new PassThrough(), new PassThrough()]
  const server = createConnection(new StreamMessageReader(there), new StreamMessageWriter(back))
  serve(server, newWorkspace(), {
    readLibrary: (uri): Promise<LibraryFile> => {
      const known = libraries[uri.slice('file:///paper/'.length)]
      return Promise.resolve(known === undefined ? { uri, state: 'unreadable', reason: 'there is none' } : { uri, state: 'read', text: known }) // prettier-ignore
    },
    projectAt: () => Promise.resolve(given.project && { settings: given.project, problems: [] }),
    documentsIn: () => [],
    readDocument: () => Promise.resolve(undefined),
    readLexicon,
    home: 'file:///ada',
    newLookup: (permission) => services.lookup({ permission }),
  })
  const connection = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there))
  const client: Client = {
    connection,
    messages: [],
    edits: [],
    progress: [],
    settings: given.settings ?? { lookup: { enabled: true } },
    applies: true,
    run: (command, ...args) =>
      connection.sendRequest('workspace/executeCommand', { command, arguments: args }),
    async diagnostics() {
      const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri: paper },
      })
      return report.items
    },
    actions: (line, character = 5) => {
      const range = { start: { line, character }, end: { line, character } }
      return connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: paper },
        range,
        context: { diagnostics: [] },
      })
    },
    close: () => { connection.dispose(); server.dispose() }, // prettier-ignore
  }
  const told = ({ message }: { message: string }) => { client.messages.push(message) } // prettier-ignore
  connection.onNotification('window/showMessage', told)
  connection.onRequest('window/showMessageRequest', told)
  connection.onRequest('workspace/configuration', () => [client.settings])
  connection.onRequest('workspace/diagnostic/refresh', () => null)
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('window/workDoneProgress/create', () => null)
  connection.onNotification('$/progress', ({ value }: { value: { kind: string; message?: string } }) => {
    client.progress.push(`${value.kind} ${value.message ?? ''}`.trim())
  })
  connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    client.edits.push(params)
    return { applied: client.applies }
  })
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: 'file:///paper', name: 'paper' }],
    initializationOptions: given.options,
    capabilities: {
      workspace: { configuration: true, applyEdit: true, workspaceEdit: { documentChanges: true } },
      textDocument: { diagnostic: {} },
      window: { workDoneProgress: true },
    },
  })
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: paper, languageId: 'markdown', version: 7, text },
  })
  // The settings have arrived when the server answers what was asked after them.
  for (let i = 0; i < 5; i++) await client.diagnostics()
  return client
}
