import {
  commands,
  Range,
  window,
  workspace,
  type CodeAction,
  type Disposable,
  type DocumentSelector,
  languages,
  env,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { elsewhere, offered } from './paste.js'

/** Commands for the palette: rewrite all citations or the list of references, and paste a work as its entry. */
export function rewritingCommands(
  selector: DocumentSelector,
  client: () => BaseLanguageClient,
): Disposable[] {
  return [
    commands.registerCommand('bioprose.rewrite', () => rewrite(selector)),
    commands.registerCommand('bioprose.pasteReference', () => pasteReference(client())),
  ]
}

/** A choice of what can be done with the whole document. */
async function rewrite(selector: DocumentSelector): Promise<void> {
  const document = window.activeTextEditor?.document
  if (!document || languages.match(selector, document) === 0) return
  const whole = new Range(0, 0, document.lineCount, 0)
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, document.validateRange(whole), 'refactor') // prettier-ignore
  const own = actions.filter(({ kind }) => kind?.value.endsWith('.bioprose'))
  if (own.length === 0) {
    void window.showInformationMessage('There is nothing to convert or to sort here: no citation that leads to an entry, and no list that is out of order.') // prettier-ignore
    return
  }
  const picked = await window.showQuickPick(own.map((action) => ({ label: action.title, action })), { placeHolder: 'Convert citations, sort or move references' }) // prettier-ignore
  if (picked?.action.edit) await workspace.applyEdit(picked.action.edit)
}

/** The same as pasting, for editors where pasting cannot be seen, and for who pastes as plain text. */
async function pasteReference(client: BaseLanguageClient): Promise<void> {
  const editor = window.activeTextEditor
  if (!editor) return
  const { document, selection } = editor
  const offer = await offered(client, document, selection.start, await env.clipboard.readText())
  if (!offer) {
    void window.showInformationMessage('The clipboard holds no BibTeX, RIS, NBIB, CSL-JSON or EndNote XML, and no identifier of a work that is known here.') // prettier-ignore
    return
  }
  const edit = await elsewhere(client, document, offer)
  edit.replace(document.uri, selection, offer.newText)
  await workspace.applyEdit(edit)
}
