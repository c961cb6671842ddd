import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { type Running, startServer } from './client.js'

let server: Running | undefined

/** VS Code on a desktop or a remote machine: the server is a process of its own and talks over the IPC of Node. */
export async function activate(context: ExtensionContext): Promise<void> {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc }
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009', '--enable-source-maps'] } }
  server = await startServer(
    context,
    (options) => new LanguageClient('bioprose', 'BioProse', { run, debug }, options),
  )
}

export async function deactivate(): Promise<void> {
  await server?.stop()
}
