import {
  EventEmitter,
  MarkdownString,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  type Command,
  type ProviderResult,
  type TreeDataProvider,
} from 'vscode'
import type { ListedEntry, ReferenceOverview } from '../../server/src/features/reference-overview.js'

/** What the tree shows: groups of references, references, and the places that cite them. */
export type Node = Group | Reference | Place

interface Group {
  readonly kind: 'group'
  readonly name: string
  readonly entries: readonly ListedEntry[]
}

/** A reference in one of the groups; one with problems is in two. */
export interface Reference {
  readonly kind: 'reference'
  readonly group: string
  readonly entry: ListedEntry
  readonly document: Uri
}

interface Place {
  readonly kind: 'place'
  readonly document: Uri
  readonly range: Range
  readonly line: string
}

/** What was last heard of a document's references. */
export interface Known {
  readonly document: Uri
  readonly overview: ReferenceOverview
}

/** The references of the document that was last looked at, those with problems first. */
export class ReferenceTree implements TreeDataProvider<Node> {
  private readonly changed = new EventEmitter<undefined>()
  readonly onDidChangeTreeData = this.changed.event
  private known: Known | undefined

  show(known: Known | undefined): void {
    this.known = known
    this.changed.fire(undefined)
  }

  getChildren(node?: Node): ProviderResult<Node[]> {
    if (!this.known) return []
    const { document, overview } = this.known
    if (!node) return groupsOf(overview)
    if (node.kind === 'group')
      return node.entries.map((entry) => ({ kind: 'reference', group: node.name, entry, document }))
    if (node.kind === 'place') return []
    return node.entry.cites.map(({ range, line }) => ({
      kind: 'place',
      document,
      range: asRange(range),
      line,
    }))
  }

  getTreeItem(node: Node): TreeItem {
    return node.kind === 'group'
      ? groupItem(node)
      : node.kind === 'reference'
        ? referenceItem(node)
        : placeItem(node)
  }

  dispose(): void {
    this.changed.dispose()
  }
}

function groupsOf({ entries }: ReferenceOverview): Group[] {
  const groups: Group[] = [
    { kind: 'group', name: 'With problems', entries: entries.filter(({ problems }) => problems.length > 0) },
    { kind: 'group', name: 'Cited', entries: entries.filter(({ times }) => times > 0) },
    { kind: 'group', name: 'Not cited', entries: entries.filter(({ times }) => times === 0) },
  ]
  return groups.filter((group) => group.entries.length > 0)
}

function groupItem({ name, entries }: Group): TreeItem {
  const isOpen = name !== 'Not cited'
  const item = new TreeItem(
    name,
    isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  )
  item.id = name
  item.description = String(entries.length)
  item.contextValue = 'group'
  return item
}

function referenceItem({ group, entry }: Reference): TreeItem {
  const { label, title, times, problems, link, citation, uri, range } = entry
  const item = new TreeItem(
    label,
    times > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  )
  item.id = `${group} ${uri}#${range.start.line},${range.start.character}`
  item.description = times > 1 ? `${times} × ${title}` : title
  item.tooltip = tooltipOf(entry)
  item.iconPath = new ThemeIcon(problems.length > 0 ? 'warning' : times > 0 ? 'bookmark' : 'circle-outline')
  // What a menu may offer: package.json asks for these words.
  item.contextValue = ['reference', times > 0 ? 'cited' : '', link ? 'linked' : '', citation ? 'citable' : '']
    .filter((word) => word !== '')
    .join(' ')
  item.accessibilityInformation = { label: spoken(entry) }
  item.command = openAt('Go to Entry', Uri.parse(uri), asRange(range))
  return item
}

function tooltipOf({ reference, problems }: ListedEntry): MarkdownString {
  const text = new MarkdownString('', true)
  text.appendText(reference)
  for (const problem of problems) text.appendMarkdown('\n\n$(warning) ').appendText(problem)
  return text
}

function spoken({ label, title, times, problems }: ListedEntry): string {
  const cited = times === 0 ? 'not cited' : times === 1 ? 'cited once' : `cited ${times} times`
  return [label, title, cited, ...problems].join(', ')
}

function placeItem({ document, range, line }: Place): TreeItem {
  const item = new TreeItem(line)
  item.description = `line ${range.start.line + 1}`
  item.iconPath = new ThemeIcon('quote')
  item.contextValue = 'place'
  item.command = openAt('Go to Citation', document, range)
  return item
}

function openAt(title: string, uri: Uri, { start }: Range): Command {
  return { command: 'vscode.open', title, arguments: [uri, { selection: new Range(start, start) }] }
}

/** The protocol's range as VS Code's. */
export function asRange({ start, end }: ListedEntry['range']): Range {
  return new Range(start.line, start.character, end.line, end.character)
}
