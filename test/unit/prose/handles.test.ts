import assert from 'node:assert/strict'
import fc from 'fast-check'
import { handlesIn } from '../../../server/src/prose/handles.js'

const words = (text: string): string[] => handlesIn(text).map(({ start, end }) => text.slice(start, end))

describe('a handle', () => {
  it('is a key, an address, or the label of a footnote', () => {
    assert.deepEqual(words('As @wren2009 said [^2], write to b.wren@sleep.example.'), [
      '@wren2009',
      '[^2]',
      'b.wren@sleep.example.',
    ])
  })

  it('may stand directly behind another', () => {
    assert.deepEqual(words('[^1][^2]@b'), ['[^1]', '[^2]', '@b'])
    assert.deepEqual(words('@{odd:key}[^c]'), ['@{odd:key}', '[^c]'])
  })

  it('is no lone sign and no unclosed label', () => {
    assert.deepEqual(words('a @ b [^ c] [^d e @'), [])
  })

  it('lies inside the text, behind the one before it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '@', '[^', ']', '{', '}', ' ', '😀'), maxLength: 60 }),
        (text) => {
          let from = 0
          for (const { start, end } of handlesIn(text)) {
            assert.ok(from <= start && start < end && end <= text.length)
            from = end
          }
        },
      ),
    )
  })

  it('is found in linear time', () => {
    assert.equal(handlesIn('@'.repeat(200_000)).length, 0)
    assert.ok(handlesIn('a@a'.repeat(100_000)).length > 0)
  })
})
