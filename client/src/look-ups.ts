import {
  CancellationTokenSource,
  commands,
  env,
  type ExtensionContext,
  Uri,
  window,
  workspace,
  type WorkspaceConfiguration,
} from 'vscode'
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient'
import { lookUpCommands } from '../../server/src/features/looking-up/look-up-commands.js'

/** What the server has to know before it may ask anybody: whether the user trusts the folder, and where to keep answers. */
export function lookUpOptions({ globalStorageUri }: ExtensionContext) {
  return { isTrusted: workspace.isTrusted, lookupFolder: Uri.joinPath(globalStorageUri, 'lookup').fsPath }
}

/** Tells the server when the user comes to trust the folder. */
export function tellTrust(client: () => BaseLanguageClient): { dispose(): unknown } {
  return workspace.onDidGrantWorkspaceTrust(() => {
    void client().sendNotification('bioprose/trust', { isTrusted: true })
  })
}

/** The commands come with what the server needs to know; it changes no file whose unsaved changes it cannot see. */
export const lookUpMiddleware: Middleware = {
  async executeCommand(command, given: unknown[], next): Promise<unknown> {
    if (!isLookUp(command)) return next(command, given) as unknown
    if (!(await isAllowed())) return undefined
    const args = given.length > 0 ? given : await argumentsFor(command)
    return args && (next(command, args) as unknown)
  },
  workspace: {
    handleApplyEdit(params, next) {
      const edited = (params.edit.documentChanges ?? []).flatMap((change) => 'textDocument' in change ? [change.textDocument] : []) // prettier-ignore
      const unseen = edited.some(({ uri, version }) => version === null && isUnsaved(uri))
      if (unseen) return { applied: false, failureReason: 'The file has unsaved changes.' }
      return next(params, new CancellationTokenSource().token)
    },
  },
}

function isLookUp(command: string): boolean {
  return Object.values<string>(lookUpCommands).includes(command)
}

function isUnsaved(uri: string): boolean {
  return workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === Uri.parse(uri).toString()) // prettier-ignore
}

/** Where it is not allowed, the user is led to where that is decided. */
async function isAllowed(): Promise<boolean> {
  if (!workspace.isTrusted) {
    const manage = 'Manage Workspace Trust'
    const chosen = await window.showWarningMessage('BioProse looks nothing up in Restricted Mode.', manage)
    if (chosen === manage) await commands.executeCommand('workbench.trust.manage')
    return false
  }
  if (settings().get<boolean>('enabled')) return true
  const open = 'Open Settings'
  const chosen = await window.showInformationMessage(
    'Looking references up is off. When it is on, their identifiers and titles are sent to Crossref, doi.org and NCBI.',
    open,
  )
  if (chosen === open) await commands.executeCommand('workbench.action.openSettings', 'bioprose.lookup')
  return false
}

function settings(): WorkspaceConfiguration {
  return workspace.getConfiguration('bioprose.lookup')
}

/** From the palette a command concerns the active editor. */
async function argumentsFor(command: string): Promise<unknown[] | undefined> {
  const editor = window.activeTextEditor
  if (!editor) return undefined
  const uri = editor.document.uri.toString()
  if (command === lookUpCommands.all) return [uri]
  const { line, character } = editor.selection.active
  if (command === lookUpCommands.one) return [uri, { line, character }]
  const identifier = await window.showInputBox({
    title: 'Add a Reference',
    prompt: 'A DOI, PMID or PMCID, or an address at doi.org, PubMed or PMC',
    placeHolder: '10.1000/xyz123',
    value: await identifierIn(env.clipboard.readText()),
    ignoreFocusOut: true,
  })
  return identifier?.trim() ? [uri, identifier] : undefined
}

/** What was just copied, if it looks like what is asked for. */
async function identifierIn(copied: Thenable<string>): Promise<string> {
  const text = (await copied).trim()
  return text.length < 200 && !/\s/.test(text) && /10\.\d{4,9}\/|^PMC\d|pubmed|^\d{5,9}$/i.test(text)
    ? text
    : ''
}
