import assert from 'node:assert/strict'
import { workspace } from 'vscode'
import { eventually, open, rangeOf, referencesAt } from './editor.js'

describe('find all references', () => {
  it('lists who cites an entry', async () => {
    const document = await open('running.md')
    const found = await eventually('references', () =>
      referencesAt(document, rangeOf(document, '- |Lindqvist|, Pia')),
    )
    const citation = rangeOf(document, '(|Lindqvist et al., 2011|)')
    assert.ok(found.some(({ uri, range }) => uri.path === document.uri.path && range.intersection(citation)))
  })

  it('lists every mention of a term in the workspace', async () => {
    const document = await open('running.md')
    const mention = rangeOf(document, 'holds |growth hormone| back')
    const elsewhere = await eventually('references in another file', async () => {
      const found = await referencesAt(document, mention)
      return found.filter(({ uri }) => uri.path.endsWith('/sleeping.md'))
    })
    const other = await workspace.openTextDocument(elsewhere[0]!.uri)
    for (const { range } of elsewhere) assert.match(other.getText(range), /^growth hormone$/i)
  })
})
