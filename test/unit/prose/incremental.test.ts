import assert from 'node:assert/strict'
import fc from 'fast-check'
import { editDocument, parseDocument, type ProseDocument } from '../../../server/src/prose/document.js'
import { sentencesIn } from '../../../server/src/prose/sentences.js'
import { derived } from '../../../server/src/text/derived.js'
import { editWithin, longDocument, nastyDocument, nastyEdit } from './nasty.js'

const paragraphs = Array.from(
  { length: 200 },
  (_, i) =>
    `In cohort ${i}, melatonin delayed sleep by ${i} minutes [@wren${i}]. The effect *lasted* a night.`,
)

describe('an edit', () => {
  it('leaves every block but its own the same object', () => {
    const before = parseDocument(paragraphs.join('\n\n'))
    const at = before.text.indexOf('In cohort 100,')
    const after = editDocument(before, { start: at, end: at + 2, text: 'Within' })
    assert.equal(after.blocks.length, 200)
    const changed = after.blocks.flatMap(({ block }, i) => (block === before.blocks[i]!.block ? [] : [i]))
    assert.deepEqual(changed, [100])
  })

  it('derives anew for one block, whatever is typed in it', () => {
    let runs = 0
    const counted = derived((block: ProseDocument['blocks'][number]['block']) => {
      runs++
      return sentencesIn(block).length
    })
    let document = parseDocument(paragraphs.join('\n\n'))
    const derive = () => { document.blocks.forEach(({ block }) => counted(block)) } // prettier-ignore
    derive()
    assert.equal(runs, 200)
    for (const letter of 'Sleep ') {
      const at = document.text.indexOf('In cohort 150,')
      document = editDocument(document, { start: at, end: at, text: letter })
      derive()
    }
    assert.equal(runs, 206)
  })

  it('shares blocks and front matter when it only moves them', () => {
    const before = parseDocument(`---\ntitle: Rest\n---\n\n${paragraphs.slice(0, 3).join('\n\n')}`)
    const at = before.text.indexOf('In cohort 0')
    const after = editDocument(before, { start: at, end: at, text: 'A new paragraph.\n\n' })
    assert.equal(after.frontMatter, before.frontMatter)
    assert.deepEqual(
      after.blocks.slice(1).map(({ block }) => before.blocks.some((old) => old.block === block)),
      [true, true, true],
    )
  })

  it('gives what reading the whole text gives', () => {
    fc.assert(
      fc.property(nastyDocument, fc.array(nastyEdit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        let document = parseDocument(text)
        for (const edit of edits) document = editDocument(document, editWithin(document.text.length, edit))
        assert.deepEqual(comparable(document), comparable(parseDocument(document.text)))
      }),
      { numRuns: Number(process.env.RUNS ?? 250) },
    )
  })
})

/** What is read anew is a few parts around the edit; these documents have many. */
describe('an edit of a long document', () => {
  it('gives what reading the whole text gives', () => {
    fc.assert(
      fc.property(longDocument, fc.array(nastyEdit, { minLength: 1, maxLength: 8 }), (text, edits) => {
        let document = parseDocument(text)
        for (const edit of edits) document = editDocument(document, editWithin(document.text.length, edit))
        assert.deepEqual(comparable(document), comparable(parseDocument(document.text)))
      }),
      { numRuns: Math.ceil(Number(process.env.RUNS ?? 250) / 10) },
    )
  })
})

function comparable({ text, lines, blocks, comments, footnotes, frontMatter }: ProseDocument) {
  return { text, lines, blocks, comments, footnotes, frontMatter }
}
