import assert from 'node:assert/strict'
import { mentionAt, mentionsIn, mentionsInText } from '../../../server/src/terms/mentions.js'
import { compile } from '../../../server/src/terms/lexicon.js'
import { concept, found, lexiconOf, paragraph } from './lexicon-of.js'

const lexicon = lexiconOf(
  concept('t:igf1', 'IGF-1', 'insulin-like growth factor 1'),
  concept('t:igf1r', 'IGF-1R', 'IGF-1 receptor'),
  concept('t:trkb', 'TrkB', 'tropomyosin receptor kinase B'),
  concept('t:ghsr', 'GHS-R1a', 'ghrelin receptor'),
  concept('t:bdnf', 'BDNF', 'brain-derived neurotrophic factor'),
  concept('t:gh', '=GH', 'growth hormone'),
  concept('t:ghrh', '=GHRH', 'growth hormone-releasing hormone'),
  concept('t:ghrhr', 'GHRH receptor', '=GHRHR'),
  concept('t:akt', 'Akt'),
  concept('t:was', '=WAS', '=WASP'),
  concept('t:set', '=SET'),
  concept('t:rest', '=REST'),
  concept('t:mapk', 'MAPK/ERK', 'MAPK/ERK pathway'),
  concept('t:estrogen', 'estrogen'),
  concept('t:er', 'estrogen receptor', '=ER'),
  concept('t:plc', 'PLCγ'),
  concept('t:cjc', 'CJC-1295'),
  concept('t:sermorelin', 'sermorelin'),
  concept('t:neurotrophin', 'neurotrophin'),
  concept('t:vita', 'vitamin A'),
  concept('t:nad', 'NAD+'),
  concept('t:onc', 'oncogene SIS'),
  concept('t:parkinson', "Parkinson's disease"),
  concept('t:d3', '1,25-dihydroxyvitamin D3'),
)

