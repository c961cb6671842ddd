import assert from 'node:assert/strict'
import fc from 'fast-check'
import { toSource, toText, type Block } from '../../../server/src/prose/block.js'
import { parseDocument } from '../../../server/src/prose/document.js'
import { sentencesIn } from '../../../server/src/prose/sentences.js'
import { nastyDocument } from './nasty.js'

const blockOf = (text: string): Block => parseDocument(text).blocks[0]!.block
const textOf = (text: string): string => blockOf(text).text

describe('a block', () => {
  it('holds the words without their markup', () => {
    assert.equal(
      textOf('Both **ACTH** and *cortisol* rose ~~slowly~~.'),
      'Both ACTH and cortisol rose slowly.',
    )
    assert.equal(
      textOf('See [the trial](https://example.org/t "Trial") ![](x.png)again.'),
      'See the trial again.',
    )
    assert.equal(textOf('The <b>bold</b> dose of &beta;-endorphin\\*'), 'The bold dose of β-endorphin*')
    assert.equal(textOf('## Sleep and growth ##'), 'Sleep and growth')
    assert.equal(
      textOf('Shown before[3] and [@wren2019; @li] and [1][2].'),
      'Shown before[3] and [@wren2019; @li] and [1][2].',
    )
    assert.equal(textOf('It rose<sup>3</sup>.<!-- why? -->'), 'It rose^3^.')
  })

  it('lists what is no prose', () => {
    const { text, opaque } = blockOf(
      'Run `lm(y ~ x)` at $p < 0.05$, see https://example.org/a or @wren2019 for it.',
    )
    assert.deepEqual(
      opaque.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
      [
        ['code', 'lm(y ~ x)'],
        ['math', '$p < 0.05$'],
        ['url', 'https://example.org/a'],
        ['handle', '@wren2019'],
      ],
    )
  })

  it('says where its words stand, markup inside them included', () => {
    const block = blockOf('The *growth* **hormone** axis')
    const span = { start: block.text.indexOf('growth'), end: block.text.indexOf(' axis') }
    const source = toSource(block, span)
    assert.equal(block.source.slice(source.start, source.end), 'growth* **hormone')
  })

  it('takes nothing from code, front matter, HTML and link definitions', () => {
    const text =
      '---\ntitle: Rest\n---\n\n```r\nx <- 1\n```\n\n    indented code\n\n<div>\nhidden\n</div>\n\n[a]: https://example.org\n\n$$\nx\n$$\n\nOnly this.'
    assert.deepEqual(
      parseDocument(text).blocks.map(({ block }) => block.text),
      ['Only this.'],
    )
  })

  it('knows its kind, and its place in a list or table', () => {
    const { blocks } = parseDocument(
      '# A\n\nB\n\n- C\n  - D\n\n> E\n\n| F | G |\n|---|---|\n| H | I |\n\nJ[^k]\n\n[^k]: K\n',
    )
    assert.deepEqual(
      blocks.map(({ block, group, row, column }) => [block.text, block.kind, group?.kind, row, column]),
      [
        ['A', 'heading', undefined, undefined, undefined],
        ['B', 'paragraph', undefined, undefined, undefined],
        ['C', 'list-item', 'list', undefined, undefined],
        ['D', 'list-item', 'list', undefined, undefined],
        ['E', 'quote', undefined, undefined, undefined],
        ['F', 'table-cell', 'table', 0, 0],
        ['G', 'table-cell', 'table', 0, 1],
        ['H', 'table-cell', 'table', 1, 0],
        ['I', 'table-cell', 'table', 1, 1],
        ['J[^k]', 'paragraph', undefined, undefined, undefined],
        ['K', 'footnote', 'footnote', undefined, undefined],
      ],
    )
  })

  it('lies in its document, in order, with all spans inside, and every letter finds its way back', () => {
    fc.assert(
      fc.property(nastyDocument, (text) => {
        const { blocks } = parseDocument(text)
        let last = 0
        for (const { block, start } of blocks) {
          assert.ok(start >= last, 'blocks are out of order')
          last = start
          assert.equal(text.slice(start, start + block.source.length), block.source)
          wayBack(block)
          for (const { start: from, end } of [...block.opaque, ...sentencesIn(block)]) {
            assert.ok(0 <= from && from < end && end <= block.text.length)
          }
        }
      }),
      { numRuns: 80 },
    )
  })
})

function wayBack(block: Block): void {
  let next = 0
  for (const piece of block.pieces) {
    assert.equal(piece.textStart, next)
    next += piece.textLength
    assert.ok(piece.sourceStart + piece.sourceLength <= block.source.length)
  }
  assert.equal(next, block.text.length)
  for (let offset = 0; offset < block.text.length; offset++) {
    const { start, end } = toSource(block, { start: offset, end: offset + 1 })
    assert.ok(start < end && end <= block.source.length)
    const piece = block.pieces.find(
      (one) => one.textStart <= offset && offset < one.textStart + one.textLength,
    )!
    if (piece.textLength !== piece.sourceLength) continue
    assert.equal(block.source.slice(start, end), block.text[offset])
    assert.equal(toText(block, start), offset)
  }
}
