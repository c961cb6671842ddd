import assert from 'node:assert/strict'
import fc from 'fast-check'
import { chunkedText, joinedText, replaced } from '../../../server/src/text/chunked.js'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '😀'), maxLength: 40 })
const long = fc.tuple(letters, fc.nat(600)).map(([text, times]) => text.repeat(times))

describe('a text in chunks', () => {
  it('says the same as the string after any edits', () => {
    fc.assert(
      fc.property(
        long,
        fc.array(fc.tuple(fc.nat(), fc.nat(9000), fc.oneof(letters, long))),
        (text, edits) => {
          let plain = text
          let chunked = chunkedText(text)
          for (const [place, length, inserted] of edits) {
            const start = place % (plain.length + 1)
            const end = Math.min(plain.length, start + length)
            plain = plain.slice(0, start) + inserted + plain.slice(end)
            chunked = replaced(chunked, { start, end }, inserted)
          }
          assert.equal(chunked.length, plain.length)
          assert.equal(joinedText(chunked), plain)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('slices and seeks as a string does', () => {
    fc.assert(
      fc.property(long, fc.nat(), fc.nat(9000), (text, place, length) => {
        const chunked = chunkedText(text)
        const start = place % (text.length + 1)
        assert.equal(chunked.slice(start, start + length), text.slice(start, start + length))
        assert.equal(chunked.slice(start), text.slice(start))
        assert.equal(chunked.indexOf('\n', start), text.indexOf('\n', start))
        assert.equal(chunked.lastIndexOf('\n', start), text.lastIndexOf('\n', start))
      }),
      { numRuns: 60 },
    )
  })

  it('moves offsets outside the text to its ends', () => {
    const text = replaced(chunkedText('dose'), { start: -3, end: -1 }, 'low ')
    assert.equal(joinedText(replaced(text, { start: 90, end: 95 }, '.')), 'low dose.')
    assert.equal(text.lastIndexOf('l', -1), -1)
  })

  it('shares the chunks that an edit does not touch', () => {
    const before = chunkedText('x'.repeat(40_000))
    const after = replaced(before, { start: 20_000, end: 20_000 }, 'y')
    const changed = after.chunks.filter((chunk, i) => chunk !== before.chunks[i])
    assert.equal(changed.length, 1)
  })
})
