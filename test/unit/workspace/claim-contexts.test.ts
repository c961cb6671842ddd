import assert from 'node:assert/strict'
import fc from 'fast-check'
import { contextsIn } from '../../../server/src/claims/context.js'
import { contextsByPart } from '../../../server/src/workspace/claim-contexts.js'
import { sightedBlock } from '../../../server/src/workspace/sighted.js'
import type { View } from '../../../server/src/workspace/view.js'
import { newWorkspace, uri } from '../../specs/engine.js'

const paragraph = (i: number) =>
  `Ferritin number ${i} stores iron in the liver of mammals. It was first seen in horses. We fed ${i} mice for a week.\n\n`

const document = [
  '# On iron\n\n',
  '## Introduction\n\n',
  ...Array.from({ length: 20 }, (_, i) => paragraph(i)),
  '## Methods\n\n',
  ...Array.from({ length: 20 }, (_, i) => paragraph(100 + i)),
  '### Mice\n\n',
  ...Array.from({ length: 20 }, (_, i) => paragraph(200 + i)),
  '## Discussion\n\n',
  ...Array.from({ length: 20 }, (_, i) => paragraph(300 + i)),
  '## References\n\n1. Osei A. Iron. J Iron 2011;1:1-2.\n2. Lindqvist B. Horses. J Iron 2012;1:3-4.\n',
].join('')

function opened(text: string) {
  const workspace = newWorkspace()
  workspace.apply([{ kind: 'open', uri, text }])
  return workspace
}

describe('the contexts of claims', () => {
  it('are those that training gives the same sections', () => {
    const view = opened(document).snapshot.view(uri)!
    const blocks = view.document.parts.flatMap(({ part }) => part.blocks.map(({ block }) => block))
    const tallies = blocks
      .filter(({ kind }) => kind === 'paragraph')
      .slice(0, 80)
      .map((block) => sightedBlock(block, view.model).sighted.tally)
    const kinds = ['introduction', 'methods', 'methods', 'discussion'] as const
    const sections = kinds.map((kind, i) => ({ kind, blocks: tallies.slice(20 * i, 20 * (i + 1)) }))
    assert.deepEqual(allContexts(view), contextsIn(sections).flat())
  })

  it('do not take the title of a document for the kind of its sections', () => {
    const titled = document.replace('# On iron', '# Methods of iron')
    assert.deepEqual(
      allContexts(opened(titled).snapshot.view(uri)!),
      allContexts(opened(document).snapshot.view(uri)!),
    )
  })

  it('leave out lists of references', () => {
    const view = opened(document).snapshot.view(uri)!
    assert.equal(allContexts(view).length, 80)
  })

  it('stay the same objects in other sections while somebody types', () => {
    const workspace = opened(document)
    const before = contextsByPart(workspace.snapshot.view(uri)!)
    const start = document.indexOf('number 5 stores') + 3
    workspace.apply([{ kind: 'edit', uri, edits: [{ start, end: start, text: 'm' }] }])
    const after = contextsByPart(workspace.snapshot.view(uri)!)
    assert.ok(after.length > 4)
    for (const [i, contexts] of after.entries()) if (i > 2) assert.equal(contexts, before[i], `part ${i}`)
  })

  it('are after any edits what they are in a document opened as it then is', () => {
    const insertion = fc.constantFrom(
      'x',
      ' New sentence here.',
      '\n\n',
      '\n\n## Results\n\n',
      '\n\n# A\n\n',
      '',
      '. ',
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(40), insertion), { minLength: 1, maxLength: 6 }),
        (edits) => {
          const workspace = opened(document)
          let text = document
          for (const [place, length, added] of edits) {
            const start = place % text.length
            const end = Math.min(text.length, start + length)
            workspace.apply([{ kind: 'edit', uri, edits: [{ start, end, text: added }] }])
            contextsByPart(workspace.snapshot.view(uri)!)
            text = text.slice(0, start) + added + text.slice(end)
          }
          assert.deepEqual(
            allContexts(workspace.snapshot.view(uri)!),
            allContexts(opened(text).snapshot.view(uri)!),
          )
        },
      ),
      { numRuns: 25 },
    )
  })
})

function allContexts(view: View) {
  return contextsByPart(view).flatMap((contexts) => [...contexts.values()])
}