function finds(text: string, ...expected: readonly string[]): void {
  it(`${JSON.stringify(text)}: ${expected.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(found(text, lexicon), expected)
  })
}

describe('mentions', () => {
  describe('hyphens and white space', () => {
    for (const igf of [
      'IGF-1',
      'IGF1',
      'IGF 1',
      'IGF\u20111',
      'IGF\u20131',
      'IGF\n1',
      'Igf1',
      'igf-1',
      'IGF-I',
      'IGF I',
    ]) {
      finds(`More ${igf} was seen.`, `${igf} → igf1`)
    }
    finds('insulin-like growth factor-1', 'insulin-like growth factor-1 → igf1')
    finds('Insulin like growth\nfactor I', 'Insulin like growth\nfactor I → igf1')
    for (const trk of ['TrkB', 'Trk-B', 'trkB', 'trk B', 'TRKB', 'Trk B'])
      finds(`on ${trk}.`, `${trk} → trkb`)
    for (const ghs of ['GHS-R1a', 'GHSR-1a', 'GHSR1a', 'GHS-R 1a']) finds(`(${ghs})`, `${ghs} → ghsr`)
    for (const r of ['IGF-1R', 'IGF1R', 'IGF-1-R', 'IGF-1 receptor', 'IGF1 receptor'])
      finds(r, `${r} → igf1r`)
    finds('ghsr1a and oncogenesis, vitamina and vitaminA', 'vitaminA → vita')
    finds('a kt, was p, Was P, A-kt')
    finds('IGFI and IGF.1 and IGF, 1 and IGF—1 and IGF / 1')
    finds('MAPK/ERK, MAPK-ERK, MAPK ERK', 'MAPK/ERK → mapk', 'MAPK-ERK → mapk')
  })

  describe('the ends of words', () => {
    finds('Akt1, pAkt, Akt_1, Aktivity, preBDNF')
    finds('pro-BDNF, BDNF-dependent and (BDNF)', 'BDNF → bdnf', 'BDNF → bdnf', 'BDNF → bdnf')
    finds('IGF-10 and IGF-1a')
    finds('GH-2 and 5-GH, but GH-driven', 'GH → gh')
    finds('BDNF\u{1F9E0} and 神BDNF', 'BDNF → bdnf', 'BDNF → bdnf')
    finds('BDNF²', 'BDNF → bdnf')
    finds('NAD+ and NAD⁺, not NAD', 'NAD+ → nad', 'NAD⁺ → nad')
  })

  describe('plurals and possessives', () => {
    finds('Neurotrophins rise.', 'Neurotrophins → neurotrophin')
    finds(
      "BDNF's, GH’s and the neurotrophins' part",
      'BDNF → bdnf',
      'GH → gh',
      'neurotrophins → neurotrophin',
    )
    finds('estrogen receptors', 'estrogen receptors → er')
    finds('ERs and Akts', 'ERs → er', 'Akts → akt')
    finds('erS and akts')
    finds('ERS, ghs')
    finds('THE NEUROTROPHINS', 'NEUROTROPHINS → neurotrophin')
    finds('Parkinson’s disease', 'Parkinson’s disease → parkinson')
  })

  describe('the case of letters', () => {
    finds('It was set to rest; Was it? Set, Rest.')
    finds('WAS binds SET.', 'WAS → was', 'SET → set')
    finds('THE REST OF THE SET WAS BDNF', 'BDNF → bdnf')
    finds('SET', 'SET → set')
    finds('SET, REST, WAS', 'SET → set', 'REST → rest', 'WAS → was')
    finds('vitamin A a day, a vitamin a day', 'vitamin A → vita')
    finds('gh and Gh')
  })

  describe('slashes and sentences', () => {
    finds('Sermorelin / CJC-1295', 'Sermorelin → sermorelin', 'CJC-1295 → cjc')
    finds('the GH/IGF-1 axis', 'GH → gh', 'IGF-1 → igf1')
    finds('It is growth. Hormone levels')
    finds('1,25-dihydroxyvitamin D3 and 1.25-dihydroxyvitamin D3', '1,25-dihydroxyvitamin D3 → d3')
  })

  describe('the longest name', () => {
    finds('GHRH receptor of GHRH', 'GHRH receptor → ghrhr', 'GHRH → ghrh')
    finds('growth hormone-releasing hormone', 'growth hormone-releasing hormone → ghrh')
    finds('growth hormone-releasing factor', 'growth hormone → gh')
    finds('estrogen receptor', 'estrogen receptor → er')
  })

  describe('other ways of writing', () => {
    for (const plc of ['PLCγ', 'PLC-γ', 'PLC γ', 'PLC-gamma', 'PLC gamma', 'PLCgamma'])
      finds(plc, `${plc} → plc`)
    finds('PLCg')
    finds('oestrogen and Oestrogen receptors', 'oestrogen → estrogen', 'Oestrogen receptors → er')
    finds('bdnf, BDNF', 'bdnf → bdnf', 'BDNF → bdnf')
  })

  it('are never inside an opaque span, nor across one', () => {
    const text = 'BDNF `BDNF` growth @x hormone'
    const block = paragraph(text, [
      { start: 5, end: 11, kind: 'code' },
      { start: 19, end: 21, kind: 'handle' },
    ])
    const starts = mentionsIn(block, lexicon).map((mention) => mention.start)
    assert.deepEqual(starts, [0])
  })

  it('take the end of an opaque span for the end of a word', () => {
    const block = paragraph('BDNF[@x2001]', [{ start: 4, end: 12, kind: 'handle' }])
    assert.deepEqual(
      mentionsIn(block, lexicon).map(({ start, end }) => [start, end]),
      [[0, 4]],
    )
  })

  it('name all concepts that they may mean, the likeliest first', () => {
    const cat = concept('a:catalase', '=CAT')
    const sort = concept('b:sortilin', 'SORT1', '=CAT')
    const animal = concept('b:cat', 'cat')
    const both = compile([[cat], [sort, animal]])
    assert.deepEqual(mentionsInText('CAT', both)[0]?.candidates, ['a:catalase', 'b:sortilin', 'b:cat'])
    assert.deepEqual(mentionsInText('a cat', both)[0]?.candidates, ['b:cat'])
    assert.equal(mentionsInText('CAT', compile([[sort], [cat]]))[0]?.concept, 'b:sortilin')
  })

  it('prefer a name as given to a plural or a variant', () => {
    const listed = compile([[concept('a:ketone', 'ketone')], [concept('b:ketones', 'ketones')]])
    assert.deepEqual(mentionsInText('ketones', listed)[0]?.candidates, ['b:ketones', 'a:ketone'])
  })

  it('are found by an offset, the one behind their last letter included', () => {
    const mentions = mentionsInText('On GH and Akt.', lexicon)
    const at = (offset: number): string | undefined => mentionAt(mentions, offset)?.concept
    assert.deepEqual([2, 3, 5, 6, 9, 10, 13, 14].map(at), [
      undefined,
      't:gh',
      't:gh',
      undefined,
      undefined,
      't:akt',
      't:akt',
      undefined,
    ])
  })
})
