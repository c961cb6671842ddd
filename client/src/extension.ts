import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { startClient } from './client.js'

let client: LanguageClient | undefined

/** VS Code on a desktop or a remote machine: the server is a process of its own and talks over the IPC of Node. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc }
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009', '--enable-source-maps'] } }
  client = await startClient(
    context,
    (options) => new LanguageClient('bioprose', 'BioProse', { run: server, debug }, options),
  )
}

export async function deactivate(): Promise<void> {
  await client?.stop()
}
