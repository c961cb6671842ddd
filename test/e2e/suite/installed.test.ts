import assert from 'node:assert/strict'
import { extensions } from 'vscode'
import { eventually, open } from './editor.js'

describe('the installed extension', () => {
  it('is the packaged one, and active on Markdown', async () => {
    const extension = extensions.getExtension('bioprose.bioprose')
    assert.ok(extension)
    assert.match(extension.extensionPath, /[/\\]extensions[/\\]bioprose\.bioprose-[\d.]+[^/\\]*$/)
    await open('running.md')
    await eventually('the extension to be active', () => extension.isActive || undefined)
  })
})
