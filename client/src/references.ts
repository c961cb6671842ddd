import { commands, languages, Range, Uri, window, workspace, type DocumentSelector } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type {
  ListedEntry,
  OverviewParams,
  ReferenceOverview,
} from '../../server/src/features/reference-overview.js'
import { showStatus } from './library-status.js'
import { referenceCommands } from './reference-commands.js'
import { asRange, ReferenceTree, type Known } from './reference-tree.js'

/** How long the writer has to pause before the overview is asked for again, in milliseconds. */
const pause = 700
const shortPause = 120

/** A tree of references in the Explorer, a status item that tells how the libraries were read, and commands to search. */
export function showReferences(
  selector: DocumentSelector,
  client: () => BaseLanguageClient,
): { dispose(): unknown }[] {
  const status = languages.createLanguageStatusItem('bioprose.libraries', selector)
  status.name = 'BioProse Libraries'
  const tree = new ReferenceTree()
  const view = window.createTreeView('bioprose.references', { treeDataProvider: tree, showCollapseAll: true })
  let shown: Uri | undefined
  let filter = ''
  let timer: NodeJS.Timeout | undefined
  const refresh = async () => {
    const active = window.activeTextEditor?.document
    if (active && languages.match(selector, active) > 0) shown = active.uri
    // Who follows an entry into its library still sees the references of the text that cites it.
    if (!workspace.textDocuments.some(({ uri }) => uri.toString() === shown?.toString())) shown = undefined
    void commands.executeCommand('setContext', 'bioprose.hasProse', shown !== undefined)
    const known = shown && (await asked(client(), shown, filter))
    tree.show(known)
    view.description = known && countsOf(known.overview)
    view.message = filter === '' ? '' : `Only references with “${filter}”`
    if (known) showStatus(status, known.overview.total, known.overview.libraries)
  }
  const soon = (after = pause) => {
    clearTimeout(timer)
    timer = setTimeout(() => void refresh(), after)
  }
  const filtered = (words: string) => {
    filter = words
    void commands.executeCommand('setContext', 'bioprose.isFiltered', words !== '')
    soon(shortPause)
  }
  soon(shortPause)
  return [
    status,
    tree,
    view,
    { dispose: () => { clearTimeout(timer) } }, // prettier-ignore
    window.onDidChangeActiveTextEditor(() => { soon() }), // prettier-ignore
    workspace.onDidCloseTextDocument(() => { soon() }), // prettier-ignore
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === shown?.toString()) soon()
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === shown?.toString())) soon()
    }),
    commands.registerCommand('bioprose.goToReference', async () => {
      await refresh()
      const document = shown ?? window.activeTextEditor?.document.uri
      if (document) search((query) => asked(client(), document, query))
    }),
    commands.registerCommand('bioprose.filterReferences', () => {
      ask(filter, filtered)
    }),
    commands.registerCommand('bioprose.showAllReferences', () => { filtered('') }), // prettier-ignore
    ...referenceCommands(),
  ]
}

/** "7 of 12 cited" */
function countsOf({ entries, total }: ReferenceOverview): string {
  const cited = entries.filter(({ times }) => times > 0).length
  return total === 0 ? '' : `${cited} of ${total} cited`
}

/** A server that is starting or stopped has nothing to say. */
async function asked(client: BaseLanguageClient, document: Uri, query: string): Promise<Known | undefined> {
  const params: OverviewParams = { textDocument: { uri: document.toString() }, query }
  try {
    const overview = await client.sendRequest<ReferenceOverview | null>('bioprose/references', params)
    return overview ? { document, overview } : undefined
  } catch {
    return undefined
  }
}

/** Words that the references in the tree must hold; the tree follows while they are typed. */
function ask(before: string, filtered: (words: string) => void): void {
  const box = window.createInputBox()
  box.title = 'Filter References'
  box.placeholder = 'Author, year, title or key'
  box.value = before
  let isAccepted = false
  box.onDidChangeValue(filtered)
  box.onDidAccept(() => {
    isAccepted = true
    box.hide()
  })
  box.onDidHide(() => {
    if (!isAccepted) filtered(before)
    box.dispose()
  })
  box.show()
}

/** A list to choose an entry from. The server searches, since a library may hold more than a list can. */
function search(overviewOf: (query: string) => Promise<Known | undefined>): void {
  const pick = window.createQuickPick<{
    label: string
    description: string
    alwaysShow: boolean
    entry: ListedEntry
  }>()
  pick.placeholder = 'Author, year, title or key'
  let latest = 0
  const update = async (query: string) => {
    const turn = ++latest
    pick.busy = true
    const known = await overviewOf(query)
    if (turn !== latest) return
    pick.items = (known?.overview.entries ?? []).map((entry) => ({ label: entry.label, description: entry.title, alwaysShow: true, entry })) // prettier-ignore
    pick.busy = false
  }
  pick.onDidChangeValue((query) => void update(query))
  pick.onDidAccept(async () => {
    const entry = pick.selectedItems[0]?.entry
    pick.hide()
    if (!entry) return
    const { start } = asRange(entry.range)
    await window.showTextDocument(Uri.parse(entry.uri), { selection: new Range(start, start) })
  })
  pick.onDidHide(() => { pick.dispose() }) // prettier-ignore
  pick.show()
  void update('')
}
