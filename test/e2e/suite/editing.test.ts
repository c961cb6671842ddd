import assert from 'node:assert/strict'
import { commands, type CompletionList, type FoldingRange, type WorkspaceEdit } from 'vscode'
import { eventually, open, openCopy, rangeOf, replace } from './editor.js'

describe('editing', () => {
  it('completes a citation begun in the text, in the way the document cites', async () => {
    const document = await openCopy('running.md')
    await replace(document, 'BDNF by 20% in older adults.', 'BDNF by 20% in older adults (Oka.')
    const { end } = rangeOf(document, 'adults (Oka')
    const labels = await eventually('completions', async () => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        end,
      )
      const own = list.items.filter(({ detail }) => detail?.startsWith('Okafor'))
      return own.length > 0
        ? own.map(({ label }) => (typeof label === 'string' ? label : label.label))
        : undefined
    })
    assert.deepEqual(labels, ['Okafor and Reyes, 2016'])
  })

  it('renames a key in all documents, footnotes included, and their library', async () => {
    const document = await open('sleeping.md')
    const key = /@([a-z]\w+)/i.exec(document.getText().slice(document.getText().indexOf('---', 4)))![1]!
    const text = document.getText()
    const at = document.positionAt(text.indexOf(`@${key}`) + 2)
    const edit = await eventually('an edit', async () => {
      const made = await commands.executeCommand<WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at,
        'renamed2020',
      )
      return made && made.size > 0 ? made : undefined
    })
    const files = edit
      .entries()
      .map(([uri]) => uri.path.slice(uri.path.lastIndexOf('/') + 1))
      .sort()
    assert.deepEqual(files, ['library.bib', 'napping.md', 'sleeping.md'])
  })

  it('folds the list of references', async () => {
    const document = await open('running.md')
    const line = rangeOf(document, '## References').start.line
    const ranges = await eventually(
      'folding ranges',
      async () =>
        await commands.executeCommand<FoldingRange[] | undefined>(
          'vscode.executeFoldingRangeProvider',
          document.uri,
        ),
    )
    assert.ok(ranges.some(({ start }) => start === line))
  })

  it('offers to go to a reference', async () => {
    assert.ok((await commands.getCommands(true)).includes('bioprose.goToReference'))
  })
})
