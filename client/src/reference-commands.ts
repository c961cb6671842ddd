import { commands, env, Location, Range, Uri, window, type Disposable } from 'vscode'
import { asRange, type Node, type Reference } from './reference-tree.js'

/** What can be done with a reference of the tree: the commands of its menu. */
export function referenceCommands(): Disposable[] {
  return [
    forReference('openLink', async ({ entry: { link } }) => {
      if (link !== undefined) await env.openExternal(Uri.parse(link))
    }),
    forReference('copyCitation', async ({ entry: { citation } }) => {
      if (citation !== undefined) await copied(citation)
    }),
    forReference('copyReference', ({ entry: { reference } }) => copied(reference)),
    forReference('insertCitation', async ({ entry: { citation }, document }) => {
      const editor = window.visibleTextEditors.find(
        (one) => one.document.uri.toString() === document.toString(),
      )
      if (!editor || citation === undefined) return
      await window.showTextDocument(editor.document, editor.viewColumn)
      await editor.edit((edit) => {
        for (const selection of editor.selections) edit.replace(selection, citation)
      })
    }),
    forReference('showCitations', async ({ entry, document }) => {
      const places = entry.cites.map(({ range }) => new Location(document, asRange(range)))
      const [first] = places
      if (!first) return
      const start = first.range.start
      await window.showTextDocument(document, { selection: new Range(start, start) })
      await commands.executeCommand('editor.action.peekLocations', document, start, places, 'peek')
    }),
    forReference('goToEntry', async ({ entry: { uri, range } }) => {
      const { start } = asRange(range)
      await window.showTextDocument(Uri.parse(uri), { selection: new Range(start, start) })
    }),
  ]
}

async function copied(text: string): Promise<void> {
  await env.clipboard.writeText(text)
  window.setStatusBarMessage(`Copied ${text.length > 60 ? `${text.slice(0, 59)}…` : text}`, 3000)
}

function forReference(name: string, act: (reference: Reference) => Promise<void>): Disposable {
  return commands.registerCommand(`bioprose.reference.${name}`, async (node?: Node) => {
    if (node?.kind === 'reference') await act(node)
  })
}
