import {
  commands,
  EventEmitter,
  languages,
  LanguageStatusSeverity,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type DocumentSelector,
  type ProviderResult,
  type TreeDataProvider,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type {
  LibraryStatus,
  ListedEntry,
  ReferenceOverview,
} from '../../server/src/features/reference-overview.js'

/** How long the writer has to pause before the overview is asked for again, in milliseconds. */
const pause = 700

/** A tree of references in the Explorer, a status item that tells how the libraries were read, and a command to search. */
export function showReferences(
  selector: DocumentSelector,
  client: () => BaseLanguageClient,
): { dispose(): unknown }[] {
  let overview: ReferenceOverview | undefined
  const changed = new EventEmitter<undefined>()
  const status = languages.createLanguageStatusItem('bioprose.libraries', selector)
  status.name = 'BioProse Libraries'
  const tree = window.createTreeView('bioprose.references', {
    treeDataProvider: provider(() => overview, changed),
  })
  let timer: NodeJS.Timeout | undefined
  const refresh = async () => {
    const document = window.activeTextEditor?.document
    const isProse = document !== undefined && languages.match(selector, document) > 0
    void commands.executeCommand('setContext', 'bioprose.hasProse', isProse)
    if (!isProse) return
    overview = await asked(client(), document.uri)
    changed.fire(undefined)
    showStatus(status, overview?.libraries ?? [])
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void refresh(), pause)
  }
  soon()
  return [
    status,
    tree,
    changed,
    { dispose: () => { clearTimeout(timer) } }, // prettier-ignore
    window.onDidChangeActiveTextEditor(soon),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) soon()
    }),
    languages.onDidChangeDiagnostics(soon),
    commands.registerCommand('bioprose.goToReference', async () => {
      await refresh()
      await search(overview)
    }),
  ]
}

/** A server that is starting or stopped has nothing to say. */
async function asked(client: BaseLanguageClient, uri: Uri): Promise<ReferenceOverview | undefined> {
  try {
    return (
      (await client.sendRequest<ReferenceOverview | null>('bioprose/references', {
        textDocument: { uri: uri.toString() },
      })) ?? undefined
    )
  } catch {
    return undefined
  }
}

interface Group {
  readonly name: string
  readonly entries: readonly ListedEntry[]
}

function groupsOf({ entries }: ReferenceOverview): readonly Group[] {
  return [
    { name: 'With problems', entries: entries.filter(({ problems }) => problems.length > 0) },
    { name: 'Cited', entries: entries.filter(({ times }) => times > 0) },
    { name: 'Not cited', entries: entries.filter(({ times }) => times === 0) },
  ].filter((group) => group.entries.length > 0)
}

function provider(
  overview: () => ReferenceOverview | undefined,
  changed: EventEmitter<undefined>,
): TreeDataProvider<Group | ListedEntry> {
  return {
    onDidChangeTreeData: changed.event,
    getChildren(element): ProviderResult<(Group | ListedEntry)[]> {
      const known = overview()
      if (!known) return []
      if (!element) return [...groupsOf(known)]
      return 'entries' in element ? [...element.entries] : []
    },
    getTreeItem: (element) => ('entries' in element ? groupItem(element) : entryItem(element)),
  }
}

function groupItem({ name, entries }: Group): TreeItem {
  const isOpen = name !== 'Not cited'
  const item = new TreeItem(
    name,
    isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  )
  item.id = name
  item.description = String(entries.length)
  return item
}

function entryItem(entry: ListedEntry): TreeItem {
  const item = new TreeItem(entry.label)
  item.description = entry.times > 1 ? `${entry.times} × ${entry.title}` : entry.title
  item.tooltip = [entry.title, ...entry.problems].join('\n')
  item.iconPath = new ThemeIcon(
    entry.problems.length > 0 ? 'warning' : entry.times > 0 ? 'bookmark' : 'circle-outline',
  )
  item.command = {
    command: 'vscode.open',
    title: 'Go to the Entry',
    arguments: [Uri.parse(entry.uri), { selection: rangeOf(entry) }],
  }
  return item
}

function rangeOf({ range: { start } }: ListedEntry): Range {
  return new Range(start.line, start.character, start.line, start.character)
}

async function search(overview: ReferenceOverview | undefined): Promise<void> {
  const items = (overview?.entries ?? []).map((entry) => ({
    label: entry.label,
    description: entry.title,
    entry,
  }))
  const picked = await window.showQuickPick(items, {
    placeHolder: 'Author, year or title',
    matchOnDescription: true,
  })
  if (picked) await window.showTextDocument(Uri.parse(picked.entry.uri), { selection: rangeOf(picked.entry) })
}

function showStatus(
  status: ReturnType<typeof languages.createLanguageStatusItem>,
  libraries: readonly LibraryStatus[],
): void {
  const count = libraries.reduce((sum, { entries }) => sum + entries, 0)
  const names = libraries.map(({ path, entries, state }) => `${path}: ${state === 'read' ? entries : state}`)
  const problems = libraries.flatMap((library) =>
    library.problems.map(({ line, reason }) => `${library.path}, line ${line + 1}: ${reason}`),
  )
  status.busy = libraries.some(({ state }) => state === 'loading')
  status.severity = problems.length > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information
  status.text =
    libraries.length === 0 ? 'No library' : `${count} ${count === 1 ? 'entry' : 'entries'} to cite`
  status.detail = [...names, ...problems.slice(0, 3)].join(' · ')
  status.command = { command: 'bioprose.goToReference', title: 'Go to Reference…' }
}
