import { commands, ConfigurationTarget, type ExtensionContext, type Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { lookUpMiddleware, lookUpOptions, tellTrust } from './look-ups.js'
import { readPastes } from './paste.js'
import { showReferences } from './references.js'
import { rewritingCommands } from './rewriting.js'

/** The languages whose files hold prose; package.json activates the extension on the same ones. */
const languages = ['markdown', 'quarto', 'rmd', 'plaintext']

/** How such files end: of a tab that was not opened since the window was, only its address is known. */
const fileEnding = /\.(md|markdown|qmd|rmd|txt)$/i

/**
 * Where a writer's own documents live. Git's old versions, output panels and the pages of BioProse's glossary are
 * documents too, but ones that nobody can mend.
 */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web']

/** The language server as its owner sees it. */
export interface Running {
  stop(): Promise<void>
}

/**
 * Starts the language server, and offers the commands that a person needs when it misbehaves.
 *
 * @param createClient makes a client for one kind of host: over the IPC of Node, or over a web worker
 */
export async function startServer(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Running> {
  const output = window.createOutputChannel('BioProse', { log: true })
  const selector = languages.flatMap((language) => schemes.map((scheme) => ({ language, scheme })))
  const create = () =>
    createClient({
      documentSelector: selector,
      outputChannel: output,
      initializationOptions: () => lookUpOptions(context),
      middleware: lookUpMiddleware,
      diagnosticPullOptions: {
        onChange: true,
        onTabs: true,
        match: (_selector, resource) => isProse(resource),
      },
      // Hovers quote documents and libraries, so they are Markdown without HTML and without commands.
      markdown: { isTrusted: false, supportHtml: false },
    })
  let client = create()
  // A server that hangs or died does not stop in good order, and must not keep the next one from starting.
  const stop = async () => {
    try {
      await client.dispose()
    } catch (error) {
      output.warn(`The server did not stop: ${String(error)}`)
    }
  }
  const restart = async () => {
    await stop()
    client = create()
    await client.start()
  }
  context.subscriptions.push(
    output,
    commands.registerCommand('bioprose.restart', restart),
    commands.registerCommand(quietCommand, quietMarkdownValidation),
    commands.registerCommand('bioprose.showOutput', () => {
      output.show()
    }),
  )
  await client.start()
  context.subscriptions.push(
    ...showReferences(selector, () => client),
    ...rewritingCommands(selector, () => client),
    readPastes(selector, () => client),
    tellTrust(() => client),
  )
  return { stop }
}

function isProse(resource: Uri): boolean {
  return schemes.includes(resource.scheme) && fileEnding.test(resource.path)
}

/** VS Code's own validation of Markdown takes some citations for links: a quick fix asks it to leave them to BioProse. */
async function quietMarkdownValidation(setting: string): Promise<void> {
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global
  await workspace.getConfiguration('markdown.validate').update(setting, 'ignore', target)
}

/** The name that the server calls the command by. */
const quietCommand = 'bioprose.quietMarkdownValidation'
