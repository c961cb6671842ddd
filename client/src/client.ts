import { commands, type ExtensionContext, type Uri, window } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'

/** The languages whose files hold prose; package.json activates the extension on the same ones. */
const languages = ['markdown', 'quarto', 'rmd', 'plaintext']

/** How such files end: of a tab that was not opened since the window was, only its address is known. */
const fileEnding = /\.(md|markdown|qmd|rmd|txt)$/i

/**
 * Where a writer's own documents live. Git's old versions, output panels and the pages of BioProse's glossary are
 * documents too, but ones that nobody can mend.
 */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web']

/**
 * Starts the language server, and offers the commands that a person needs when it misbehaves.
 *
 * @param createClient makes the client for one kind of host: over the IPC of Node, or over a web worker
 * @returns the running client; its owner stops it
 */
export async function startClient<Client extends BaseLanguageClient>(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => Client,
): Promise<Client> {
  const output = window.createOutputChannel('BioProse', { log: true })
  const client = createClient({
    documentSelector: languages.flatMap((language) => schemes.map((scheme) => ({ language, scheme }))),
    outputChannel: output,
    diagnosticPullOptions: {
      onChange: true,
      onTabs: true,
      match: (_selector, resource) => isProse(resource),
    },
    // Hovers quote documents and libraries, so they are Markdown without HTML and without commands.
    markdown: { isTrusted: false, supportHtml: false },
  })
  const showOutput = commands.registerCommand('bioprose.showOutput', () => {
    output.show()
  })
  const restart = commands.registerCommand('bioprose.restart', () => restarted(client))
  context.subscriptions.push(output, showOutput, restart)
  await client.start()
  return client
}

function isProse(resource: Uri): boolean {
  return schemes.includes(resource.scheme) && fileEnding.test(resource.path)
}

/** A server that died cannot be stopped, only started. */
async function restarted(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop()
  await client.start()
}
