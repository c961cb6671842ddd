import assert from 'node:assert/strict'
import { syntaxNamed } from '../../../server/src/citations/index.js'
import { findsNone, found, opaque, plain } from './plain.js'

describe('numeric citations', () => {
  it('are numbers, lists and ranges in square brackets', () => {
    assert.deepEqual(found('numeric', 'Heat helps [3]. Cold does [2–4, 7], rain [2-3;9], snow [5 and 6].'), [
      ['[3]', '3 => number:3'],
      ['[2–4, 7]', '2 => number:2', '2–4 => number:3', '4 => number:4', '7 => number:7'],
      ['[2-3;9]', '2 => number:2', '3 => number:3', '9 => number:9'],
      ['[5 and 6]', '5 => number:5', '6 => number:6'],
    ])
  })

  it('may stand in a row, and a dash between two makes a range', () => {
    assert.deepEqual(found('numeric', 'So [1][2] and [4]–[6].'), [
      ['[1]', '1 => number:1'],
      ['[2]', '2 => number:2'],
      ['[4]–[6]', '4 => number:4', '4]–[6 => number:5', '6 => number:6'],
    ])
  })

  it('may be led to and carry a locator', () => {
    assert.deepEqual(
      found('numeric', 'So [see 3], [refs. 3, 4], [5, p. 20], [6: 31–33].').map(([text]) => text),
      ['[see 3]', '[refs. 3, 4]', '[5, p. 20]', '[6: 31–33]'],
    )
  })

  it('are weak, since an interval may look alike', () => {
    assert.deepEqual(
      [...syntaxNamed('numeric')!.find(plain('So [3] and [4, 5].'))].map(({ weak }) => weak),
      [true, true],
    )
  })

  it('are no other brackets', () => {
    findsNone('numeric', [
      'On [0, 1] or [1, 0] or [2.5] or [1.5, 2].',
      'In [2009] and [1000].',
      'Do [ ] this, [x] that, [i] that, [] that.',
      'Backwards [7–4], and [1–500] is too wide.',
      'With a 95% CI [2, 5], a range of [1, 7] and IQR: [3, 4], x ∈ [1, 2], F [1, 40] = 7.8.',
      'From benzo[1,2]diazepine by [2,3]-sigmatropic shift.',
      'An open [3 and [4, or 5] and [6,].',
      '[03] and [3a] and [3%].',
    ])
  })

  it('are not found in code', () => {
    const text = 'Take row [3] of the table.'
    assert.deepEqual(found('numeric', plain(text, [opaque(text, 'row [3]', 'code')])), [])
  })

  it('are written in order, with ranges', () => {
    const write = (...numbers: number[]) =>
      syntaxNamed('numeric')!.write(numbers.map((number) => ({ number })))
    assert.equal(write(3), '[3]')
    assert.equal(write(5, 3), '[3, 5]')
    assert.equal(write(9, 2, 3, 4, 3), '[2–4, 9]')
    assert.equal(syntaxNamed('numeric')!.write([{ key: 'moss' }]), undefined)
  })
})
