import assert from 'node:assert/strict'
import { commands, extensions } from 'vscode'
import { eventually, hoversAt, open, rangeOf } from './editor.js'

describe('activation', () => {
  it('happens when Markdown is opened', async () => {
    await open('running.md')
    const extension = extensions.getExtension('bioprose.bioprose')
    assert.ok(extension)
    await eventually('the extension to be active', () => extension.isActive || undefined)
    // Of an extension that is active already this is the outcome of its activation.
    await extension.activate()
  })

  it('brings the commands that the manifest promises', async () => {
    const known = await commands.getCommands(true)
    const extension = extensions.getExtension<unknown>('bioprose.bioprose')
    const manifest = extension?.packageJSON as { contributes: { commands: { command: string }[] } }
    for (const { command } of manifest.contributes.commands) assert.ok(known.includes(command), command)
  })

  it('is followed by answers again when the server is restarted', async () => {
    const document = await open('running.md')
    await commands.executeCommand('bioprose.restart')
    await eventually('a hover', () => hoversAt(document, rangeOf(document, 'binds |TrkB|, the')))
  })
})
