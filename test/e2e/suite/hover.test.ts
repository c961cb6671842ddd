import assert from 'node:assert/strict'
import type { TextDocument } from 'vscode'
import { eventually, hoversAt, markdownOf, open, rangeOf } from './editor.js'

describe('hover', () => {
  let document: TextDocument

  before(async () => {
    document = await open('running.md')
  })

  it('tells what TrkB is, over exactly the term', async () => {
    const mention = rangeOf(document, 'BDNF binds |TrkB|, the')
    const [hover] = await eventually('a hover on TrkB', () => hoversAt(document, mention))
    assert.ok(hover)
    const markdown = markdownOf(hover)
    assert.match(markdown, /TrkB/)
    assert.match(markdown, /receptor/)
    assert.match(markdown, /\]\(https?:/, 'identifiers are links')
    assert.ok(hover.range?.isEqual(mention), document.getText(hover.range))
  })

  it('says nothing over a word that is no term', async () => {
    await eventually('the server', () => hoversAt(document, rangeOf(document, 'binds |TrkB|, the')))
    assert.deepEqual(await hoversAt(document, rangeOf(document, 'Lace your |shoes|')), [])
  })
})
