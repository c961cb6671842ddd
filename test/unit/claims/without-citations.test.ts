import assert from 'node:assert/strict'
import fc from 'fast-check'
import { withoutCitations } from '../../../server/src/claims/without-citations.js'

const plain = 'Zinc shortens colds.'

describe('a sentence without citation markers', () => {
  for (const cut of [
    'Zinc shortens colds .',
    'Zinc shortens colds ( ).',
    'Zinc shortens colds (e.g., ).',
    'Zinc shortens colds (reviewed in ).',
    'Zinc shortens colds (Moreau et al.,; Lindqvist and Osei,).',
    'Zinc shortens colds (Moreau et al., 2011; Lindqvist & Osei, 1998b).',
    'Zinc  shortens\ncolds.',
    'Zinc shortens colds [, ].',
  ]) {
    it(`reads the same: ${JSON.stringify(cut)}`, () => {
      assert.equal(withoutCitations(cut), plain)
    })
  }

  it('loses the names of a narrative cite with its year', () => {
    assert.equal(withoutCitations('Moreau et al. (2011) deny this.'), 'deny this.')
    assert.equal(
      withoutCitations('As Lindqvist and Osei (1998) put it, zinc helps.'),
      'As put it, zinc helps.',
    )
  })

  it('keeps parentheses that say something', () => {
    for (const kept of [
      'Zinc (an ion) helps.',
      'Zinc (Zn) helps.',
      'Zinc helps (Figure 2).',
      'Zinc (75 mg/day; oral) helps.',
    ]) {
      assert.equal(withoutCitations(kept), kept)
    }
  })

  it('keeps what stands beside a cite in the same parentheses', () => {
    assert.equal(withoutCitations('Zinc helps (Figure 2; Moreau et al., 2011).'), 'Zinc helps (Figure 2).')
  })

  it('levels marks and typographic variants', () => {
    assert.equal(withoutCitations('Zn^2+^ and H~2~O at 5\u00a0mg, IGF\u20111'), 'Zn2+ and H2O at 5 mg, IGF-1')
  })

  it('never throws and changes nothing further the second time for plain words', () => {
    const words = fc.constantFrom(
      'zinc',
      '(',
      ')',
      'et al.,',
      '2011',
      ';',
      'Osei',
      '[',
      ']',
      '\ud800',
      '^',
      ',',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const once = withoutCitations(parts.join(' '))
        assert.ok(once.length <= parts.join(' ').length)
      }),
    )
  })
})
