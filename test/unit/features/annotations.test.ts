import assert from 'node:assert/strict'
import fc from 'fast-check'
import { annotationOf } from '../../../server/src/features/annotations.js'
import { newWorkspace, opened, uri } from '../../specs/engine.js'
import { editWithin, nastyDocument, nastyEdit } from '../prose/nasty.js'

describe('annotations', () => {
  it('are the same after edits as of the whole text, and all spans lie in it', () => {
    fc.assert(
      fc.property(nastyDocument, fc.array(nastyEdit, { minLength: 1, maxLength: 3 }), (text, edits) => {
        const workspace = newWorkspace()
        workspace.apply([{ kind: 'open', uri, text }])
        for (const edit of edits) {
          annotationOf(workspace.snapshot.view(uri)!)
          const { length } = workspace.snapshot.documents.get(uri)!.text
          workspace.apply([{ kind: 'edit', uri, edits: [editWithin(length, edit)] }])
        }
        const view = workspace.snapshot.view(uri)!
        const annotation = annotationOf(view)
        assert.deepEqual(annotation, annotationOf(opened(view.document.text).view))
        for (const records of [
          annotation.mentions,
          annotation.sentences,
          annotation.citations,
          annotation.references,
          annotation.findings,
        ]) {
          for (const { start, end } of records)
            assert.ok(0 <= start && start < end && end <= view.document.text.length)
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 30) },
    )
  })

  it('give the sentences of a pasted caption no claim, and their reasons all the same', () => {
    const caption =
      'Three women of different ages walk along a quiet beach at dawn, their long shadows on the wet sand, a picture of how exercise increases vigour'
    const { sentences } = annotationOf(opened(`${caption}\nA second line begins anew here, and ends.\n`).view)
    assert.equal(sentences.length, 2)
    assert.ok(sentences[0]!.claim <= 0.08)
    assert.deepEqual(sentences[0]!.reasons, ['effect'])
  })
})
