import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { whileOpen } from '../../../server/src/hosts/cli/opened.js'
import { workspaceFor } from './terminal.js'

describe('a corpus', () => {
  it('leaves nothing behind of the documents that were looked at', async () => {
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    const workspace = workspaceFor(false)
    const look = (text: string) => whileOpen(workspace, 'file:///pond.md', text, (view) => new WeakRef(view))
    const first = await look('Frogs sang.')
    await look('Toads sang.')
    await turn()
    collectGarbage()
    assert.equal(first.deref(), undefined)
  })

  it('closes a document that could not be looked at', async () => {
    const workspace = workspaceFor(false)
    const failing = whileOpen(workspace, 'file:///pond.md', 'Frogs sang.', () => {
      throw new Error('no luck')
    })
    await assert.rejects(failing, /no luck/)
    assert.equal(workspace.snapshot.documents.size, 0)
  })
})
