import assert from 'node:assert/strict'
import fc from 'fast-check'
import trained from '../../../server/model/abbreviations.json'
import { measureNames } from '../../../server/src/terms/abbreviations/measures.js'
import { abbreviationsIn } from '../../../server/src/terms/abbreviations.js'

function spells(text: string, ...expected: readonly string[]): void {
  it(`${text}: ${expected.join(', ') || 'nothing'}`, () => {
    const found = abbreviationsIn(text).map(
      ({ short, long }) => `${text.slice(short.start, short.end)} = ${text.slice(long.start, long.end)}`,
    )
    assert.deepEqual(found, expected)
  })
}

describe('abbreviations', () => {
  it('are chosen by a model that was trained on these measures', () => {
    assert.deepEqual(trained.measures, measureNames)
  })

  describe('in brackets', () => {
    spells('Some growth hormone (GH) was given.', 'GH = growth hormone')
    spells('the cAMP response element-binding protein (CREB)', 'CREB = cAMP response element-binding protein')
    spells('Insulin-like Growth Factor 1 (IGF-1) rose', 'IGF-1 = Insulin-like Growth Factor 1')
    spells('gonadotropin-releasing hormone (GnRH)', 'GnRH = gonadotropin-releasing hormone')
    spells('transforming growth factor beta (TGF-β)', 'TGF-β = transforming growth factor beta')
    spells('in growth hormone (GH; 5 mg) and ghrelin (10 ng)', 'GH = growth hormone')
    spells('androgen receptors (ARs)', 'ARs = androgen receptors')
    spells('a risk (adjusted odds ratio [OR] of 2)', 'OR = odds ratio')
    spells('with 2,6-diaminopurine (DAP)', 'DAP = 2,6-diaminopurine')
    spells('a barrier (blood-brain barrier, BBB)', 'BBB = blood-brain barrier')
  })

  describe('with digits, Greek letters, brackets and parts in another order', () => {
    spells('a three-dimensional (3D) map', '3D = three-dimensional')
    spells('some gamma-interferon (IFN-gamma) rose', 'IFN-gamma = gamma-interferon')
    spells('human carbonic anhydrase II (CA2)', 'CA2 = carbonic anhydrase II')
    spells('the forced expiratory volume (FEV(1)) fell', 'FEV(1) = forced expiratory volume')
    spells('with 5,6-dihydroxyindole (DHI) in it', 'DHI = 5,6-dihydroxyindole')
    spells('bound ubiquitin(Ub) as such', 'Ub = ubiquitin')
    spells('α-melanocyte-stimulating hormone (α-MSH)', 'α-MSH = α-melanocyte-stimulating hormone')
  })

  describe('in lists', () => {
    const listed = ['BDNF = brain-derived neurotrophic factor', 'GH = growth hormone']
    spells('BDNF, brain-derived neurotrophic factor; GH, growth hormone.', ...listed)
    spells('Abbreviations: BDNF: brain-derived neurotrophic factor; GH: growth hormone', ...listed)
    spells('BDNF = brain-derived neurotrophic factor\nGH = growth hormone', ...listed)
    spells('BDNF – brain-derived neurotrophic factor\nGH – growth hormone', ...listed)
  })

  describe('named by a word', () => {
    spells('growth hormone, hereafter GH, rose', 'GH = growth hormone')
    spells('growth hormone (also termed GH) rose', 'GH = growth hormone')
    spells('growth hormone (abbreviated as GH)', 'GH = growth hormone')
  })

  describe('before brackets', () => {
    spells('GH (growth hormone) was given', 'GH = growth hormone')
    spells('HIIT (for high-intensity interval training)', 'HIIT = high-intensity interval training')
  })

  describe('behind "or"', () => {
    spells('Brain-derived neurotrophic factor, or BDNF, helps.', 'BDNF = Brain-derived neurotrophic factor')
    spells('Run, swim, or cycle. Call it A, B, or C2.')
  })

  describe('are none of these', () => {
    spells('We ran (daily), slept (see above) and ate (2020).')
    spells('Figure (A), point (i), both (e.g., rest)')
    spells('hormones (ng/mL) and the sample (n = 5)')
    spells('Rest. Great hope (GH) of men; growth (hormone)', 'GH = Great hope')
    spells('f(GH) of growth hormone')
    spells('There is growth. Hormone (GH)')
    spells('')
    spells('(((')
    spells(')()(BDNF')
  })

  it('lie inside the text, short and long apart, whatever it is', () => {
    const part = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      ' ',
      ', ',
      ', or ',
      'GH',
      'growth',
      'hormone',
      'a',
      '1',
      '-',
      '\u0301',
      '.',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        for (const { short, long } of abbreviationsIn(text)) {
          for (const { start, end } of [short, long])
            assert.ok(0 <= start && start < end && end <= text.length)
          assert.ok(short.end <= long.start || long.end <= short.start)
        }
      }),
    )
  })

  it('take time in proportion to the text, whatever it is', () => {
    for (const unit of [
      '(',
      '()',
      '[(',
      ' (',
      '( ',
      ', or AA',
      'AA (aa aa',
      'a a a a a a a a a a (AAAAAAAAAA)',
    ]) {
      const text = unit.repeat(50_000 / unit.length)
      // In quadratic time this would outlast the runner's patience.
      for (const { long } of abbreviationsIn(text)) assert.ok(long.end <= text.length)
    }
  })
})
