import assert from 'node:assert/strict'
import { workspace } from 'vscode'
import { definitionsAt, eventually, lineAt, open, rangeOf } from './editor.js'

describe('go to definition', () => {
  it('leads from a term to the references about it', async () => {
    const document = await open('running.md')
    const mention = rangeOf(document, 'older mice, |hexarelin|')
    const [target] = await eventually('a definition', () => definitionsAt(document, mention))
    assert.ok(target)
    assert.equal(target.uri.toString(), document.uri.toString())
    assert.match(await lineAt(target), /^- Lindqvist, Pia/)
  })

  it('leads from a citation to its entry', async () => {
    const document = await open('running.md')
    const citation = rangeOf(document, '(|Lindqvist et al., 2011|)')
    const targets = await eventually('a definition', () => definitionsAt(document, citation))
    assert.deepEqual(await Promise.all(targets.map(lineAt)), [
      '- Lindqvist, Pia, et al. “Hexarelin and the birth of neurons in the dentate gyrus of older mice.” Journal of Imagined',
    ])
  })

  it('leads from a cite key to the file of the library', async () => {
    const document = await open('sleeping.md')
    const key = rangeOf(document, '[@|brandt2014|]')
    const [target] = await eventually('a definition', () => definitionsAt(document, key))
    assert.ok(target)
    assert.match(target.uri.path, /\/library\.bib$/)
    assert.match(await lineAt(target), /brandt2014/)
  })

  it('leads from a term that no reference is about to its page of the glossary', async () => {
    const document = await open('running.md')
    const mention = rangeOf(document, 'back with |somatostatin|')
    const [target] = await eventually('a definition', () => definitionsAt(document, mention))
    assert.ok(target)
    assert.equal(target.uri.scheme, 'bioprose-glossary')
    const page = await workspace.openTextDocument(target.uri)
    assert.match(page.getText(), /somatostatin/i)
  })
})
