import assert from 'node:assert/strict'
import { commands, env, TreeItemCollapsibleState, Uri } from 'vscode'
import type { ListedEntry } from '../../../server/src/features/reference-overview.js'
import { ReferenceTree, type Node } from '../../../client/src/reference-tree.js'

const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } }
const entry = (label: string, more: Partial<ListedEntry> = {}): ListedEntry => ({
  label,
  title: `The work of ${label}`,
  uri: 'file:///paper/library.bib',
  range,
  times: 0,
  cites: [],
  problems: [],
  reference: `${label}. The work.`,
  ...more,
})
const cites = [{ range, line: 'Light delays sleep [1].' }]
const entries = [
  entry('Barlind 2009', { times: 1, cites, link: 'https://doi.org/10.1000/x', citation: '[1]' }),
  entry('Okafor 2011', { problems: ['The reference lacks its year'] }),
]

describe('the tree of references', () => {
  const tree = new ReferenceTree()
  const children = async (node?: Node) => (await tree.getChildren(node)) ?? []

  before(() => {
    tree.show({
      document: Uri.parse('file:///paper/document.md'),
      overview: { entries, total: 2, libraries: [] },
    })
  })
  after(() => {
    tree.dispose()
  })

  it('groups them, with counts', async () => {
    const groups = (await children()).map((node) => tree.getTreeItem(node))
    assert.deepEqual(
      groups.map(({ label, description }) => [label, description]),
      [
        ['With problems', '1'],
        ['Cited', '1'],
        ['Not cited', '1'],
      ],
    )
  })

  it('says of each what a menu may offer and a screen reader reads, and where it is cited', async () => {
    const cited = (await children((await children())[1]))[0]!
    const item = tree.getTreeItem(cited)
    assert.equal(item.contextValue, 'reference cited linked citable')
    assert.equal(item.accessibilityInformation?.label, 'Barlind 2009, The work of Barlind 2009, cited once')
    assert.equal(item.collapsibleState, TreeItemCollapsibleState.Collapsed)
    const places = (await children(cited)).map((place) => tree.getTreeItem(place))
    assert.deepEqual(
      places.map(({ label, description }) => [label, description]),
      [['Light delays sleep [1].', 'line 4']],
    )
  })

  it('copies what cites a reference', async function () {
    const cited = (await children((await children())[1]))[0]!
    try {
      await commands.executeCommand('bioprose.reference.copyCitation', cited)
    } catch {
      // A browser without a window in front has no clipboard.
      this.skip()
    }
    assert.equal(await env.clipboard.readText(), '[1]')
  })
})
