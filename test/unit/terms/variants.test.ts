import assert from 'node:assert/strict'
import fc from 'fast-check'
import { variantsOf } from '../../../server/src/terms/variants.js'

const variants = (text: string): readonly string[] =>
  variantsOf({ text, case: 'any' }).map((form) => form.text)

function writes(name: string, ...others: readonly string[]): void {
  it(`${name}: ${others.join(', ') || 'no other way'}`, () => {
    assert.deepEqual(variants(name), others)
  })
}

describe('variants of a name', () => {
  describe('Greek letters', () => {
    writes('PLCγ', 'PLC-gamma')
    writes('PLCγ1', 'PLC-gamma-1', 'PLC-gamma-I')
    writes('17β-estradiol', '17-beta-estradiol', '17β-oestradiol', '17-beta-oestradiol')
    writes('TGF-beta', 'TGF-β')
    writes('5-alpha-reductase', '5-α-reductase')
    writes('GABAA αβ', 'GABAA alpha-beta')
    writes('PI-kinase')
    writes('alphabet')
  })

  describe('numbers', () => {
    writes('IGF-I', 'IGF-1')
    writes('IGF-1', 'IGF-I')
    writes('IGF-1 receptor', 'IGF-I receptor')
    writes('angiotensin II', 'angiotensin 2')
    writes('insulin-like growth factor 1', 'insulin-like growth factor I')
    writes('growth hormone 1')
    writes('vitamin D')
    writes('GHRP-6')
    writes('IGF1')
    writes('B-1')
    writes('type I error')

    it('in Roman keep their gap', () => {
      assert.deepEqual(variantsOf({ text: 'MR-1', case: 'exact' }), [
        { text: 'MR-I', case: 'exact', keepsGaps: true },
      ])
      assert.deepEqual(variantsOf({ text: 'MR-I', case: 'exact' }), [
        { text: 'MR-1', case: 'exact', keepsGaps: false },
      ])
    })
  })

  describe('spelling', () => {
    writes('oestrogen', 'estrogen')
    writes('Estrogen receptor', 'Oestrogen receptor')
    writes('cell signalling', 'cell signaling')
    writes('tumor', 'tumour')
    writes('ageing', 'aging')
    writes('aromatization', 'aromatisation')
    writes('oedema', 'edema')
    writes('packaging')
  })

  describe('plurals', () => {
    writes('therapy', 'therapies')
    writes('assay')

    it('are not made of acronyms', () => {
      assert.deepEqual(variantsOf({ text: 'therapy', case: 'exact' }), [])
    })
  })

  it('are few and different, whatever the name', () => {
    const part = fc.constantFrom(
      'α',
      'beta',
      'IGF',
      '-',
      ' ',
      '1',
      'I',
      'oestr',
      'estr',
      'tumor',
      'gy',
      'ß',
      'Δ',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const all = variants(parts.join(''))
        assert.ok(all.length <= 12)
        assert.equal(new Set([...all, parts.join('')]).size, all.length + 1)
      }),
    )
  })
})
