import assert from 'node:assert/strict'
import { newWorkspace, uri } from '../../specs/engine.js'

describe('a workspace', () => {
  it('keeps a snapshot as it was when more happens', () => {
    const workspace = newWorkspace()
    const before = workspace.apply([{ kind: 'open', uri, text: 'Sleep restores.' }])
    const after = workspace.apply([{ kind: 'edit', uri, edits: [{ start: 0, end: 5, text: 'Rest' }] }])
    assert.equal(before.view(uri)?.document.text, 'Sleep restores.')
    assert.equal(after.view(uri)?.document.text, 'Rest restores.')
    assert.equal(after.view(uri), after.view(uri))
  })

  it('takes the edits of one change one after the other', () => {
    const edits = [
      { start: 0, end: 0, text: 'ab' },
      { start: 1, end: 2, text: 'c' },
    ]
    const workspace = newWorkspace()
    workspace.apply([
      { kind: 'open', uri, text: '' },
      { kind: 'edit', uri, edits },
    ])
    assert.equal(workspace.snapshot.view(uri)?.document.text, 'ac')
  })

  it('forgets what is closed, and edits nothing that is not open', () => {
    const workspace = newWorkspace()
    workspace.apply([
      { kind: 'open', uri, text: '' },
      { kind: 'close', uri },
      { kind: 'edit', uri, edits: [] },
    ])
    assert.equal(workspace.snapshot.view(uri), undefined)
  })

  it('says that a library is loading until the host has told of it', () => {
    const workspace = newWorkspace()
    workspace.apply([{ kind: 'open', uri, text: '---\nbibliography: a.bib\n---\n' }])
    const state = () => workspace.snapshot.view(uri)?.libraries.map(({ file }) => file.state)
    assert.deepEqual(state(), ['loading'])
    workspace.apply([{ kind: 'library', file: { uri: 'file:///paper/a.bib', state: 'read', text: '' } }])
    assert.deepEqual(state(), ['read'])
    workspace.apply([{ kind: 'forget', uri: 'file:///paper/a.bib' }])
    assert.deepEqual(state(), ['loading'])
  })
})
