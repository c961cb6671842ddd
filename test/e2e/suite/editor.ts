import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  Location,
  type LocationLink,
  MarkdownString,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode'

/** The address of a file in the open folder. */
export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0]
  assert.ok(folder, 'No folder is open.')
  return Uri.joinPath(folder.uri, name)
}

/** Opens a file of the workspace in the editor. */
export async function open(name: string): Promise<TextDocument> {
  return shown(await workspace.openTextDocument(fileUri(name)))
}

/** Opens the text of a file of the workspace as a new document, for a test that edits it. */
export async function openCopy(name: string): Promise<TextDocument> {
  const original = await workspace.openTextDocument(fileUri(name))
  return shown(await workspace.openTextDocument({ language: 'markdown', content: original.getText() }))
}

/** Opens a text as a new document in Markdown. */
export async function newDocument(content: string): Promise<TextDocument> {
  return shown(await workspace.openTextDocument({ language: 'markdown', content }))
}

async function shown(document: TextDocument): Promise<TextDocument> {
  await window.showTextDocument(document)
  return document
}

/**
 * Where a stretch of text stands that occurs once in the document. Bars choose a part of it: `binds |TrkB|,` is the
 * range of TrkB alone.
 */
export function rangeOf(document: TextDocument, marked: string): Range {
  const [before = '', chosen = '', after = ''] = marked.includes('|') ? marked.split('|') : ['', marked]
  const stretch = before + chosen + after
  const text = document.getText()
  const start = text.indexOf(stretch)
  assert.ok(start >= 0, `Not in the document: ${stretch}`)
  assert.equal(text.indexOf(stretch, start + 1), -1, `More than once in the document: ${stretch}`)
  const from = start + before.length
  return new Range(document.positionAt(from), document.positionAt(from + chosen.length))
}

/** Has whoever runs the tests paste a text into VS Code's window, as no extension can: see extension-host.mjs. */
export function pasted(text: string): void {
  console.log(`bioprose-test: paste ${JSON.stringify(text)}`)
}

/** Replaces a stretch of text that occurs once in the document. */
export async function replace(document: TextDocument, old: string, replacement: string): Promise<void> {
  const edit = new WorkspaceEdit()
  edit.replace(document.uri, rangeOf(document, old), replacement)
  assert.ok(await workspace.applyEdit(edit), 'VS Code refused the edit.')
}

/** BioProse's hovers at the start of a range; other extensions may show theirs beside them. */
export async function hoversAt(document: TextDocument, range: Range): Promise<Hover[]> {
  return commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, range.start)
}

/** The Markdown of a hover. */
export function markdownOf(hover: Hover): string {
  return hover.contents.map((part) => (part instanceof MarkdownString ? part.value : '')).join('\n')
}

/** Where "Go to Definition" leads from the start of a range. */
export async function definitionsAt(document: TextDocument, range: Range): Promise<Location[]> {
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    range.start,
  )
  return found.map((target) =>
    target instanceof Location
      ? target
      : new Location(target.targetUri, target.targetSelectionRange ?? target.targetRange),
  )
}

/** The text of the line where a location begins. */
export async function lineAt({ uri, range }: Location): Promise<string> {
  const document = await workspace.openTextDocument(uri)
  return document.lineAt(range.start.line).text
}

/** What "Go to References" lists from the start of a range. */
export async function referencesAt(document: TextDocument, range: Range): Promise<Location[]> {
  return commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, range.start)
}

/** What the Problems panel lists of BioProse for a document, of one rule if it is given. */
export function problemsOf(document: TextDocument, rule?: string): Diagnostic[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'bioprose')
    .filter((problem) => rule === undefined || ruleOf(problem) === rule)
}

/** The id of the rule behind a problem. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

/** The quick fixes that are offered for a range, with their edits worked out. */
export async function quickFixesAt(document: TextDocument, range: Range): Promise<CodeAction[]> {
  const mostToResolve = 50
  return commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    CodeActionKind.QuickFix.value,
    mostToResolve,
  )
}

/** What an action would write into a document. */
export function writtenBy({ edit }: CodeAction, document: TextDocument): string {
  return edit === undefined
    ? ''
    : edit
        .get(document.uri)
        .map(({ newText }) => newText)
        .join('')
}

/**
 * Asks until the answer is neither empty nor undefined: the server works on its own time.
 *
 * @param what is awaited, for the message when it does not come
 */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const answer = await ask()
    if (answer !== undefined && !(Array.isArray(answer) && answer.length === 0)) return answer
    await setTimeout(50)
  }
  assert.fail(`Waited in vain for ${what}.`)
}
